import type { ComplaintRow } from '../../../contract/complaints.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { DeadlineChip } from '../../ui/DeadlineChip.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import type { Column } from '../../ui/table-model.ts';

/** Two lines a row: who, status and ticket; what is claimed and until when. */
export function complaintColumns(t: Translate): readonly Column<ComplaintRow>[] {
  return [
    {
      id: 'name',
      header: t('complaints.complaint'),
      width: 200,
      grow: 1,
      sort: true,
      cell: (row) => (
        <div className="qr">
          <span className="qr-1" title={row.name}>
            {row.name}
          </span>
          <span className="qr-2">
            <StatusChip family="complaint" status={row.status} plain />
            <Num>{row.ticket}</Num>
          </span>
        </div>
      ),
    },
    {
      id: 'deadline',
      header: t('complaints.deadline'),
      width: 122,
      sort: true,
      cell: (row) => (
        <div className="qr">
          <span className="qr-1">
            <Money amount={row.claimed} />
          </span>
          <span className="qr-2">
            {row.deadline !== null && <DeadlineChip deadline={row.deadline} plain />}
          </span>
        </div>
      ),
    },
  ];
}

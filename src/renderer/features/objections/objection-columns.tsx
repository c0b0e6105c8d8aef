import type { ObjectionRow } from '../../../contract/objections.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { Code, StatusChip } from '../../ui/Chip.tsx';
import { DeadlineChip } from '../../ui/DeadlineChip.tsx';
import { DateText, Num } from '../../ui/Figures.tsx';
import type { Column } from '../../ui/table-model.ts';

export function objectionColumns(t: Translate): readonly Column<ObjectionRow>[] {
  return [
    {
      id: 'name',
      header: t('objections.objector'),
      width: 220,
      grow: 2,
      sort: true,
      cell: (row) => (
        <span className="ell medium" title={row.name}>
          {row.name}
        </span>
      ),
    },
    {
      id: 'id',
      header: t('cases.nationalId'),
      width: 112,
      cell: (row) => (
        <span className="second">
          <Num>{row.maskedNationalId}</Num>
        </span>
      ),
    },
    {
      id: 'number',
      header: t('objections.number'),
      width: 120,
      sort: true,
      cell: (row) => <Num>{row.number}</Num>,
    },
    {
      id: 'reasons',
      header: t('objections.refusedFor'),
      width: 150,
      grow: 1,
      cell: (row) => (
        <span className="codes">
          {row.reasons.map((code) => (
            <Code key={code}>{code}</Code>
          ))}
        </span>
      ),
    },
    {
      id: 'status',
      header: t('cases.status'),
      width: 150,
      sort: true,
      cell: (row) => <StatusChip family="objection" status={row.status} />,
    },
    {
      id: 'deadline',
      header: t('objections.deadline'),
      width: 128,
      sort: true,
      cell: (row) =>
        row.deadline !== null && <DeadlineChip isMasculine deadline={row.deadline} plain />,
    },
    {
      id: 'filedOn',
      header: t('objections.sort.filedOn'),
      width: 104,
      sort: true,
      cell: (row) => <DateText date={row.filedOn} />,
    },
    {
      id: 'assigned',
      header: t('objections.officer'),
      width: 140,
      grow: 1,
      cell: (row) => (
        <span className={`ell ${row.assignedTo === null ? 'muted' : ''}`}>
          {row.assignedTo?.name ?? t('cases.notAssigned')}
        </span>
      ),
    },
  ];
}

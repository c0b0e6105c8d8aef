import type { ApplicationRow } from '../../../contract/applications.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { DeadlineChip } from '../../ui/DeadlineChip.tsx';
import { DateText, Num } from '../../ui/Figures.tsx';
import type { Column } from '../../ui/table-model.ts';

export function applicationColumns(
  t: Translate,
  programmeName: (code: string) => string,
): readonly Column<ApplicationRow>[] {
  return [
    {
      id: 'name',
      header: t('applications.applicant'),
      width: 220,
      grow: 2,
      sort: true,
      cell: ({ name }) => (
        <span className={`ell ${name === '' ? 'muted' : 'medium'}`} title={name}>
          {name === '' ? t('applications.unnamed') : name}
        </span>
      ),
    },
    {
      id: 'id',
      header: t('cases.nationalId'),
      width: 112,
      cell: ({ maskedNationalId }) => (
        <span className="second">
          <Num>{maskedNationalId}</Num>
        </span>
      ),
    },
    {
      id: 'number',
      header: t('applications.number'),
      width: 124,
      sort: true,
      cell: ({ number }) => <Num>{number}</Num>,
    },
    {
      id: 'programme',
      header: t('applications.programme'),
      width: 150,
      grow: 1,
      cell: ({ programme }) => <span className="ell second">{programmeName(programme)}</span>,
    },
    {
      id: 'status',
      header: t('cases.status'),
      width: 158,
      sort: true,
      cell: ({ status }) => <StatusChip family="application" status={status} />,
    },
    {
      id: 'deadline',
      header: t('applications.deadline'),
      width: 136,
      sort: true,
      cell: ({ deadline, completeBy }) =>
        completeBy !== null ? (
          <span className="cap second nowrap">
            {t('applications.completeBy')} <DateText date={completeBy} calendar="dayMonth" />
          </span>
        ) : (
          deadline !== null && <DeadlineChip isMasculine deadline={deadline} plain />
        ),
    },
    {
      id: 'submittedOn',
      header: t('applications.sort.submittedOn'),
      width: 104,
      sort: true,
      cell: ({ submittedOn }) =>
        submittedOn === null ? (
          <span className="muted">{t('ui.notSet')}</span>
        ) : (
          <DateText date={submittedOn} />
        ),
    },
    {
      id: 'assigned',
      header: t('applications.officer'),
      width: 140,
      grow: 1,
      cell: ({ assignedTo }) => (
        <span className={`ell ${assignedTo === null ? 'muted' : ''}`}>
          {assignedTo?.name ?? t('applications.notAssigned')}
        </span>
      ),
    },
  ];
}

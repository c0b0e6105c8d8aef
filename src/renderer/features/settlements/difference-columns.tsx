import type { CandidateRow, SettlementRow } from '../../../contract/settlements.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { Money, MonthText, Num } from '../../ui/Figures.tsx';
import type { Column } from '../../ui/table-model.ts';
import { SettlementChip } from './SettlementChip.tsx';

export function candidateColumns(t: Translate): readonly Column<CandidateRow>[] {
  return [
    {
      id: 'person',
      header: t('settlements.person'),
      width: 150,
      grow: 2,
      cell: ({ name, change }) => (
        <span className="settle-cell" dir="auto" title={change?.reason}>
          <span className="ell">{name}</span>
          {change !== null && (
            <span className="cap muted ell">
              {change.reason === ''
                ? (t.maybe(`settlements.change.${change.source}`) ?? '')
                : change.reason}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'from',
      header: t('settlements.from'),
      width: 128,
      cell: ({ from }) => from !== null && <MonthText month={from} />,
    },
    {
      id: 'owed',
      header: t('settlements.owed'),
      width: 96,
      numeric: true,
      cell: ({ owed }) => owed > 0 && <Money amount={owed} className="medium t-warning" />,
    },
    {
      id: 'overpaid',
      header: t('settlements.overpaid'),
      width: 112,
      numeric: true,
      cell: ({ overpaid }) =>
        overpaid > 0 && <Money amount={overpaid} className="medium t-danger" />,
    },
  ];
}

export function settlementColumns(t: Translate): readonly Column<SettlementRow>[] {
  return [
    {
      id: 'person',
      header: t('settlements.person'),
      width: 150,
      grow: 2,
      cell: ({ name, number, proposedBy }) => (
        <span className="settle-cell">
          <span className="ell" dir="auto">
            {name}
          </span>
          <span className="cap muted ell">
            <Num>{number}</Num> · {proposedBy}
          </span>
        </span>
      ),
    },
    {
      id: 'pays',
      header: t('settlements.pays'),
      width: 92,
      numeric: true,
      cell: ({ pays }) => <Money amount={pays} />,
    },
    {
      id: 'recovers',
      header: t('settlements.recovers'),
      width: 92,
      numeric: true,
      cell: ({ recovers }) => recovers > 0 && <Money amount={recovers} className="t-danger" />,
    },
    {
      id: 'status',
      header: t('settlements.status'),
      width: 124,
      cell: ({ status }) => <SettlementChip status={status} plain />,
    },
  ];
}

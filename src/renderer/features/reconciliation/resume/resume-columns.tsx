import type { ResumeRow } from '../../../../contract/resume.ts';
import { bankNameOf } from '../../../../domain/registry/bank-names.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import { Code, StatusChip } from '../../../ui/Chip.tsx';
import { Money, MonthText, Num } from '../../../ui/Figures.tsx';
import type { Column } from '../../../ui/table-model.ts';

export function resumeColumns(t: Translate, isAgain: boolean): readonly Column<ResumeRow>[] {
  return [
    {
      id: 'person',
      header: t('resume.person'),
      width: 150,
      grow: 2,
      cell: (row) => (
        <span dir="auto" title={row.name}>
          {row.name}
        </span>
      ),
    },
    {
      id: 'month',
      header: t('resume.month'),
      width: 112,
      cell: (row) => <MonthText month={row.month} />,
    },
    {
      id: 'amount',
      header: t('resume.amount'),
      width: 80,
      numeric: true,
      cell: (row) => <Money amount={row.amount} />,
    },
    {
      id: 'reason',
      header: t('resume.reason'),
      width: 118,
      grow: 2,
      cell: (row) => (
        <span className="row" title={row.reason?.[t.language] ?? ''}>
          {row.reasonCode !== null && <Code>{row.reasonCode}</Code>}
          <span className="ell">{row.reason?.[t.language] ?? ''}</span>
        </span>
      ),
    },
    isAgain
      ? {
          id: 'attempt',
          header: t('resume.attempt'),
          width: 116,
          cell: (row) =>
            row.attempt && <StatusChip family="payment" status={row.attempt.status} plain />,
        }
      : {
          id: 'bank',
          header: t('resume.bank'),
          width: 100,
          grow: 1,
          cell: (row) => {
            const name = bankNameOf(row.bankCode)[t.language];
            return (
              <span dir="auto" title={name}>
                {name}
              </span>
            );
          },
        },
    {
      id: 'reference',
      header: t('resume.reference'),
      width: 162,
      cell: (row) => <Num>{row.attempt?.endToEndId ?? row.endToEndId}</Num>,
    },
  ];
}

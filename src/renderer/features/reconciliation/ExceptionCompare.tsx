import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { subtractHalalas } from '../../../domain/shared/halalas.ts';
import { api } from '../../lib/client.ts';
import { formatMoney, parseMoney } from '../../lib/format/money.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { useDesk } from './reconciliation-store.ts';
import { StatementBreak } from './StatementBreak.tsx';
import { TieCandidates } from './TieCandidates.tsx';
import { WaitingBatch } from './WaitingBatch.tsx';

type Found = OutputOf<'reconciliation.exception'>;

interface Compared {
  readonly label: string;
  readonly ours: string | null;
  readonly banks: string | null;
  readonly verdict: 'same' | 'differs' | 'missing' | 'none';
  /** How it differs, where that can be said. */
  readonly by?: string;
}

/** Our payment against the bank's line, differences marked, the raw line, and why they belong together. */
export function ExceptionCompare({ id }: { id: string }) {
  const t = useT();
  const { isRawShown } = useDesk();
  const found = useApiQuery(['reconciliation', 'exception', id], () =>
    api.reconciliation.exception({ id }),
  );
  if (found.error) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={6} />;
  const { row, line, matchRule } = found.data;
  if (row.kind === 'balanceBreak' || row.kind === 'foreignAccount') {
    return <StatementBreak exceptionId={id} />;
  }
  return (
    <div className="rec-compare" aria-label={t('reconciliation.compare')} role="region">
      {row.kind === 'unknownId' && row.status === 'open' && (
        <TieCandidates exceptionId={id} version={row.version} />
      )}
      {row.kind === 'amountDiffers' && row.status === 'open' && row.paymentId === null && (
        <WaitingBatch exceptionId={id} version={row.version} />
      )}
      <table className="tbl dense">
        <thead>
          <tr>
            <th>
              {line === null ? (
                t('reconciliation.field')
              ) : (
                <Message id="reconciliation.line" values={{ number: line.number }} />
              )}
            </th>
            <th>{t('reconciliation.ours')}</th>
            <th>{t('reconciliation.banks')}</th>
            <th>{t('reconciliation.comparison')}</th>
          </tr>
        </thead>
        <tbody>
          {comparisonOf(t, found.data).map((field) => (
            <tr key={field.label} className={field.verdict === 'differs' ? 'differs' : ''}>
              <td className="muted">{field.label}</td>
              <td>
                <bdi>{field.ours ?? '—'}</bdi>
              </td>
              <td>
                <bdi className={field.verdict === 'differs' ? 'diff' : ''}>
                  {field.banks ?? '—'}
                </bdi>
              </td>
              <td>{verdictMark(t, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="rec-why small">
        <Icon name="link" size={14} />
        {matchRule === null
          ? t('reconciliation.notMatched')
          : t('reconciliation.matchedBy', { rule: t(`reconciliation.matched.${matchRule}`) })}
      </p>
      {isRawShown && line !== null && (
        <pre className="rec-raw mono" dir="ltr" aria-label={t('reconciliation.raw')} tabIndex={0}>
          {line.raw}
        </pre>
      )}
    </div>
  );
}

function comparisonOf(t: Translate, { payment, line }: Found): Compared[] {
  return [
    amountCompared(t, payment, line),
    {
      label: t('reconciliation.row.id'),
      ours: payment?.endToEndId ?? null,
      banks: line?.endToEndId ?? null,
      verdict: verdictOf(payment?.endToEndId ?? null, line?.endToEndId ?? null),
    },
    {
      label: t('reconciliation.row.account'),
      ours: payment?.maskedIban ?? null,
      banks: line?.account ?? null,
      verdict: verdictOf(payment?.maskedIban ?? null, line?.account ?? null),
    },
    {
      label: t('reconciliation.row.name'),
      ours: payment?.name ?? null,
      banks: line?.name ?? null,
      verdict: 'none',
    },
    {
      label: t('reconciliation.row.status'),
      ours: payment === null ? null : (t.maybe(`status.payment.${payment.status}`) ?? null),
      banks:
        [bankStatus(t, line?.isoStatus ?? null), line?.reasonText].filter(Boolean).join(' · ') ||
        null,
      verdict: 'none',
    },
  ];
}

/** The bank's figure as ours is written; one that is no amount in riyals stands as the bank wrote it. */
function amountCompared(t: Translate, payment: Found['payment'], line: Found['line']): Compared {
  const label = t('reconciliation.row.amount');
  const ours = payment === null ? null : `${formatMoney(payment.amount, t.digits)} SAR`;
  if (line === null || line.amount === null) {
    return { label, ours, banks: null, verdict: verdictOf(ours, null) };
  }
  const read = parseMoney(line.amount);
  const figure = read === null ? line.amount : formatMoney(read, t.digits);
  const banks = `${figure} ${line.currency ?? ''}`.trim();
  const verdict = verdictOf(ours, banks);
  if (payment === null || read === null || verdict !== 'differs' || line.currency !== 'SAR') {
    return { label, ours, banks, verdict };
  }
  const rest = subtractHalalas(read, payment.amount);
  const by = t(rest < 0 ? 'reconciliation.less' : 'reconciliation.more', {
    amount: formatMoney(
      subtractHalalas(rest < 0 ? payment.amount : read, rest < 0 ? read : payment.amount),
      t.digits,
    ),
  });
  return { label, ours, banks, verdict, by };
}

/** The bank's code with its meaning; one without words stands as it came. */
function bankStatus(t: Translate, code: string | null): string | null {
  if (code === null) return null;
  const words = t.maybe(`reconciliation.iso.${code}`);
  return words === undefined ? code : `${words} (${code})`;
}

function verdictOf(ours: string | null, banks: string | null): Compared['verdict'] {
  if (ours === null) return 'none';
  if (banks === null) return 'missing';
  return ours === banks ? 'same' : 'differs';
}

function verdictMark(t: Translate, row: Compared): ReactNode {
  switch (row.verdict) {
    case 'same':
      return (
        <span className="t-success nowrap">
          <Icon name="check" size={14} /> {t('reconciliation.same')}
        </span>
      );
    case 'differs':
      return (
        <span className="t-warning nowrap">
          <Icon name="neq" size={14} /> {row.by ?? t('reconciliation.differs')}
        </span>
      );
    case 'missing':
      return <span className="muted">{t('reconciliation.missing')}</span>;
    case 'none':
      return null;
  }
}

import { addHalalas, subtractHalalas, type Halalas } from '../../domain/shared/halalas.ts';
import { formatMoney } from '../lib/format/money.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { Chip } from './Chip.tsx';
import { Money, Num } from './Figures.tsx';
import { Message } from './Message.tsx';
import './money-standing.css';
import { StackBar, type StackPart } from './Stepper.tsx';

interface Sum {
  readonly amount: Halalas;
  /** Left out where only the money is told. */
  readonly count?: number;
}

/** Where the money of a cycle stands: what was sent, and what became of it. */
export interface Standing {
  readonly sent: Sum;
  readonly paid: Sum;
  readonly rejected: Sum;
  readonly returned: Sum;
  readonly open: Sum;
}

const PARTS = [
  ['paid', 'credited'],
  ['rejected', 'rejected'],
  ['returned', 'returned'],
  ['open', 'open'],
] as const satisfies readonly (readonly [keyof Standing, StackPart['kind']])[];

/** `<MoneySums standing={…} />`: sent = paid + rejected + returned + without an answer. `large` for a panel of its own. */
export function MoneySums({ standing, large = false }: { standing: Standing; large?: boolean }) {
  const t = useT();
  return (
    <dl className={large ? 'sums large' : 'sums'}>
      <OneSum label={t('ui.standing.sent')} sum={standing.sent} />
      {PARTS.map(([part, kind], index) => (
        <OneSum
          key={part}
          label={t(`ui.standing.${part}`)}
          sum={standing[part]}
          kind={kind}
          before={index === 0 ? '=' : '+'}
        />
      ))}
    </dl>
  );
}

function OneSum({
  label,
  sum: { count, amount },
  kind,
  before,
}: {
  label: string;
  sum: Sum;
  kind?: StackPart['kind'];
  before?: string;
}) {
  return (
    <div className="sums-part">
      {before !== undefined && (
        <span className="sums-sign" aria-hidden>
          {before}
        </span>
      )}
      <dt>
        {kind !== undefined && <i className={`sw bg-${kind}`} aria-hidden />}
        {label}
      </dt>
      <dd>
        {count !== undefined && (
          <b>
            <Num>{count}</Num>
          </b>
        )}
        <span>
          <Money amount={amount} />
        </span>
      </dd>
    </div>
  );
}

/** `<BalanceMark standing={…} />`: whether the parts make up what was sent, in amount and, where told, in count. */
export function BalanceMark({ standing }: { standing: Standing }) {
  const { sent, paid, rejected, returned, open } = standing;
  const rest = subtractHalalas(
    sent.amount,
    addHalalas(paid.amount, rejected.amount, returned.amount, open.amount),
  );
  const told = [paid, rejected, returned, open].reduce((sum, { count = 0 }) => sum + count, 0);
  const balances = rest === 0 && (sent.count === undefined || sent.count === told);
  return (
    <Chip tone={balances ? 'success' : 'danger'} icon={balances ? 'checkc' : 'alert'}>
      <Message
        id={balances ? 'ui.standing.balanced' : 'ui.standing.unbalanced'}
        values={{ amount: <Money amount={rest} /> }}
      />
    </Chip>
  );
}

/** The same figures as one bar, named part by part. */
export function StandingBar({ standing }: { standing: Standing }) {
  const t = useT();
  return (
    <StackBar
      label={PARTS.map(
        ([part]) => `${t(`ui.standing.${part}`)} ${formatMoney(standing[part].amount, t.digits)}`,
      ).join(t.language === 'ar' ? '، ' : ', ')}
      parts={PARTS.map(([part, kind]) => ({ kind, value: standing[part].amount }))}
    />
  );
}

import { Fragment } from 'react';
import type { MonthFinding } from '../../../domain/complaints/complaint-status.ts';
import { addHalalas, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { monthParts } from '../../lib/format/dates.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Money } from '../../ui/Figures.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { monthName } from '../../lib/format/date-words.ts';
import type { Tone } from '../../ui/statuses.ts';
import type { ComplaintFile } from './ComplaintCase.tsx';
import { WhyAmountButton } from '../../ui/why-amount/WhyAmountButton.tsx';
import './facts.css';
import { PaymentTrace } from './PaymentTrace.tsx';

type Months = ComplaintFile['months'];

const LOOKS: Readonly<Record<MonthFinding, { icon: IconName; tone: Tone }>> = {
  shortfallProven: { icon: 'neq', tone: 'warning' },
  paidInFull: { icon: 'checkc', tone: 'success' },
  bankReturned: { icon: 'ret', tone: 'warning' },
  pending: { icon: 'hourglass', tone: 'warning' },
  notDue: { icon: 'ban', tone: 'neutral' },
};

/** Month by month: what the beneficiary says, set lighter, beside what the records prove, and each payment's way. */
export function MonthsTable({ months, beneficiaryId }: { months: Months; beneficiaryId: string }) {
  const t = useT();
  const total = (amounts: readonly (Halalas | null)[]): Halalas =>
    addHalalas(...amounts.filter((amount) => amount !== null));
  return (
    <section aria-label={t('complaints.claimAndFacts')}>
      <div className="facts">
        <table className="tbl">
          <colgroup>
            <col className="c-month" />
            <col className="c-sum" />
            <col className="c-sum" />
            <col className="c-sum" />
            <col className="c-sum" />
            <col className="c-diff" />
            <col />
          </colgroup>
          <thead>
            <tr className="grp">
              <td />
              <th className="c" colSpan={2} scope="colgroup">
                {t('complaints.claimed')}
              </th>
              <th colSpan={4} scope="colgroup">
                {t('complaints.proven')}
              </th>
            </tr>
            <tr>
              <th scope="col">{t('complaints.month')}</th>
              <th scope="col" className="num c">
                {t('complaints.expected')}
              </th>
              <th scope="col" className="num c">
                {t('complaints.received')}
              </th>
              <th scope="col" className="num">
                {t('complaints.due')}
              </th>
              <th scope="col" className="num">
                {t('complaints.credited')}
              </th>
              <th scope="col" className="num">
                {t('complaints.difference')}
              </th>
              <th scope="col">{t('complaints.result')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <Fragment key={month.month}>
                <tr className="nob">
                  <th scope="row" className="medium" title={monthName(t, month.month)}>
                    {shortMonth(t, month.month, months)}
                  </th>
                  <td className="num c">
                    <Money amount={month.expected} />
                  </td>
                  <td className="num c">
                    <Money amount={month.received} />
                  </td>
                  <td className="num">
                    <span className="why-due">
                      <WhyAmountButton asIcon beneficiaryId={beneficiaryId} month={month.month} />
                      <Amount amount={month.due} />
                    </span>
                  </td>
                  <td className="num">
                    <Money amount={month.credited} />
                  </td>
                  <td className={`num ${differenceTone(month.difference)}`}>
                    <Amount amount={month.difference} />
                  </td>
                  <td>
                    <Chip {...LOOKS[month.suggestedFinding]} plain>
                      {t(`complaints.finding.${month.suggestedFinding}`)}
                    </Chip>
                  </td>
                </tr>
                <tr className="trace-row">
                  <td colSpan={7}>
                    <PaymentTrace
                      label={t('complaints.traceOf', { month: monthName(t, month.month) })}
                      payments={month.payments}
                    />
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('complaints.total')}</th>
              <td className="num c">
                <Money amount={total(months.map(({ expected }) => expected))} />
              </td>
              <td className="num c">
                <Money amount={total(months.map(({ received }) => received))} />
              </td>
              <td className="num">
                <Money amount={total(months.map(({ due }) => due))} />
              </td>
              <td className="num">
                <Money amount={total(months.map(({ credited }) => credited))} />
              </td>
              <td className={`num ${differenceTone(total(months.map((one) => one.difference)))}`}>
                <Money amount={total(months.map(({ difference }) => difference))} />
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Amount({ amount }: { amount: Halalas | null }) {
  const t = useT();
  return amount === null ? (
    <span className="muted" title={t('complaints.notComputed')}>
      {t('ui.notSet')}
    </span>
  ) : (
    <Money amount={amount} />
  );
}

function differenceTone(difference: Halalas | null): string {
  if (difference === null || difference === 0) return 'muted';
  return 'strong t-warning';
}

/** The month's name alone where all months of the claim fall in one year. */
export function shortMonth(
  t: Translate,
  month: IsoMonth,
  months: readonly { readonly month: IsoMonth }[],
): string {
  const years = new Set(months.map((one) => monthParts(one.month).year));
  if (years.size > 1) return monthName(t, month);
  return t.maybe(`ui.month.${monthParts(month).month}`) ?? month;
}

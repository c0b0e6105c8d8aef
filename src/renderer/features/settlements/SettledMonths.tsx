import { Fragment, type ReactNode } from 'react';
import type { SettledMonthDto } from '../../../contract/settlements.ts';
import { addHalalas, ZERO_HALALAS, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Checkbox } from '../../ui/Choices.tsx';
import { Money, MonthText } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { WhyAmountButton } from '../../ui/why-amount/WhyAmountButton.tsx';

/** A month as it stands now, or as it was proposed. */
export type MonthOnScreen = Pick<
  SettledMonthDto,
  'month' | 'before' | 'due' | 'paid' | 'claimed' | 'difference' | 'causes'
> &
  Partial<Pick<SettledMonthDto, 'isUnpaid' | 'openClaim' | 'standing'>>;

/** Each month: what was found then, what is due now, what was paid, the difference, and below it why. */
export function SettledMonths({
  beneficiaryId,
  months,
  chosen,
  onChoose,
}: {
  beneficiaryId: string;
  months: readonly MonthOnScreen[];
  /** Null where nothing is chosen here. */
  chosen: ReadonlySet<IsoMonth> | null;
  onChoose?: (month: IsoMonth, isChosen: boolean) => void;
}) {
  const t = useT();
  const sum = (of: (month: MonthOnScreen) => Halalas | null): Halalas =>
    addHalalas(...months.map((month) => of(month) ?? ZERO_HALALAS));
  const hasClaims = months.some(({ claimed }) => claimed !== 0);
  const columns = hasClaims ? 6 : 5;
  return (
    <div className={`settle-months ${hasClaims ? 'with-claims' : ''}`}>
      <table className="tbl" aria-label={t('settlements.months')}>
        <thead>
          <tr>
            <th scope="col">{t('settlements.month')}</th>
            <th scope="col" className="num">
              {t('settlements.before')}
            </th>
            <th scope="col" className="num">
              {t('settlements.due')}
            </th>
            <th scope="col" className="num">
              {t('settlements.paid')}
            </th>
            {hasClaims && (
              <th scope="col" className="num">
                {t('settlements.claimed')}
              </th>
            )}
            <th scope="col" className="num">
              {t('settlements.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <Fragment key={month.month}>
              <tr className={hasNotes(month) ? 'nob' : ''}>
                <th scope="row" className="medium">
                  {chosen !== null && month.difference !== 0 ? (
                    <Checkbox
                      isChecked={chosen.has(month.month)}
                      onChange={(isChosen) => onChoose?.(month.month, isChosen)}
                    >
                      <MonthText month={month.month} />
                    </Checkbox>
                  ) : (
                    <span className={chosen === null ? '' : 'settle-unticked'}>
                      <MonthText month={month.month} />
                    </span>
                  )}
                </th>
                <td className="num second">
                  <Amount amount={month.before} />
                </td>
                <td className="num">
                  <span className="settle-due">
                    <WhyAmountButton asIcon beneficiaryId={beneficiaryId} month={month.month} />
                    <Amount amount={month.due} />
                  </span>
                </td>
                <td className="num">
                  <Money amount={month.paid} />
                </td>
                {hasClaims && (
                  <td className="num">
                    <Money amount={month.claimed} />
                  </td>
                )}
                <td className={`num ${toneOf(month.difference)}`}>
                  <Money amount={month.difference} signed />
                </td>
              </tr>
              {hasNotes(month) && (
                <tr className="settle-why">
                  <td colSpan={columns}>
                    <MonthNotes month={month} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('settlements.total')}</th>
            <td className="num">
              <Money amount={sum(({ before }) => before)} />
            </td>
            <td className="num">
              <Money amount={sum(({ due }) => due)} />
            </td>
            <td className="num">
              <Money amount={sum(({ paid }) => paid)} />
            </td>
            {hasClaims && (
              <td className="num">
                <Money amount={sum(({ claimed }) => claimed)} />
              </td>
            )}
            <td className={`num ${toneOf(sum(({ difference }) => difference))}`}>
              <Money amount={sum(({ difference }) => difference)} signed />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function MonthNotes({ month }: { month: MonthOnScreen }) {
  const t = useT();
  const { causes, isUnpaid, standing, difference } = month;
  const openClaim = month.openClaim ?? null;
  return (
    <ul aria-label={`${t('settlements.causes')}: ${monthName(t, month.month)}`}>
      {causes.map(({ code, amount, text }, index) => (
        <li key={`${code} ${index}`}>
          <span className="ell-2">{text[t.language]}</span>
          <span className="sp" />
          <Money amount={amount} signed className="second settle-cause" />
        </li>
      ))}
      {standing === 'unknown' && <Warned>{t('settlements.unknown')}</Warned>}
      {isUnpaid === true && difference > 0 && <Warned>{t('settlements.unpaid')}</Warned>}
      {openClaim !== null && <Warned>{t('settlements.openClaim', { number: openClaim })}</Warned>}
    </ul>
  );
}

function Warned({ children }: { children: ReactNode }) {
  return (
    <li className="t-warning">
      <Icon name="alert" size={14} />
      {children}
    </li>
  );
}

function Amount({ amount }: { amount: Halalas | null }) {
  const t = useT();
  return amount === null ? (
    <span className="muted">{t('ui.notSet')}</span>
  ) : (
    <Money amount={amount} />
  );
}

function hasNotes({ causes, openClaim, isUnpaid, standing, difference }: MonthOnScreen): boolean {
  return (
    causes.length > 0 ||
    (openClaim ?? null) !== null ||
    standing === 'unknown' ||
    (isUnpaid === true && difference > 0)
  );
}

function toneOf(difference: Halalas): string {
  if (difference === 0) return 'muted';
  return difference > 0 ? 'strong t-warning' : 'strong t-danger';
}

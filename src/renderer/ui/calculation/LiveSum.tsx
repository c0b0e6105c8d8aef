import type { Calculation } from '../../../domain/entitlement/calculation.ts';
import { subtractHalalas, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { errorWords } from '../../lib/error-words.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { StatusChip } from '../Chip.tsx';
import { DateText, Money } from '../Figures.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { Notice } from '../States.tsx';
import { AmountLines } from '../why-amount/AmountLines.tsx';
import { SumReasons } from './SumReasons.tsx';

export interface FoundSum {
  readonly month: IsoMonth;
  readonly calculation: Calculation;
}

/** What a household would be due, beside the fields in which it is typed. */
export function LiveSum({
  sum,
  error,
  before,
}: {
  sum: FoundSum | undefined;
  error: Refusal | null;
  /** The pension before anything was tried; absent where nothing was known. */
  before?: Halalas | undefined;
}) {
  const t = useT();
  if (error !== null) return <Notice tone="warning">{errorWords(t, error)}</Notice>;
  if (sum === undefined) return <Skeleton lines={6} />;
  const { eligible, pension, minimum, counted, reasons, lines, rules } = sum.calculation;
  return (
    <>
      <p className="calc-result" role="status">
        <span className="small second">
          {t('calculator.pensionOf', { month: monthName(t, sum.month) })}
        </span>
        <b className="calc-pension">
          <Money amount={pension} unit />
        </b>
        <StatusChip family="eligibility" status={eligible ? 'eligible' : 'ineligible'} />
      </p>
      {before !== undefined && (
        <p className="small second">
          {t('calculator.before')} <Money amount={before} /> · {t('calculator.difference')}{' '}
          <b className="strong">
            <Money amount={subtractHalalas(pension, before)} signed />
          </b>
        </p>
      )}
      <SumReasons reasons={reasons} />
      <AmountLines
        label={t('calculator.working')}
        lines={lines}
        total={{ label: t('calculator.pension'), amount: pension }}
      />
      <dl className="calc-foot small">
        <div>
          <dt>{t('calculator.minimum')}</dt>
          <dd>
            <Money amount={minimum} />
          </dd>
        </div>
        <div>
          <dt>{t('calculator.counted')}</dt>
          <dd>
            <Money amount={counted} />
          </dd>
        </div>
        <div>
          <dt>{t('calculator.ratesSince')}</dt>
          <dd>
            <DateText date={rules} />
          </dd>
        </div>
      </dl>
    </>
  );
}

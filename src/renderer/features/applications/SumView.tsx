import type { Calculation } from '../../../domain/entitlement/calculation.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { SumReasons } from '../../ui/calculation/SumReasons.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { Money } from '../../ui/Figures.tsx';
import { AmountLines } from '../../ui/why-amount/AmountLines.tsx';

/** A sum with its lines, each with its article, in words that can be read aloud; they add up to the pension. */
export function SumView({ month, calculation }: { month: IsoMonth; calculation: Calculation }) {
  const t = useT();
  const { eligible, pension, lines, reasons } = calculation;
  const sumOf = t('applications.sumOf', { month: monthName(t, month) });
  return (
    <>
      <p className="app-result">
        <StatusChip family="eligibility" status={eligible ? 'eligible' : 'ineligible'} />
        <span className="second small">{sumOf}</span>
        <span className="sp" />
        <b className="app-pension">
          <Money amount={pension} unit />
        </b>
      </p>
      <SumReasons reasons={reasons} />
      <AmountLines
        label={sumOf}
        lines={lines}
        total={{ label: t('applications.pension'), amount: pension }}
      />
    </>
  );
}

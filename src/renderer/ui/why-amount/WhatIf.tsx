import type { WhyAmount } from '../../lib/why-amount/use-why-amount.ts';
import { CalculationDesk } from '../calculation/CalculationDesk.tsx';

/** The household as it is known today, to try changes on; nothing of them is kept. */
export function WhatIf({ now }: { now: NonNullable<WhyAmount['now']> }) {
  return (
    <div className="why-what-if">
      <CalculationDesk initial={now.input} nameOf={(id) => now.names[id] ?? null} />
    </div>
  );
}

import { useT } from '../../lib/i18n/use-t.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import { CalculationDesk } from '../../ui/calculation/CalculationDesk.tsx';

/** What a walk-in would be due, by what he says. */
export function CalculatorScreen(_props: ScreenProps) {
  const t = useT();
  useScreenTitle(t('shell.entitlementDesk.calculator'));
  return <CalculationDesk initial={null} />;
}

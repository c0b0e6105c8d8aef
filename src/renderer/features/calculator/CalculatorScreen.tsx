import { useT } from '../../lib/i18n/use-t.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';

export function CalculatorScreen(_props: ScreenProps) {
  const t = useT();
  useScreenTitle(t('shell.entitlementDesk.calculator'));
  return <h1>{t('shell.entitlementDesk.calculator')}</h1>;
}

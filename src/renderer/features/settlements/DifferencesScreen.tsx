import { useT } from '../../lib/i18n/use-t.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';

export function DifferencesScreen(_props: ScreenProps) {
  const t = useT();
  useScreenTitle(t('shell.entitlementDesk.differences'));
  return <h1>{t('shell.entitlementDesk.differences')}</h1>;
}

import { useT } from '../../lib/i18n/use-t.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';

export function ApplicationsScreen(_props: ScreenProps) {
  const t = useT();
  useScreenTitle(t('shell.applications'));
  return <h1>{t('shell.applications')}</h1>;
}

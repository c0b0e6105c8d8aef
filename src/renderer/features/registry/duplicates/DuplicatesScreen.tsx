import { useT } from '../../../lib/i18n/use-t.ts';
import type { ScreenProps } from '../../../lib/route.ts';
import { useScreenTitle } from '../../../lib/shell-store.ts';

export function DuplicatesScreen(_props: ScreenProps) {
  const t = useT();
  useScreenTitle(t('shell.registryDesk.duplicates'));
  return <h1>{t('shell.registryDesk.duplicates')}</h1>;
}

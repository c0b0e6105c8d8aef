import { useT } from '../../lib/i18n/use-t.ts';
import type { ScreenProps } from '../../lib/route.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import { PersonPage } from './PersonPage.tsx';
import { PersonSearch } from './PersonSearch.tsx';
import './registry.css';

/** Finding a beneficiary, and everything about one on one page. */
export function BeneficiariesScreen({ id, query }: ScreenProps) {
  const t = useT();
  useScreenTitle(t('registry.title'));
  return id === null ? <PersonSearch /> : <PersonPage key={id} id={id} query={query} />;
}

import { lazy } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import { hrefOf, navigate, type ScreenProps } from '../lib/route.ts';
import type { IconName } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Tabs.tsx';
import './desk.css';

const EligibilityRuns = lazy(async () => ({
  default: (await import('../features/entitlement/EligibilityRuns.tsx')).EligibilityRuns,
}));
const DifferencesScreen = lazy(async () => ({
  default: (await import('../features/settlements/DifferencesScreen.tsx')).DifferencesScreen,
}));
const RecoveriesScreen = lazy(async () => ({
  default: (await import('../features/settlements/RecoveriesScreen.tsx')).RecoveriesScreen,
}));
const CalculatorScreen = lazy(async () => ({
  default: (await import('../features/calculator/CalculatorScreen.tsx')).CalculatorScreen,
}));

const DESKS = ['runs', 'differences', 'recoveries', 'calculator'] as const;
type Desk = (typeof DESKS)[number];
const ICONS = {
  runs: 'checks',
  differences: 'neq',
  recoveries: 'ret',
  calculator: 'calc',
} as const satisfies Record<Desk, IconName>;

const hrefOfDesk = (desk: Desk): string =>
  desk === 'runs' ? hrefOf('entitlement') : hrefOf('entitlement', null, { desk });

/** What everybody is due: the monthly run, what was paid too little or too much, and the calculator. */
export function EntitlementDesk(props: ScreenProps) {
  const t = useT();
  const desk = DESKS.find((known) => known === props.query['desk']) ?? 'runs';
  return (
    <div className="area-desk">
      <div className="area-desk-row">
        <Segmented
          label={t('shell.entitlementDesks')}
          items={DESKS.map((one) => ({
            id: one,
            label: t(`shell.entitlementDesk.${one}`),
            icon: ICONS[one],
          }))}
          selected={desk}
          onSelect={(chosen) => navigate(hrefOfDesk(chosen))}
        />
      </div>
      {desk === 'runs' && <EligibilityRuns {...props} />}
      {desk === 'differences' && <DifferencesScreen {...props} />}
      {desk === 'recoveries' && <RecoveriesScreen {...props} />}
      {desk === 'calculator' && <CalculatorScreen {...props} />}
    </div>
  );
}

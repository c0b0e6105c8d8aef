import { lazy } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import { hrefOf, navigate, type ScreenProps } from '../lib/route.ts';
import type { IconName } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Tabs.tsx';
import './desk.css';

const BeneficiariesScreen = lazy(async () => ({
  default: (await import('../features/registry/BeneficiariesScreen.tsx')).BeneficiariesScreen,
}));
const DuplicatesScreen = lazy(async () => ({
  default: (await import('../features/registry/duplicates/DuplicatesScreen.tsx')).DuplicatesScreen,
}));
const GovernmentRecords = lazy(async () => ({
  default: (await import('../features/government-records/GovernmentRecords.tsx')).GovernmentRecords,
}));

const DESKS = ['people', 'duplicates', 'records'] as const;
type Desk = (typeof DESKS)[number];
const ICONS = {
  people: 'people',
  duplicates: 'dup',
  records: 'bank',
} as const satisfies Record<Desk, IconName>;

const hrefOfDesk = (desk: Desk): string =>
  desk === 'people' ? hrefOf('beneficiaries') : hrefOf('beneficiaries', null, { desk });

/** People, who of them may be the same person, and what other registers say of them. */
export function RegistryDesk(props: ScreenProps) {
  const t = useT();
  const desk = DESKS.find((known) => known === props.query['desk']) ?? 'people';
  return (
    <div className="area-desk">
      <div className="area-desk-row">
        <Segmented
          label={t('shell.registryDesks')}
          items={DESKS.map((one) => ({
            id: one,
            label: t(`shell.registryDesk.${one}`),
            icon: ICONS[one],
          }))}
          selected={desk}
          onSelect={(chosen) => navigate(hrefOfDesk(chosen))}
        />
      </div>
      {desk === 'people' && <BeneficiariesScreen {...props} />}
      {desk === 'duplicates' && <DuplicatesScreen {...props} />}
      {desk === 'records' && <GovernmentRecords {...props} />}
    </div>
  );
}

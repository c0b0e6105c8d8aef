import { lazy } from 'react';
import type { Permission } from '../../domain/staff/permissions.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { hrefOf, navigate, type ScreenProps } from '../lib/route.ts';
import { useOfficer } from '../lib/session-store.ts';
import type { IconName } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Tabs.tsx';

const Officers = lazy(async () => ({
  default: (await import('../features/staff/AdministrationScreen.tsx')).AdministrationScreen,
}));
const Settings = lazy(async () => ({
  default: (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen,
}));
const ReasonCodes = lazy(async () => ({
  default: (await import('../features/reconciliation/reason-codes/ReasonCodesScreen.tsx'))
    .ReasonCodesScreen,
}));

const DeliveryAccounts = lazy(async () => ({
  default: (await import('../features/deliveries/AccountsScreen.tsx')).AccountsScreen,
}));

const Programmes = lazy(async () => ({
  default: (await import('../features/programmes/ProgrammesScreen.tsx')).ProgrammesScreen,
}));

const LetterTemplates = lazy(async () => ({
  default: (await import('../features/letter-templates/LetterTemplatesScreen.tsx'))
    .LetterTemplatesScreen,
}));

interface Section {
  readonly id: 'officers' | 'settings' | 'programmes' | 'templates' | 'codes' | 'sending';
  readonly label:
    | 'reasonCodes.officers'
    | 'settings.title'
    | 'programmes.title'
    | 'letterTemplates.title'
    | 'reasonCodes.title'
    | 'deliveries.accountsTitle';
  readonly icon: IconName;
  /** Who sees it. */
  readonly permission: Permission;
}

const SECTIONS: readonly Section[] = [
  { id: 'officers', label: 'reasonCodes.officers', icon: 'people', permission: 'staff.manage' },
  { id: 'settings', label: 'settings.title', icon: 'admin', permission: 'settings.read' },
  { id: 'programmes', label: 'programmes.title', icon: 'folder', permission: 'settings.read' },
  { id: 'templates', label: 'letterTemplates.title', icon: 'letter', permission: 'settings.read' },
  { id: 'codes', label: 'reasonCodes.title', icon: 'hash', permission: 'settings.manage' },
  {
    id: 'sending',
    label: 'deliveries.accountsTitle',
    icon: 'send',
    permission: 'settings.manage',
  },
];

/** The sections of administration, each the work of its own area. */
export function Administration({ id: opened, query }: ScreenProps) {
  const t = useT();
  const { permissions } = useOfficer();
  const allowed = SECTIONS.filter(({ permission }) => permissions.includes(permission));
  const section = allowed.find(({ id }) => id === query['section']) ?? allowed[0];
  if (section === undefined) return null;
  return (
    <div className="admin">
      {allowed.length > 1 && (
        <Segmented
          label={t('reasonCodes.sections')}
          items={allowed.map(({ id, label, icon }) => ({ id, label: t(label), icon }))}
          selected={section.id}
          onSelect={(chosen) => navigate(hrefOf('administration', null, { section: chosen }))}
        />
      )}
      <div className="admin-section">
        {section.id === 'officers' && <Officers />}
        {section.id === 'settings' && <Settings area={query['area']} />}
        {section.id === 'programmes' && <Programmes code={opened} />}
        {section.id === 'templates' && <LetterTemplates kind={opened} />}
        {section.id === 'codes' && <ReasonCodes />}
        {section.id === 'sending' && <DeliveryAccounts />}
      </div>
    </div>
  );
}

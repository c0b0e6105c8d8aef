import { lazy } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import { hrefOf, navigate, type ScreenProps } from '../lib/route.ts';
import { useMay } from '../lib/session-store.ts';
import { Segmented } from '../ui/Tabs.tsx';

const Officers = lazy(async () => ({
  default: (await import('../features/staff/AdministrationScreen.tsx')).AdministrationScreen,
}));
const ReasonCodes = lazy(async () => ({
  default: (await import('../features/reconciliation/reason-codes/ReasonCodesScreen.tsx'))
    .ReasonCodesScreen,
}));

/** The sections of administration, each the work of its own area. */
export function Administration({ query }: ScreenProps) {
  const t = useT();
  const mayChangeSettings = useMay('settings.manage');
  const section = mayChangeSettings && query['section'] === 'codes' ? 'codes' : 'officers';
  return (
    <div className="admin">
      {mayChangeSettings && (
        <Segmented
          label={t('reasonCodes.sections')}
          items={[
            { id: 'officers', label: t('reasonCodes.officers'), icon: 'people' },
            { id: 'codes', label: t('reasonCodes.title'), icon: 'hash' },
          ]}
          selected={section}
          onSelect={(chosen) => navigate(hrefOf('administration', null, { section: chosen }))}
        />
      )}
      <div className="admin-section">{section === 'codes' ? <ReasonCodes /> : <Officers />}</div>
    </div>
  );
}

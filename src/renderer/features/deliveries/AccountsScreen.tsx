import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import './deliveries.css';
import { EmailAccountForm } from './EmailAccountForm.tsx';
import { SmsAccountForm } from './SmsAccountForm.tsx';

/** By which server letters are mailed and by which gateway they are announced. */
export function AccountsScreen() {
  const t = useT();
  useScreenTitle(t('shell.administration'));
  const found = useApiQuery(['deliveries', 'accounts'], () => api.deliveries.accounts({}));
  if (found.error !== null) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={8} />;
  const { email, sms } = found.data;
  return (
    <div className="dlv-accounts">
      <Panel
        title={t('deliveries.emailAccount')}
        actions={<SetUp isSetUp={email !== null} />}
        pane
        fill
      >
        <EmailAccountForm key={email?.version ?? 0} account={email} />
      </Panel>
      <Panel
        title={t('deliveries.smsAccount')}
        actions={<SetUp isSetUp={sms !== null} />}
        pane
        fill
      >
        <SmsAccountForm key={sms?.version ?? 0} account={sms} />
      </Panel>
    </div>
  );
}

function SetUp({ isSetUp }: { isSetUp: boolean }) {
  const t = useT();
  return isSetUp ? (
    <Chip tone="success" icon="check">
      {t('deliveries.setUp')}
    </Chip>
  ) : (
    <Chip icon="ring">{t('deliveries.notSetUp')}</Chip>
  );
}

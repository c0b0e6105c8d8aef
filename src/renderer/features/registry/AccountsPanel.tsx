import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DateText } from '../../ui/Figures.tsx';
import { Masked } from '../../ui/Masked.tsx';
import { Message } from '../../ui/Message.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { bankName } from '../../lib/format/bank-name.ts';
import type { Person } from './use-person.ts';

type Account = Person['bankAccounts'][number];

/** Every account there was, the present one first. */
export function AccountsPanel({
  personId,
  accounts,
}: {
  personId: string;
  accounts: readonly Account[];
}) {
  const t = useT();
  return (
    <Panel title={t('registry.accounts')} flush pane>
      {accounts.length === 0 ? (
        <p className="per-none">{t('registry.noAccounts')}</p>
      ) : (
        <ul className="per-accounts">
          {accounts.map((account) => (
            <AccountLine key={account.id} personId={personId} account={account} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AccountLine({ personId, account }: { personId: string; account: Account }) {
  const t = useT();
  const { id, maskedIban, bankCode, validFrom, validTo, verifiedOn } = account;
  return (
    <li className={validTo === null ? '' : 'past'}>
      <div className="per-account-1">
        <Masked
          value={maskedIban}
          label={t('registry.account')}
          reveal={(reason) =>
            api.registry.reveal({
              beneficiaryId: personId,
              field: 'iban',
              bankAccountId: id,
              reason,
            })
          }
        />
        <span className="sp" />
        {verifiedOn === null ? (
          <Chip tone="warning" icon="alert" plain>
            {t('registry.notVerified')}
          </Chip>
        ) : (
          <Chip tone="success" icon="checkc" plain>
            <Message id="registry.verifiedOn" values={{ date: <DateText date={verifiedOn} /> }} />
          </Chip>
        )}
      </div>
      <div className="cap muted">
        {bankName(t, bankCode)}
        {' · '}
        {validTo === null ? (
          <Message id="registry.accountSince" values={{ from: <DateText date={validFrom} /> }} />
        ) : (
          <Message
            id="registry.accountBetween"
            values={{ from: <DateText date={validFrom} />, to: <DateText date={validTo} /> }}
          />
        )}
      </div>
    </li>
  );
}

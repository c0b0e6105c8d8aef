import { useState } from 'react';
import type { AccountDto } from '../../../../contract/households.ts';
import { useDocumentBytes } from '../../../lib/cases/document-bytes.ts';
import { api } from '../../../lib/client.ts';
import { bankName } from '../../../lib/format/bank-name.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { useMay } from '../../../lib/session-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { DocumentDialog } from '../../../ui/cases/Documents.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import { Masked } from '../../../ui/Masked.tsx';
import { Message } from '../../../ui/Message.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { AddAccountDialog } from './AddAccountDialog.tsx';
import { EndAccountDialog } from './EndAccountDialog.tsx';
import { SpanText } from './FactLines.tsx';
import type { Household } from './use-household.ts';

/** Every account there was with what proves it, the present one first; changed on the days set for it. */
export function AccountsTab({ personId, household }: { personId: string; household: Household }) {
  const t = useT();
  const mayWrite = useMay('registry.write');
  const desk = useApiQuery(['households', 'accountDesk', personId], () =>
    api.households.accountDesk({ beneficiaryId: personId }),
  ).data;
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<AccountDto | null>(null);
  const [proofId, setProofId] = useState<string | null>(null);
  const bytes = useDocumentBytes(proofId);
  const proofs = household.accounts.flatMap(({ proof }) => (proof === null ? [] : [proof]));
  const mayChange = mayWrite && desk?.isOpen === true;
  return (
    <div className="hh-scroll">
      <div className="hh-bar">
        {desk !== undefined && (
          <Rule icon="clock" tone={desk.isOpen ? 'muted' : 'warning'}>
            <Message
              id={desk.isOpen ? 'households.editDaysOpen' : 'households.editDaysClosed'}
              values={{
                opensOn: <DateText date={desk.opensOn} />,
                closesOn: <DateText date={desk.closesOn} />,
              }}
            />
          </Rule>
        )}
        <span className="sp" />
        {mayWrite && (
          <Button size="s" icon="plus" isDisabled={!mayChange} onPress={() => setAdding(true)}>
            {t('households.addAccount')}
          </Button>
        )}
      </div>
      {household.accounts.length === 0 ? (
        <EmptyState icon="bank" title={t('households.noAccounts')}>
          {t('households.noAccountsText')}
        </EmptyState>
      ) : (
        <ul className="hh-accounts">
          {household.accounts.map((account) => (
            <AccountRow
              key={account.id}
              personId={personId}
              account={account}
              onProof={setProofId}
              onEnd={mayChange && account.validTo === null ? () => setEnding(account) : undefined}
            />
          ))}
        </ul>
      )}
      {household.comparedWith !== null && (
        <p className="cap muted hh-note">{t('households.stateOfAccounts')}</p>
      )}
      {isAdding && desk !== undefined && (
        <AddAccountDialog
          personId={personId}
          documents={desk.documents}
          onClose={() => setAdding(false)}
        />
      )}
      {ending !== null && (
        <EndAccountDialog personId={personId} account={ending} onClose={() => setEnding(null)} />
      )}
      <DocumentDialog
        documents={proofs}
        openId={proofId}
        onOpen={setProofId}
        bytes={bytes.bytes}
        error={bytes.error}
        onRetry={bytes.refetch}
      />
    </div>
  );
}

function AccountRow({
  personId,
  account,
  onProof,
  onEnd,
}: {
  personId: string;
  account: AccountDto;
  onProof: (documentId: string) => void;
  onEnd: (() => void) | undefined;
}) {
  const t = useT();
  const { id, maskedIban, bankCode, validTo, verifiedOn, verifiedHow, proof, proofKind } = account;
  return (
    <li className={validTo === null ? '' : 'past'} aria-label={maskedIban}>
      <span className="hh-two">
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
        <small className="muted">
          {bankName(t, bankCode)}
          {t('cases.listComma')}
          <SpanText fact={account} />
        </small>
      </span>
      <span className="hh-chips">
        {verifiedOn === null ? (
          <Chip tone="warning" icon="alert">
            {t('households.notVerified')}
          </Chip>
        ) : (
          <Chip
            tone="success"
            icon="checkc"
            {...(account.verifiedBy === null ? {} : { title: account.verifiedBy })}
          >
            {verifiedHow === null ? (
              <Message id="registry.verifiedOn" values={{ date: <DateText date={verifiedOn} /> }} />
            ) : (
              <Message
                id="households.verifiedLine"
                values={{
                  date: <DateText date={verifiedOn} />,
                  how: t(`households.verified.${verifiedHow}`),
                }}
              />
            )}
          </Chip>
        )}
      </span>
      <span className="sp" />
      {proof !== null && (
        <Button size="s" variant="quiet" icon="doc" onPress={() => onProof(proof.id)}>
          {proofKind === null
            ? t('households.openProof')
            : t(`households.accountProof.${proofKind}`)}
        </Button>
      )}
      {onEnd !== undefined && (
        <Button size="s" variant="quiet" icon="exit" onPress={onEnd}>
          {t('households.endAccount')}
        </Button>
      )}
    </li>
  );
}

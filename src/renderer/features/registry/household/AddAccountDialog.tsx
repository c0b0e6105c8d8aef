import { useState } from 'react';
import type { DocumentRef } from '../../../../contract/cases.ts';
import { VERIFIED_BY_OFFICER } from '../../../../contract/households.ts';
import { ACCOUNT_PROOFS, type AccountProof } from '../../../../domain/registry/bank-account.ts';
import { bankCodeOfIban, parseIban } from '../../../../domain/registry/iban.ts';
import { useAttaching } from '../../../lib/cases/attaching.ts';
import { focusFirstFault } from '../../../lib/cases/focus-first-fault.ts';
import { api } from '../../../lib/client.ts';
import { errorWords } from '../../../lib/error-words.ts';
import { bankName } from '../../../lib/format/bank-name.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { AttachDialog } from '../../../ui/cases/AttachDialog.tsx';
import { chooseDocument } from '../../../ui/cases/choose-document.ts';
import { Checkbox, Select } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import { asTypedDate, TypedDateField } from '../../../ui/TypedDateField.tsx';

const SHORTEST_REASON = 3;
const LONG_ENOUGH = 24;
const FIELDS = ['iban', 'from', 'proof', 'verifiedOn'];

/** A new account, with what proves that it is the beneficiary's and how that was verified. */
export function AddAccountDialog({
  personId,
  documents,
  onClose,
}: {
  personId: string;
  documents: readonly DocumentRef[];
  onClose: () => void;
}) {
  const t = useT();
  const today = useToday();
  const [iban, setIban] = useState('');
  const [from, setFrom] = useState(() => asTypedDate(today));
  const [proofKind, setProofKind] = useState<AccountProof>('ibanCertificate');
  const [documentId, setDocumentId] = useState<string | null>(documents.at(-1)?.id ?? null);
  const [isVerified, setVerified] = useState(false);
  const [verifiedOn, setVerifiedOn] = useState(() => asTypedDate(today));
  const [how, setHow] = useState<(typeof VERIFIED_BY_OFFICER)[number]>('document');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const add = useApiCommand(api.households.addAccount, ['households', 'registry']);
  const attaching = useAttaching(
    { ownerType: 'beneficiary', ownerId: personId, areas: ['households'] },
    ({ id }) => setDocumentId(id),
  );
  const parsed = iban.replace(/\s/g, '').length < LONG_ENOUGH ? null : parseIban(iban);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const needed = (isMissing: boolean): string | null =>
    isChecked && isMissing ? t('households.needed') : null;
  const refused = (field: string): string | null =>
    add.error?.details?.['field'] === field ? errorWords(t, add.error) : null;
  const below = FIELDS.includes(String(add.error?.details?.['field'])) ? null : add.error;

  const run = async (): Promise<void> => {
    setChecked(true);
    const isDated = !isVerified || verifiedOn !== null;
    if (iban.trim() === '' || from === null || documentId === null || !isDated || isShort) {
      return focusFirstFault();
    }
    const result = await add.run({
      beneficiaryId: personId,
      iban,
      from: from.date,
      proofKind,
      proofDocumentId: documentId,
      verified: isVerified && verifiedOn !== null ? { on: verifiedOn.date, how } : null,
      reason: reason.trim(),
    });
    if (!result.ok) return focusFirstFault();
    toast({ tone: 'success', text: t('households.accountAdded') });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!add.isBusy}
      size="m"
      title={t('households.addAccount')}
      footer={
        <>
          <Button onPress={onClose} isDisabled={add.isBusy}>
            {t('ui.back')}
          </Button>
          <Button variant="primary" isBusy={add.isBusy} onPress={() => void run()}>
            {t('households.addAccount')}
          </Button>
        </>
      }
    >
      <div className="hh-form-grid">
        <TextField
          label={t('households.iban')}
          value={iban}
          onChange={setIban}
          ltr
          maxLength={60}
          isRequired
          autoFocus
          help={parsed?.ok === true ? bankName(t, bankCodeOfIban(parsed.value)) : null}
          error={
            parsed?.ok === false
              ? errorWords(t, parsed.error)
              : (refused('iban') ?? needed(iban.trim() === ''))
          }
        />
        <TypedDateField
          label={t('households.accountFrom')}
          value={from}
          onChange={setFrom}
          isRequired
          error={refused('from') ?? needed(from === null)}
        />
        <Select
          label={t('households.proofKind')}
          options={ACCOUNT_PROOFS.map((value) => ({
            value,
            label: t(`households.accountProof.${value}`),
          }))}
          value={proofKind}
          onChange={setProofKind}
        />
        <div className="hh-proof">
          <Select
            label={t('households.proofDocument')}
            options={documents.map(({ id, title }) => ({ value: id, label: title }))}
            value={documentId}
            onChange={setDocumentId}
            isRequired
            isDisabled={documents.length === 0}
            placeholder={t('households.proofChoose')}
            error={refused('proof') ?? needed(documentId === null)}
            help={documents.length === 0 ? t('households.proofNone') : null}
          />
          <Button
            icon="clip"
            onPress={() =>
              void chooseDocument(t).then((file) => {
                if (file !== null) attaching.begin(file);
              })
            }
          >
            {t('households.attachProof')}
          </Button>
        </div>
      </div>
      <Checkbox isChecked={isVerified} onChange={setVerified}>
        {t('households.verified')}
      </Checkbox>
      {isVerified && (
        <div className="hh-form-grid">
          <TypedDateField
            label={t('households.verifiedOn')}
            value={verifiedOn}
            onChange={setVerifiedOn}
            isRequired
            error={refused('verifiedOn') ?? needed(verifiedOn === null)}
          />
          <Select
            label={t('households.verifiedHow')}
            options={VERIFIED_BY_OFFICER.map((value) => ({
              value,
              label: t(`households.verified.${value}`),
            }))}
            value={how}
            onChange={setHow}
          />
        </div>
      )}
      <TextField
        label={t('households.accountReason')}
        value={reason}
        onChange={setReason}
        multiline
        isRequired
        maxLength={2000}
        error={isChecked && isShort ? t('households.reasonShort') : null}
      />
      {below !== null && <RefusalNotice error={below} />}
      <AttachDialog attaching={attaching} />
    </Dialog>
  );
}

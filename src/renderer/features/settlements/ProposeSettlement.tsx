import { useState } from 'react';
import { halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { caseErrorWords } from '../../lib/cases/case-error-words.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { CaseDocuments } from '../../ui/cases/CaseDocuments.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { Checkbox, Select } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Money } from '../../ui/Figures.tsx';
import { Notice } from '../../ui/States.tsx';
import { SETTLEMENT_AREAS } from './desk.ts';
import type { PersonMonths } from './PersonSettlement.tsx';
import { isBasisShort, NO_BASIS, RecoveryBasisFields } from './RecoveryBasisFields.tsx';
import { SettledMonths } from './SettledMonths.tsx';

const SHORTEST = 3;
const DOCUMENT_AREAS = ['settlements', 'registry', 'documents'] as const;

/** Which months are settled, why, and what becomes of what was paid too much. */
export function ProposeSettlement({
  view,
  again,
}: {
  view: PersonMonths;
  again: { readonly id: string; readonly expectedVersion: number; readonly reason: string } | null;
}) {
  const t = useT();
  const { beneficiaryId } = view.person;
  const propose = useApiCommand(api.settlements.propose, SETTLEMENT_AREAS);
  const mayAttach = useMay('cases.work');
  const [chosen, setChosen] = useState<ReadonlySet<IsoMonth>>(() => usuallyChosen(view));
  const [reason, setReason] = useState(again?.reason ?? '');
  const [basis, setBasis] = useState(NO_BASIS);
  const [isNetted, setNetted] = useState(false);
  const [consentId, setConsentId] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const months = view.months.filter(({ month }) => chosen.has(month));
  const sum = (sign: 1 | -1) =>
    halalas(months.reduce((all, { difference }) => all + Math.max(sign * difference, 0), 0));
  const [owed, overpaid] = [sum(1), sum(-1)];
  const mayNet = owed > 0 && overpaid > 0;
  const consent = consentId ?? view.documents.at(-1)?.id ?? null;
  const netted = halalas(mayNet && isNetted ? Math.min(owed, overpaid) : 0);
  const isShort = reason.trim().length < SHORTEST;

  const send = async (): Promise<void> => {
    setChecked(true);
    if (propose.isBusy || months.length === 0 || isShort) return;
    if (overpaid > 0 && isBasisShort(basis)) return;
    if (mayNet && isNetted && consent === null) return;
    const result = await propose.run({
      beneficiaryId,
      again: again && { id: again.id, expectedVersion: again.expectedVersion },
      months: months.map(({ month }) => month),
      reason,
      recovery: overpaid > 0 ? basis : null,
      consentDocumentId: mayNet && isNetted ? consent : null,
    });
    if (!result.ok) return;
    const { number } = result.value;
    toast({ tone: 'success', text: t('settlements.proposedToast', { number }) });
  };

  return (
    <>
      <SettledMonths
        beneficiaryId={beneficiaryId}
        months={view.months}
        chosen={chosen}
        onChoose={(month, isChosen) => {
          const next = new Set(chosen);
          if (isChosen) next.add(month);
          else next.delete(month);
          setChosen(next);
        }}
      />
      <form className="settle-form" onSubmit={(event) => event.preventDefault()}>
        <div className="settle-sums">
          <span>
            {t('settlements.chosenPays')}{' '}
            <b>
              <Money amount={halalas(owed - netted)} unit />
            </b>{' '}
            <span className="muted">{t('settlements.withNext')}</span>
          </span>
          {overpaid > 0 && (
            <span>
              {t('settlements.chosenRecovers')}{' '}
              <b className="t-danger">
                <Money amount={halalas(overpaid - netted)} unit />
              </b>
            </span>
          )}
        </div>
        <TextField
          label={t('settlements.reason')}
          value={reason}
          onChange={setReason}
          multiline
          isRequired
          maxLength={2000}
          error={isChecked && isShort ? t('settlements.reasonShort') : null}
        />
        {overpaid > 0 && (
          <RecoveryBasisFields basis={basis} onChange={setBasis} isChecked={isChecked} />
        )}
        {mayNet && (
          <>
            <Checkbox isChecked={isNetted} onChange={setNetted}>
              {t('settlements.net')}
            </Checkbox>
            {isNetted ? (
              <>
                <Select
                  label={t('settlements.consent')}
                  isRequired
                  isDisabled={view.documents.length === 0}
                  placeholder={
                    view.documents.length === 0 ? t('settlements.noConsent') : t('ui.choose')
                  }
                  options={view.documents.map(({ id, title }) => ({ value: id, label: title }))}
                  value={consent}
                  onChange={setConsentId}
                />
                <CaseDocuments
                  owner={{
                    ownerType: 'beneficiary',
                    ownerId: beneficiaryId,
                    areas: DOCUMENT_AREAS,
                  }}
                  documents={view.documents}
                  mayAttach={mayAttach}
                />
              </>
            ) : (
              <Rule tone="muted" icon="info">
                {t('settlements.consentRule')}
              </Rule>
            )}
          </>
        )}
        {isChecked && months.length === 0 && (
          <Notice tone="danger">{t('settlements.nothingChosen')}</Notice>
        )}
        {propose.error !== null && (
          <Notice tone="danger">{caseErrorWords(t, propose.error)}</Notice>
        )}
        <div className="settle-act">
          <ConfirmKey run={() => void send()} isOpenedByIt={false} />
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={propose.isBusy}
            onPress={() => void send()}
          >
            {t('settlements.propose')}
          </Button>
          <span className="cap muted">{t('settlements.proposeRule')}</span>
        </div>
      </form>
    </>
  );
}

/** Every month with a difference, but one of which nothing was ever ordered: the officer looks at that one first. */
function usuallyChosen({ months }: PersonMonths): ReadonlySet<IsoMonth> {
  return new Set(
    months
      .filter(
        ({ difference, isUnpaid, openClaim }) =>
          difference !== 0 && !(difference > 0 && (isUnpaid || openClaim !== null)),
      )
      .map(({ month }) => month),
  );
}

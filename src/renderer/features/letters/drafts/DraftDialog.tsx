import { useState } from 'react';
import type { LetterDraftRow } from '../../../../contract/letter-drafts.ts';
import { statesDecision } from '../../../../domain/letter-register/decision-kinds.ts';
import { focusFirstFault } from '../../../lib/cases/focus-first-fault.ts';
import { usePersonSearch, type FoundPerson } from '../../../lib/cases/person-search.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useMay, useOfficer } from '../../../lib/session-store.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../../ui/cases/ConfirmKey.tsx';
import { PersonPicker } from '../../../ui/cases/PersonPicker.tsx';
import { Select } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { Notice } from '../../../ui/States.tsx';
import { templateWords } from '../letter-words.ts';
import { DraftFields } from './DraftFields.tsx';
import {
  contentOf,
  DRAFT_KINDS,
  missingFields,
  typedOf,
  type DraftContent,
  type DraftKind,
  type Typed,
} from './draft-forms.ts';
import { DraftPreview } from './DraftPreview.tsx';
import { useDraftSteps } from './use-draft-steps.ts';

const SHORTEST_SUBJECT = 3;

/** A draft that is opened again. */
export interface OpenDraft {
  readonly draft: LetterDraftRow;
  readonly kind: DraftKind;
  readonly content: DraftContent;
}

/** A letter that an officer writes: its fields beside the page that they make, kept as a draft or issued with a number. */
export function DraftDialog({
  open,
  person: personOfPage = null,
  onClose,
}: {
  open: OpenDraft | null;
  person?: FoundPerson | null;
  onClose: () => void;
}) {
  const t = useT();
  const today = useToday();
  const { officer } = useOfficer();
  const mayDraft = useMay('letters.draft');
  const [person, setPerson] = useState<FoundPerson | null>(
    open === null ? personOfPage : personOf(open.draft),
  );
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<DraftKind>(open?.kind ?? 'documentsRequest');
  const [subject, setSubject] = useState(open?.draft.subject ?? templateWords(t, kind));
  const [typed, setTyped] = useState<Typed>(
    open === null ? { asOf: today } : typedOf(open.kind, open.content),
  );
  const [isChecked, setChecked] = useState(false);
  const found = usePersonSearch(search);
  const steps = useDraftSteps(open?.draft ?? null, onClose);
  const isMine = open === null || open.draft.authorId === officer.id;
  const needsSecond = statesDecision(kind);
  const missing = missingFields(kind, typed);
  const isShort = subject.trim().length < SHORTEST_SUBJECT;
  const content = contentOf(kind, typed, subject.trim());
  const isWhole = person !== null && missing.length === 0 && !isShort;
  const preview = isWhole ? { kind, beneficiaryId: person.id, content } : null;
  const written = { kind, subject: subject.trim(), content };

  const save = async (): Promise<void> => {
    setChecked(true);
    if (person === null || isShort) return focusFirstFault();
    await steps.save({ ...written, beneficiaryId: person.id });
  };
  const issue = async (): Promise<void> => {
    setChecked(true);
    if (!isWhole) return focusFirstFault();
    await steps.issue({ ...written, beneficiaryId: person.id }, isMine);
  };
  const canIssue = mayDraft && !(needsSecond && isMine);

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={open === null ? t('letterDrafts.new') : t('letterDrafts.open')}
      canClose={!steps.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={steps.isBusy}>
            {t('ui.back')}
          </Button>
          {isMine && (
            <Button icon="save" isBusy={steps.isSaving} onPress={() => void save()}>
              {t('letterDrafts.save')}
            </Button>
          )}
          <Button
            variant="primary"
            icon="stamp"
            keys="Ctrl+Enter"
            isDisabled={!canIssue}
            isBusy={steps.isIssuing}
            onPress={() => void issue()}
            hint={canIssue ? undefined : t('letterDrafts.second')}
          >
            {t('letterDrafts.issue')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void (canIssue ? issue() : undefined)} isOpenedByIt={false} />
      <div className="draft">
        <fieldset className="draft-form" disabled={!isMine}>
          <PersonPicker
            label={t('letterDrafts.to')}
            chosen={person}
            onChoose={(chosen) => {
              if (open === null) setPerson(chosen);
            }}
            search={search}
            onSearch={setSearch}
            people={found.people}
            error={isChecked && person === null ? t('cases.personMissing') : null}
          />
          <Select
            label={t('letters.kind')}
            options={DRAFT_KINDS.map((value) => ({ value, label: templateWords(t, value) }))}
            value={kind}
            isDisabled={open !== null}
            onChange={(chosen) => {
              setKind(chosen);
              if (subject === templateWords(t, kind)) setSubject(templateWords(t, chosen));
            }}
          />
          <TextField
            label={t('letterDrafts.subject')}
            help={t('letterDrafts.subjectHelp')}
            value={subject}
            onChange={setSubject}
            isRequired
            maxLength={200}
            error={isChecked && isShort ? t('letterDrafts.missing.line') : null}
          />
          <DraftFields
            kind={kind}
            typed={typed}
            onChange={(name, value) => setTyped((was) => ({ ...was, [name]: value }))}
            missing={isChecked ? missing : []}
          />
          {needsSecond && (
            <Notice tone="info" icon="usercheck">
              {t(isMine ? 'letterDrafts.second' : 'letterDrafts.youAreSecond')}
            </Notice>
          )}
          {!isMine && <Notice tone="info">{t('letterDrafts.notYours')}</Notice>}
          <ActionRefused error={steps.error} />
        </fieldset>
        <DraftPreview draft={preview} />
      </div>
    </Dialog>
  );
}

function personOf({ beneficiaryId: id, name, maskedNationalId }: LetterDraftRow): FoundPerson {
  return { id, name, maskedNationalId, note: '' };
}

import { useEffect, useState, type ReactNode } from 'react';
import { COMPLAINT_PAPERS } from '../../../domain/letters/kinds/complaint-form.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import {
  useCaseLetters,
  type DocumentsRequest,
  type LetterSubject,
} from '../../lib/cases/case-letters.ts';
import { focusFirstFault } from '../../lib/cases/focus-first-fault.ts';
import { usualPapers, type Paper } from '../../lib/cases/papers.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useToday } from '../../lib/use-today.ts';
import { Button } from '../Button.tsx';
import { DatePicker } from '../DatePicker.tsx';
import { Dialog } from '../Dialog.tsx';
import { TextField } from '../Fields.tsx';
import { ActionRefused } from './ActionRefused.tsx';
import { ConfirmKey } from './ConfirmKey.tsx';
import { PapersField } from './PapersField.tsx';

const SHORTEST_NOTE = 3;

/** What is missing, what has come, and by when: the letter with the check list is issued with it. */
export function AskDocumentsDialog({
  of,
  isOpen,
  onClose,
  children,
  onAsk,
  isBusy,
  error,
}: {
  of: LetterSubject;
  isOpen: boolean;
  onClose: () => void;
  /** What follows for the case. */
  children?: ReactNode;
  /** Answers whether it was done. */
  onAsk: (request: DocumentsRequest) => Promise<boolean>;
  isBusy: boolean;
  error: Refusal | null;
}) {
  const t = useT();
  const today = useToday();
  const usual = useCaseLetters(of).data?.deliverBy ?? null;
  const [papers, setPapers] = useState<readonly Paper[]>(() => usualPapers(COMPLAINT_PAPERS));
  const [deliverBy, setDeliverBy] = useState<IsoDate | null>(null);
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  useEffect(() => {
    if (isOpen) setDeliverBy((was) => was ?? usual);
  }, [isOpen, usual]);

  const documents = papers
    .filter(({ state }) => state !== 'skip')
    .map(({ text, state }) => ({ text, received: state === 'received' }));
  const isComplete = documents.every(({ received }) => received);
  const isPast = deliverBy === null || deliverBy <= today;
  const submit = async (): Promise<void> => {
    setChecked(true);
    if (isBusy) return;
    if (isComplete || isPast) return focusFirstFault();
    const words = note.trim();
    const asked = { documents, deliverBy, note: words.length < SHORTEST_NOTE ? null : words };
    if (!(await onAsk(asked))) return;
    setPapers(usualPapers(COMPLAINT_PAPERS));
    setNote('');
    setDeliverBy(null);
    setChecked(false);
    onClose();
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('caseLetters.askTitle')}
      size="m"
      canClose={!isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {t('ui.back')}
          </Button>
          <Button variant="primary" keys="Ctrl+Enter" isBusy={isBusy} onPress={() => void submit()}>
            {t('caseLetters.askNow')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void submit()} isOpenedByIt={false} />
      {children !== undefined && <p className="small second">{children}</p>}
      <PapersField
        papers={papers}
        onChange={setPapers}
        error={isChecked && isComplete ? t('caseLetters.nothingMissing') : null}
      />
      <DatePicker
        label={t('caseLetters.deliverBy')}
        value={deliverBy}
        onChange={setDeliverBy}
        min={today}
        error={isChecked && isPast ? t('caseLetters.deliverByMissing') : null}
        isRequired
      />
      <TextField
        label={t('caseLetters.requestNote')}
        value={note}
        onChange={setNote}
        multiline
        maxLength={1000}
      />
      <ActionRefused error={error} />
    </Dialog>
  );
}

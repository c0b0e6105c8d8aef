import { useState } from 'react';
import type { PaperDto } from '../../../../contract/applications.ts';
import type { Refusal } from '../../../../domain/shared/result.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../../ui/cases/ConfirmKey.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { Icon } from '../../../ui/Icon.tsx';

/** What is missing: papers of the list, and data in lines of their own. The letter is issued with it. */
export function AskCompletionDialog({
  papers,
  onClose,
  onAsk,
  isBusy,
  error,
}: {
  papers: readonly PaperDto[];
  onClose: () => void;
  onAsk: (asked: { papers: string[]; data: string[]; note: string }) => Promise<void>;
  isBusy: boolean;
  error: Refusal | null;
}) {
  const t = useT();
  const open = papers.filter(({ state }) => state === 'missing' || state === 'refused');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(open.filter(({ mandatory }) => mandatory).map(({ code }) => code)),
  );
  const [data, setData] = useState('');
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const lines = data
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 2);
  const isNothing = chosen.size === 0 && lines.length === 0;
  const submit = async (): Promise<void> => {
    setChecked(true);
    if (isBusy || isNothing) return;
    await onAsk({ papers: [...chosen], data: lines, note: note.trim() });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('applications.askCompletion')}
      size="m"
      canClose={!isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {t('ui.back')}
          </Button>
          <Button variant="primary" keys="Ctrl+Enter" isBusy={isBusy} onPress={() => void submit()}>
            {t('applications.askNow')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void submit()} isOpenedByIt={false} />
      <p className="small second">{t('applications.askHelp')}</p>
      <fieldset className="ask-papers">
        <legend className="label">{t('applications.papers')}</legend>
        {open.length === 0 && <p className="cap muted">{t('applications.papersComplete')}</p>}
        {open.map(({ code, title, reason }) => (
          <Checkbox
            key={code}
            isChecked={chosen.has(code)}
            onChange={(isOn) => {
              const next = new Set(chosen);
              if (isOn) next.add(code);
              else next.delete(code);
              setChosen(next);
            }}
          >
            {title[t.language]}
            {reason !== null && reason !== '' && (
              <span className="cap muted block" dir="auto">
                {reason}
              </span>
            )}
          </Checkbox>
        ))}
      </fieldset>
      <TextField
        label={t('applications.askData')}
        help={t('applications.askDataHelp')}
        value={data}
        onChange={setData}
        multiline
        maxLength={2000}
      />
      <TextField
        label={t('applications.askNote')}
        value={note}
        onChange={setNote}
        multiline
        maxLength={1000}
      />
      {isChecked && isNothing && (
        <span className="help error" role="alert">
          <Icon name="alertc" size={14} />
          {t('applications.askNothing')}
        </span>
      )}
      <ActionRefused error={error} />
    </Dialog>
  );
}

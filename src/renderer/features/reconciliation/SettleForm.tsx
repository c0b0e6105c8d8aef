import { useRef, useState } from 'react';
import type { ExceptionRow } from '../../../contract/reconciliation.ts';
import {
  RESOLUTIONS,
  type ExceptionResolution,
} from '../../../domain/reconciliation/exception-kind.ts';
import type { QueueAction } from '../../../domain/reconciliation/required-action.ts';
import { suggestedResolution } from '../../../domain/reconciliation/suggested-resolution.ts';
import { api } from '../../lib/client.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';
import { versioned } from './chosen-exceptions.ts';
import { rememberSettled, setDesk, useDesk } from './reconciliation-store.ts';

/** How it was settled, with a note for the record; one or many of one kind and code. */
export function SettleForm({
  chosen,
  action,
}: {
  chosen: readonly ExceptionRow[];
  action: QueueAction | undefined;
}) {
  const t = useT();
  const form = useRef<HTMLDivElement>(null);
  const isBulk = useDesk((desk) => desk.selected.size > 0);
  const [resolution, setResolution] = useState<ExceptionResolution | null>(
    action === undefined ? null : suggestedResolution(action),
  );
  const [note, setNote] = useState('');
  const resolve = useApiCommand(api.reconciliation.resolve, ['reconciliation', 'today']);
  const undo = useUndoSettled();
  const isReady = resolution !== null && note.trim().length >= 2;

  const act = async (): Promise<void> => {
    if (!isReady) return;
    const result = await resolve.run({ exceptions: versioned(chosen), resolution, note });
    if (!result.ok) return;
    setNote('');
    setDesk({ selected: new Map() });
    rememberSettled(versioned(chosen, 1));
    toast({
      tone: 'success',
      text: t('reconciliation.resolved', { n: result.value.resolved }),
      action: { label: t('workbench.undo'), keys: 'Ctrl+Z', run: () => void undo() },
    });
  };
  useShortcuts({ 'Ctrl+Enter': () => void act() }, { inFields: true });
  useShortcuts({ S: () => form.current?.querySelector('textarea')?.focus() });

  return (
    <div ref={form} className="rec-settle">
      {isBulk && (
        <Notice tone="info" icon="check">
          {t('reconciliation.chosen', { n: chosen.length })}
        </Notice>
      )}
      <Select
        label={t('reconciliation.resolution')}
        options={RESOLUTIONS.map((value) => ({
          value,
          label: t(`reconciliation.resolution.${value}`),
        }))}
        value={resolution}
        onChange={setResolution}
      />
      <TextField label={t('reconciliation.note')} value={note} onChange={setNote} multiline />
      {resolve.error !== null && <RefusalNotice error={resolve.error} />}
      <Button
        block
        icon="check"
        keys="Ctrl+Enter"
        isDisabled={!isReady}
        isBusy={resolve.isBusy}
        onPress={() => void act()}
      >
        {chosen.length > 1
          ? t('reconciliation.resolveMany', { n: chosen.length })
          : t('reconciliation.resolve')}
      </Button>
    </div>
  );
}

/** Takes back what was settled last, as long as nobody has touched it since. */
export function useUndoSettled(): () => Promise<void> {
  const t = useT();
  const reopen = useApiCommand(api.reconciliation.reopen, ['reconciliation', 'today']);
  return async () => {
    const exceptions = [...useDesk.getState().settled];
    if (exceptions.length === 0) return;
    rememberSettled([]);
    const result = await reopen.run({ exceptions });
    toast(
      result.ok
        ? { tone: 'info', text: t('workbench.reopened', { n: exceptions.length }) }
        : { tone: 'danger', text: errorWords(t, result.error) },
    );
  };
}

import { useState } from 'react';
import type { CatalogueField } from '../../../contract/letter-templates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { api } from '../../lib/client.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Notice } from '../../ui/States.tsx';
import { CompareView, useChanges } from './CompareView.tsx';
import { templateOf, type EditedTemplate } from './editing.ts';
import { saveErrorWords } from './problem-words.ts';
import type { TemplateBase } from './templates-store.ts';

/** Asks what was changed and why, beside what was; then keeps it as the newest version. */
export function SaveDialog({
  template: edited,
  base,
  fields,
  onSaved,
  onClose,
}: {
  template: EditedTemplate;
  base: TemplateBase;
  fields: readonly CatalogueField[];
  onSaved: () => void;
  onClose: () => void;
}) {
  const t = useT();
  const [note, setNote] = useState('');
  const save = useApiCommand(api.letterTemplates.save, ['letterTemplates']);
  const template = templateOf(edited);
  const changes = useChanges(base.template, template, fields).filter(({ kind }) => kind !== 'same');
  const isReady = note.trim().length >= 3 && !save.isBusy;
  const act = async (): Promise<void> => {
    if (!isReady) return;
    const saved = await save.run({ template, note, expectedVersion: base.newestVersion });
    if (saved.ok) {
      toast({
        tone: 'success',
        text: t('letterTemplates.saved', { version: saved.value.version }),
        note: t('letterTemplates.savedNote'),
      });
      onSaved();
      // The other version is shown where the words stand.
    } else if (saved.error.code === 'CONFLICT') onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('letterTemplates.saveTitle', { title: template.title[t.language] })}
      canClose={!save.isBusy}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={!isReady}
            isBusy={save.isBusy}
            onPress={() => void act()}
          >
            {t('letterTemplates.save')}
          </Button>
        </>
      }
    >
      <SaveKey run={() => void act()} />
      <p className="small medium">{t('letterTemplates.changesIn', { n: changes.length })}</p>
      <div className="tpl-compare short">
        <CompareView changes={changes} />
      </div>
      <TextField
        label={t('letterTemplates.saveNote')}
        help={t('letterTemplates.saveNoteHelp')}
        value={note}
        onChange={setNote}
        maxLength={2000}
        multiline
        isRequired
        autoFocus
      />
      <Notice tone="info">{t('letterTemplates.saveFollows')}</Notice>
      {save.error !== null && <Notice tone="danger">{saveErrorWords(t, save.error)}</Notice>}
    </Dialog>
  );
}

/** Bound inside the dialog: keys of what lies below it sleep. */
function SaveKey({ run }: { run: () => void }) {
  useShortcuts({ 'Ctrl+Enter': run }, { inFields: true });
  return null;
}

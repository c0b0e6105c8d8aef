import { useEffect, useMemo, useRef, useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { sameWords } from '../../../domain/letters/letter-template.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useLeaveGuard } from '../../lib/leave-guard.ts';
import { reportSaveState, useKeyHints } from '../../lib/shell-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { AddBlock, BlockCard } from './BlockCard.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { EditorContext, type ActiveText } from './editor-context.ts';
import { placeName, templateOf, type Place } from './editing.ts';
import { FieldPalette } from './FieldPalette.tsx';
import { focusPlace } from './focus-place.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { PreviewPane, ProblemsList, useSamplePreview } from './PreviewPane.tsx';
import { SaveDialog } from './SaveDialog.tsx';
import { placeholderOf, scopeOfTemplate, type FieldScope } from './template-fields.ts';
import { TemplateAbout } from './TemplateAbout.tsx';
import { TemplateHead } from './TemplateHead.tsx';
import { TemplateText } from './TemplateText.tsx';
import {
  beginDraft,
  changeDraft,
  dropDraft,
  isChanged,
  rebaseDraft,
  redoDraft,
  undoDraft,
  useTemplatesStore,
  type Draft,
} from './templates-store.ts';
import { insertWords, toggleBold } from './text-edits.ts';
import { useMoveKeys } from './use-move-keys.ts';

type OpenTemplate = OutputOf<'letterTemplates.one'>;
type Overlay = 'none' | 'save' | 'history';

/** Words on one side, the page that they make on the other. */
export function TemplateEditor({ current }: { current: OpenTemplate }) {
  const { kind } = current.template;
  const draft = useTemplatesStore((store) => store.draft);
  const isMine = draft !== null && draft.kind === kind;
  const isOld = isMine && draft.base.newestVersion !== current.newestVersion;
  const isSaved = isOld && sameWords(current.template, templateOf(draft.editing.present));
  useEffect(() => {
    if (!isMine || (isOld && !isChanged(draft))) beginDraft(kind, baseOf(current));
    else if (isSaved) rebaseDraft(baseOf(current));
  }, [isMine, isOld, isSaved, draft, kind, current]);
  if (!isMine) return null;
  return <Editor current={current} draft={draft} isConflict={isOld && !isSaved} />;
}

function Editor({
  current,
  draft,
  isConflict,
}: {
  current: OpenTemplate;
  draft: Draft;
  isConflict: boolean;
}) {
  const t = useT();
  const { fields } = current;
  const { present, past, future } = draft.editing;
  const [overlay, setOverlay] = useState<Overlay>('none');
  const [palette, setPalette] = useState<FieldScope | null>(null);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const active = useRef<ActiveText | null>(null);
  const template = useMemo(() => templateOf(present), [present]);
  const preview = useSamplePreview(template, true);
  const hasChanges = isChanged(draft);
  const canSave = hasChanges && preview.problems.length === 0 && !isConflict;

  useEffect(() => {
    reportSaveState({ kind: hasChanges ? 'unsaved' : 'idle' });
    return () => reportSaveState({ kind: 'idle' });
  }, [hasChanges]);
  useLeaveGuard(hasUnsavedWords, (go) => setLeaving(() => go));

  const activeText = (): ActiveText | null =>
    active.current?.isThere() === true ? active.current : null;
  const openPalette = (): void => {
    const text = activeText();
    if (text !== null) setPalette(text.scope);
  };
  const makeBold = (): void => {
    const text = activeText();
    text?.write(toggleBold(text.read()));
  };
  const back = (place: Place | null): void => {
    if (place !== null) focusPlace(place);
  };
  const save = (): void => {
    const [first] = preview.problems;
    if (first !== undefined) focusPlace(first);
    else if (canSave) setOverlay('save');
  };
  useMoveKeys(present);
  useShortcuts(
    {
      'Ctrl+Z': () => back(undoDraft()),
      'Ctrl+Shift+Z': () => back(redoDraft()),
      'Ctrl+Y': () => back(redoDraft()),
      'Ctrl+I': openPalette,
      'Ctrl+B': makeBold,
      'Ctrl+S': save,
    },
    { inFields: true },
  );
  useKeyHints(
    useMemo(
      () => [
        { keys: ['Ctrl+I'], label: t('letterTemplates.insertField') },
        { keys: ['Ctrl+B'], label: t('letterTemplates.bold') },
        { keys: ['Alt+Up', 'Alt+Down'], label: t('letterTemplates.keysMoveBlock') },
        { keys: ['Ctrl+Z'], label: t('letterTemplates.undo') },
        { keys: ['Ctrl+S'], label: t('letterTemplates.save') },
      ],
      [t],
    ),
  );

  const faulty = useMemo(() => new Set(preview.problems.map(placeName)), [preview.problems]);
  const tools = useMemo(
    () => ({
      fields,
      template: present,
      change: changeDraft,
      goTo: focusPlace,
      hasProblem: (place: Place) => faulty.has(placeName(place)),
      activate: (text: ActiveText) => {
        active.current = text;
      },
    }),
    [fields, present, faulty],
  );

  return (
    <EditorContext value={tools}>
      <div className="tpl">
        <TemplateHead current={current} onHistory={() => setOverlay('history')}>
          <Button
            variant="primary"
            keys="Ctrl+S"
            isDisabled={!canSave}
            hint={
              preview.problems.length > 0
                ? t('letterTemplates.saveBlocked')
                : hasChanges
                  ? undefined
                  : t('letterTemplates.unchanged')
            }
            onPress={save}
          >
            {t('letterTemplates.save')}
          </Button>
        </TemplateHead>
        {isConflict && (
          <ConflictNotice
            current={current}
            mine={present}
            onTakeTheirs={() => beginDraft(draft.kind, baseOf(current))}
            onKeepMine={() => rebaseDraft(baseOf(current))}
          />
        )}
        <div className="tpl-sides">
          <Panel
            label={t('letterTemplates.blocks')}
            title={t('letterTemplates.words')}
            className="tpl-words"
            fill
            flush
            pane
            actions={
              <div className="row" role="toolbar" aria-label={t('letterTemplates.tools')}>
                <Button size="s" icon="plus" keys="Ctrl+I" onPress={openPalette}>
                  {t('letterTemplates.insertField')}
                </Button>
                <Button size="s" onPress={makeBold} hint={t('letterTemplates.bold')}>
                  <b>{t('letterTemplates.bold')}</b>
                </Button>
                <IconButton
                  icon="undo"
                  label={t('letterTemplates.undo')}
                  keys="Ctrl+Z"
                  size="s"
                  isDisabled={past.length === 0}
                  onPress={() => back(undoDraft())}
                />
                <IconButton
                  icon="redo"
                  label={t('letterTemplates.redo')}
                  keys="Ctrl+Shift+Z"
                  size="s"
                  isDisabled={future.length === 0}
                  onPress={() => back(redoDraft())}
                />
              </div>
            }
          >
            <div className="tpl-scroll">
              <TemplateText
                label={t('letterTemplates.subject')}
                place={{ block: null, part: 'subject' }}
                value={present.subject}
                scope={scopeOfTemplate(fields)}
                onChange={(subject, isTyping) =>
                  changeDraft({ ...present, subject }, { block: null, part: 'subject' }, isTyping)
                }
              />
              {present.blocks.length === 0 && (
                <EmptyState icon="letter" title={t('letterTemplates.noBlocks')}>
                  {t('letterTemplates.noBlocksNext')}
                </EmptyState>
              )}
              {present.blocks.map((edited, index) => (
                <BlockCard key={edited.id} edited={edited} index={index} />
              ))}
              <AddBlock />
              <TemplateAbout template={present} />
            </div>
          </Panel>
          <PreviewPane
            preview={preview}
            title={template.title[t.language]}
            problems={
              <ProblemsList
                problems={preview.problems}
                template={present}
                fields={fields}
                hasPreview={preview.bytes !== null}
                onGoTo={focusPlace}
              />
            }
          />
        </div>
      </div>
      {palette !== null && (
        <FieldPalette
          scope={palette}
          onClose={() => setPalette(null)}
          onChoose={(field, format) => {
            setPalette(null);
            const text = activeText();
            if (text === null) return;
            const { words, caret } = placeholderOf(field, format, palette.present);
            text.write(insertWords(text.read(), words, caret));
          }}
        />
      )}
      {overlay === 'save' && (
        <SaveDialog
          template={present}
          base={draft.base}
          fields={fields}
          onSaved={() => setOverlay('none')}
          onClose={() => setOverlay('none')}
        />
      )}
      {overlay === 'history' && (
        <HistoryDialog
          current={current}
          mayRestore
          hasChanges={hasChanges}
          onRestored={() => setOverlay('none')}
          onClose={() => setOverlay('none')}
        />
      )}
      {leaving !== null && (
        <LeaveDialog
          title={draft.base.template.title[t.language]}
          onStay={() => setLeaving(null)}
          onLeave={() => {
            dropDraft();
            leaving();
          }}
        />
      )}
    </EditorContext>
  );
}

function hasUnsavedWords(): boolean {
  const { draft } = useTemplatesStore.getState();
  return draft !== null && isChanged(draft);
}

function baseOf({ template, currentVersion, newestVersion }: OpenTemplate): Draft['base'] {
  return { template, version: currentVersion, newestVersion };
}

import { useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import type { TemplateVersionDto } from '../../../contract/letter-templates.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { InstantText } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../ui/States.tsx';
import { CompareView, TemplateWords, useChanges } from './CompareView.tsx';
import { saveErrorWords } from './problem-words.ts';

type OpenTemplate = OutputOf<'letterTemplates.one'>;

/** Every version with who wrote it and why, what it changes in the current one, and the way back to it. */
export function HistoryDialog({
  current,
  mayRestore,
  hasChanges,
  onRestored,
  onClose,
}: {
  current: OpenTemplate;
  mayRestore: boolean;
  /** Unsaved ones would be lost. */
  hasChanges: boolean;
  onRestored: () => void;
  onClose: () => void;
}) {
  const t = useT();
  const { kind, title } = current.template;
  const [version, setVersion] = useState(
    current.history.find((one) => one.version !== current.currentVersion)?.version ??
      current.currentVersion,
  );
  const [note, setNote] = useState('');
  const restore = useApiCommand(api.letterTemplates.restore, ['letterTemplates']);
  const isCurrent = version === current.currentVersion;
  const found = useApiQuery(
    ['letterTemplates', 'one', kind, version],
    () => api.letterTemplates.one({ kind, version }),
    { enabled: !isCurrent },
  );
  const changes = useChanges(current.template, found.data?.template, current.fields);
  const differs = changes.some((change) => change.kind !== 'same');
  const canRestore = mayRestore && !isCurrent && differs && !hasChanges;
  const act = async (): Promise<void> => {
    const { newestVersion: expectedVersion } = current;
    const done = await restore.run({ kind, version, note, expectedVersion });
    if (!done.ok) return;
    toast({
      tone: 'success',
      text: t('letterTemplates.restored', { old: version, version: done.value.version }),
      note: t('letterTemplates.savedNote'),
    });
    onRestored();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('letterTemplates.historyTitle', { title: title[t.language] })}
      canClose={!restore.isBusy}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.back')}</Button>
          {mayRestore && (
            <Button
              variant="primary"
              icon="undo"
              isDisabled={!canRestore || note.trim().length < 3}
              isBusy={restore.isBusy}
              onPress={() => void act()}
            >
              {t('letterTemplates.restore')}
            </Button>
          )}
        </>
      }
    >
      <div className="tpl-history">
        <ul aria-label={t('letterTemplates.versions')}>
          {current.history.map((one) => (
            <li key={one.version}>
              <button
                type="button"
                aria-pressed={one.version === version}
                onClick={() => setVersion(one.version)}
              >
                <VersionWords version={one} isCurrent={one.version === current.currentVersion} />
              </button>
            </li>
          ))}
        </ul>
        <div className="tpl-history-side">
          <p className="small second">
            {isCurrent
              ? t('letterTemplates.currentWords')
              : t('letterTemplates.compareHint', { version })}
          </p>
          <div className="tpl-compare">
            {isCurrent ? (
              <TemplateWords template={current.template} fields={current.fields} />
            ) : found.error !== null ? (
              <ErrorState error={found.error} onRetry={found.refetch} />
            ) : found.data === undefined ? (
              <Skeleton lines={6} />
            ) : (
              <>
                {!differs && <Notice tone="info">{t('letterTemplates.sameWords')}</Notice>}
                <CompareView changes={changes} />
              </>
            )}
          </div>
          {mayRestore && hasChanges && (
            <Notice tone="warning">{t('letterTemplates.restoreUnsaved')}</Notice>
          )}
          {canRestore && (
            <TextField
              label={t('letterTemplates.restoreNote')}
              value={note}
              onChange={setNote}
              maxLength={2000}
              isRequired
            />
          )}
          {restore.error !== null && (
            <Notice tone="danger">{saveErrorWords(t, restore.error)}</Notice>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function VersionWords({
  version: { version, note, createdAt, createdBy, shippedVersion },
  isCurrent,
}: {
  version: TemplateVersionDto;
  isCurrent: boolean;
}) {
  const t = useT();
  return (
    <>
      <span className="row">
        <b>{t('letterTemplates.version', { version })}</b>
        {isCurrent && <Chip tone="success">{t('letterTemplates.current')}</Chip>}
      </span>
      <span className="cap muted">
        {shippedVersion !== null && createdBy === null ? t('letterTemplates.cameWith') : createdBy}{' '}
        · <InstantText instant={createdAt} />
      </span>
      {note !== null && <span className="small">{note}</span>}
    </>
  );
}

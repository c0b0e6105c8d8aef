import { useMemo, useState } from 'react';
import type { LetterDraftRow } from '../../../../contract/letter-drafts.ts';
import { api } from '../../../lib/client.ts';
import { errorWords } from '../../../lib/error-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { useMay, useOfficer } from '../../../lib/session-store.ts';
import { useKeyHints, useScreenTitle } from '../../../lib/shell-store.ts';
import { toast } from '../../../lib/toasts.ts';
import { useSettled } from '../../../lib/use-settled.ts';
import { useWindowedRows } from '../../../lib/windowed-rows.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { SearchField } from '../../../ui/Fields.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import { Pills } from '../../../ui/Tabs.tsx';
import '../letters.css';
import { draftColumns } from './draft-columns.tsx';
import { DraftDialog, type OpenDraft } from './DraftDialog.tsx';
import { isDraftKind } from './draft-forms.ts';
import './drafts.css';

/** Letters that officers write by hand and that have no number yet. */
export function DraftsScreen() {
  const t = useT();
  useScreenTitle(t('letterDrafts.title'));
  const { officer } = useOfficer();
  const mayDraft = useMay('letters.draft');
  const mayVoid = useMay('letters.void');
  const [view, setView] = useState<'all' | 'mine'>('all');
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<'new' | OpenDraft | null>(null);
  const [dropped, setDropped] = useState<LetterDraftRow | null>(null);
  const discard = useApiCommand(api.letters.discardDraft, ['letters']);
  const settled = useSettled(search.trim(), 150);
  const asked = { mine: view === 'mine', ...(settled === '' ? {} : { search: settled }) };
  const found = useWindowedRows(['letters', 'drafts', asked], (offset, limit) =>
    api.letters.drafts({ ...asked, offset, limit }),
  );
  const columns = useMemo(
    () =>
      draftColumns(t, (draft) =>
        mayDraft && (mayVoid || draft.authorId === officer.id) ? () => setDropped(draft) : null,
      ),
    [t, mayDraft, mayVoid, officer.id],
  );
  useShortcuts({ N: () => setDialog('new') }, { enabled: mayDraft && dialog === null });

  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('letters.nextPrevious') },
        { keys: ['Enter'], label: t('shell.keyOpen') },
        ...(mayDraft ? [{ keys: ['N'], label: t('letterDrafts.new') }] : []),
      ],
      [t, mayDraft],
    ),
  );

  const open = async (row: LetterDraftRow): Promise<void> => {
    const result = await api.letters.draft({ id: row.id });
    if (!result.ok) return toast({ tone: 'danger', text: errorWords(t, result.error) });
    const { draft, content } = result.value;
    if (isDraftKind(draft.kind)) setDialog({ draft, kind: draft.kind, content });
    else toast({ tone: 'info', text: t('letterDrafts.otherKind') });
  };
  const newLetter = mayDraft ? (
    <Button variant="primary" icon="plus" keys="N" onPress={() => setDialog('new')}>
      {t('letterDrafts.new')}
    </Button>
  ) : undefined;

  return (
    <>
      <Panel
        title={t('letterDrafts.title')}
        note={<span role="status">{t('letterDrafts.count', { n: found.total })}</span>}
        actions={
          <>
            <SearchField
              className="let-search"
              label={t('letterDrafts.search')}
              value={search}
              onChange={setSearch}
            />
            {newLetter}
          </>
        }
        className="let-register"
        flush
        fill
        pane
      >
        <div className="let-views">
          <Pills
            label={t('letterDrafts.views')}
            items={[
              { id: 'all', label: t('letterDrafts.view.all') },
              { id: 'mine', label: t('letterDrafts.view.mine') },
            ]}
            selected={view}
            onSelect={setView}
          />
        </div>
        <DataTable
          label={t('letterDrafts.title')}
          columns={columns}
          rowKey={(row) => row.id}
          {...found.tableProps}
          onOpen={(row) => void open(row)}
          hotkeys
          error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
          empty={
            <EmptyState icon="letter" title={t('letterDrafts.noneTitle')}>
              {t('letterDrafts.noneText')}
            </EmptyState>
          }
        />
      </Panel>
      {dialog !== null && (
        <DraftDialog open={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />
      )}
      <ConfirmDialog
        isOpen={dropped !== null}
        onClose={() => {
          discard.reset();
          setDropped(null);
        }}
        title={t('letterDrafts.discardTitle', { subject: dropped?.subject ?? '' })}
        consequences={[{ icon: 'ban', text: t('letterDrafts.discardText') }]}
        confirmLabel={t('letterDrafts.discard')}
        isDanger
        isBusy={discard.isBusy}
        error={discard.error}
        onConfirm={() => {
          if (dropped === null) return;
          const { id, version: expectedVersion } = dropped;
          void discard.run({ id, expectedVersion }).then((result) => {
            if (result.ok) setDropped(null);
          });
        }}
      />
    </>
  );
}

import { useState } from 'react';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useProgrammes } from '../../../lib/programmes.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { hrefOf, navigate } from '../../../lib/route.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip, StatusChip } from '../../../ui/Chip.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { Num } from '../../../ui/Figures.tsx';
import { Notice } from '../../../ui/States.tsx';
import { caseErrorWords } from '../../../lib/cases/case-error-words.ts';
import type { ApplicationFile } from '../application-file.ts';
import { inTurn, useVersion } from '../use-version.ts';
import type { Draft } from './use-draft.ts';

/** Whose forms these are, whether everything typed is kept, and the way on. */
export function IntakeHead({
  file,
  draft,
  name,
  onSubmit,
  isBusy,
}: {
  file: ApplicationFile;
  draft: Draft;
  name: string;
  onSubmit: () => void;
  isBusy: boolean;
}) {
  const t = useT();
  const { nameOf } = useProgrammes();
  const { application } = file;
  const { id, number, programme, status } = application;
  const isDraft = status === 'draft';
  const version = useVersion(application);
  const [isDiscarding, setDiscarding] = useState(false);
  const discard = useApiCommand(api.applications.discard, ['applications', 'today']);
  const discardNow = async (): Promise<void> => {
    const result = await inTurn(id, () => discard.run({ id, expectedVersion: version.current }));
    if (!result.ok) return;
    toast({ tone: 'success', text: t('applications.discarded', { number }) });
    navigate(hrefOf('applications'));
  };
  return (
    <header className="panel in-head">
      <div className="case-head">
        <div>
          <h2>
            <span>{name.trim() === '' ? t('applications.unnamed') : name}</span>
          </h2>
          <div className="case-sub">
            {t('applications.application')} <Num>{number}</Num>
            {t('cases.listComma')}
            {nameOf(programme)}
            {t('cases.listComma')}
            {t(`cases.channel.${file.channel}`)}
          </div>
        </div>
        <span className="sp" />
        {isDraft && <KeepingChip draft={draft} />}
        <StatusChip family="application" status={status} />
        {isDraft ? (
          <Button variant="quiet" icon="x" onPress={() => setDiscarding(true)}>
            {t('applications.discard')}
          </Button>
        ) : (
          <Button onPress={() => navigate(hrefOf('applications', id))}>{t('ui.back')}</Button>
        )}
        <Button variant="primary" keys="Ctrl+Enter" isBusy={isBusy} onPress={onSubmit}>
          {t(isDraft ? 'applications.submit' : 'applications.amend')}
        </Button>
      </div>
      {draft.error !== null && (
        <Notice
          tone="warning"
          icon="refresh"
          action={
            draft.error.code === 'CONFLICT' ? (
              <>
                <Button size="s" onPress={() => draft.settle('theirs')}>
                  {t('applications.takeTheirs')}
                </Button>
                <Button size="s" onPress={() => draft.settle('mine')}>
                  {t('applications.keepMine')}
                </Button>
              </>
            ) : (
              <Button size="s" onPress={() => void draft.flush()}>
                {t('ui.retry')}
              </Button>
            )
          }
        >
          {draft.error.code === 'CONFLICT'
            ? t('applications.draftConflict')
            : caseErrorWords(t, draft.error)}
        </Notice>
      )}
      <ConfirmDialog
        isOpen={isDiscarding}
        onClose={() => {
          setDiscarding(false);
          discard.reset();
        }}
        title={t('applications.discardQuestion', { number })}
        consequences={[
          { icon: 'ban', text: t('applications.discardGone') },
          { icon: 'hash', text: t('applications.discardNumber') },
        ]}
        confirmLabel={t('applications.discard')}
        isDanger
        isBusy={discard.isBusy}
        error={discard.error}
        onConfirm={() => void discardNow()}
      />
    </header>
  );
}

function KeepingChip({ draft }: { draft: Draft }) {
  const t = useT();
  switch (draft.keeping) {
    case 'kept':
      return (
        <Chip plain tone="success" icon="check">
          {t('applications.kept')}
        </Chip>
      );
    case 'typing':
    case 'keeping':
      return (
        <Chip plain icon="refresh">
          {t('applications.keeping')}
        </Chip>
      );
    case 'refused':
      return (
        <Chip tone="danger" icon="alert">
          {t('applications.notKept')}
        </Chip>
      );
  }
}

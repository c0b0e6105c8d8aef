import { useState } from 'react';
import type { ArrivedFileDto } from '../../../contract/arrivals.ts';
import { api } from '../../lib/client.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiJob, useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { InstantText } from '../../ui/Figures.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Message } from '../../ui/Message.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';
import { setDesk } from './reconciliation-store.ts';
import { MarkChip } from './StatementProblems.tsx';
import { StatementsDialog } from './StatementsDialog.tsx';
import { WatchedFolderDialog } from './WatchedFolderDialog.tsx';
import './statements.css';

/** Beside the desks: whether the accounts' statements hold together, and what arrived by itself. */
export function StatementsStrip() {
  const t = useT();
  const mayCommit = useMay('reconciliation.commit');
  const [shown, setShown] = useState<'statements' | 'folder' | null>(null);
  const statements = useApiQuery(['statements', 'list'], () => api.statements.list({}));
  const arrivals = useApiQuery(['arrivals', 'list'], () => api.arrivals.list({}));
  const series = statements.data?.series ?? [];
  const marks = series.map(({ mark }) => mark);
  const worst = marks.includes('break') ? 'break' : marks.includes('gap') ? 'gap' : 'unbroken';
  const { folder = null, problem = null, waitsForOfficer = false } = arrivals.data ?? {};
  const files = arrivals.data?.files ?? [];
  return (
    <section className="rec-strip" aria-label={t('statements.title')}>
      <div className="rec-strip-line">
        <Button size="s" variant="quiet" icon="report" onPress={() => setShown('statements')}>
          {t('statements.title')}
        </Button>
        {series.length === 0 ? (
          <span className="small muted">{t('statements.none')}</span>
        ) : (
          <>
            <MarkChip mark={worst} plain />
            <span className="small muted">
              {t('statements.count', { n: series.reduce((sum, { total }) => sum + total, 0) })}
            </span>
          </>
        )}
        <span className="sp" />
        <span className="small rec-strip-folder">
          <Icon name="folder" size={14} />
          {folder === null ? (
            <span className="muted">{t('statements.noFolder')}</span>
          ) : (
            <>
              <span className="muted">{t('statements.folder')}</span>{' '}
              <bdi className="ell" dir="ltr" title={folder}>
                {folder}
              </bdi>
            </>
          )}
        </span>
        {files.length > 0 && (
          <Chip tone="info" icon="doc">
            {t('statements.arrived', { n: files.length })}
          </Chip>
        )}
        {mayCommit && (
          <IconButton
            size="s"
            icon="admin"
            label={t('statements.folderSettings')}
            onPress={() => setShown('folder')}
          />
        )}
      </div>
      {(problem !== null || waitsForOfficer || files.length > 0) && (
        <div className="panel rec-arrived">
          {problem !== null && <Notice tone="warning">{errorWords(t, problem)}</Notice>}
          {waitsForOfficer && <Notice tone="info">{t('statements.waitsForOfficer')}</Notice>}
          {files.length > 0 && (
            <ul className="rec-arrivals" aria-label={t('statements.arrivals')}>
              {files.map((file) => (
                <Arrival key={file.id} file={file} mayCommit={mayCommit} />
              ))}
            </ul>
          )}
        </div>
      )}
      <StatementsDialog isOpen={shown === 'statements'} onClose={() => setShown(null)} />
      <WatchedFolderDialog
        isOpen={shown === 'folder'}
        folder={folder}
        onClose={() => setShown(null)}
      />
    </section>
  );
}

const LOOKS = {
  waiting: { icon: 'hourglass', tone: 'neutral' },
  reading: { icon: 'refresh', tone: 'info' },
  read: { icon: 'eye', tone: 'info' },
  refused: { icon: 'ban', tone: 'danger' },
} as const satisfies Record<ArrivedFileDto['status'], { icon: IconName; tone: string }>;

function Arrival({ file, mayCommit }: { file: ArrivedFileDto; mayCommit: boolean }) {
  const t = useT();
  const discard = useApiJob(api.reconciliation.discard, ['reconciliation', 'arrivals']);
  const dismiss = useApiCommand(api.arrivals.dismiss, ['arrivals']);
  const { fileName, status, fileId, readAt, readBy, refusal } = file;
  const { icon, tone } = LOOKS[status];
  const throwAway = async (id: string): Promise<void> => {
    const preview = await api.reconciliation.previewOf({ fileId: id });
    if (!preview.ok) return;
    const { version: expectedVersion } = preview.value.file;
    const result = await discard.run({ fileId: id, expectedVersion });
    if (result.ok) setDesk({ fileId: null });
  };
  return (
    <li>
      <Chip icon={icon} tone={tone} plain>
        {t(`statements.arrival.${status}`)}
      </Chip>
      <bdi className="ell medium" title={fileName}>
        {fileName}
      </bdi>
      <span className="small muted nowrap">
        {readAt === null || readBy === null ? (
          <Message
            id="statements.arrivedAt"
            values={{ at: <InstantText instant={file.arrivedAt} /> }}
          />
        ) : (
          <Message
            id="statements.readBy"
            values={{ at: <InstantText instant={readAt} />, name: readBy }}
          />
        )}
      </span>
      {refusal !== null && <span className="small ell t-danger">{errorWords(t, refusal)}</span>}
      {(discard.error ?? dismiss.error) !== null && (
        <RefusalNotice error={discard.error ?? dismiss.error ?? { code: 'INTERNAL' }} />
      )}
      <span className="sp" />
      {mayCommit && fileId !== null && (
        <>
          <Button size="s" icon="eye" onPress={() => setDesk({ fileId })}>
            {t('statements.openPreview')}
          </Button>
          <IconButton
            size="s"
            icon="x"
            label={t('statements.discardPreview')}
            isDisabled={discard.isBusy}
            onPress={() => void throwAway(fileId)}
          />
        </>
      )}
      {mayCommit && status === 'refused' && (
        <IconButton
          size="s"
          icon="x"
          label={t('statements.dismiss')}
          isDisabled={dismiss.isBusy}
          onPress={() => void dismiss.run({ id: file.id, expectedVersion: file.version })}
        />
      )}
    </li>
  );
}

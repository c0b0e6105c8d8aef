import { api } from '../../lib/client.ts';
import { bridge } from '../../lib/bridge.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import './statements.css';

/** Which folder is watched for banks' files, if any. */
export function WatchedFolderDialog({
  isOpen,
  folder,
  onClose,
}: {
  isOpen: boolean;
  folder: string | null;
  onClose: () => void;
}) {
  const t = useT();
  const set = useApiCommand(api.arrivals.setFolder, ['arrivals']);
  const watch = async (path: string | null): Promise<void> => {
    const result = await set.run({ path });
    if (!result.ok) return;
    toast({
      tone: 'success',
      text: t(path === null ? 'statements.notWatching' : 'statements.watching'),
    });
    onClose();
  };
  const choose = async (): Promise<void> => {
    set.reset();
    const path = await bridge.chooseFolder(t('statements.folder'));
    if (path !== null) await watch(path);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => {
        set.reset();
        onClose();
      }}
      title={t('statements.folder')}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          {folder !== null && (
            <Button icon="ban" isBusy={set.isBusy} onPress={() => void watch(null)}>
              {t('statements.stopWatching')}
            </Button>
          )}
          <Button variant="primary" icon="folder" isBusy={set.isBusy} onPress={() => void choose()}>
            {t('statements.chooseFolder')}
          </Button>
        </>
      }
    >
      <p className="small second">{t('statements.folderHelp')}</p>
      <p className="stm-path">
        {folder === null ? (
          <span className="muted">{t('statements.noFolder')}</span>
        ) : (
          <bdi dir="ltr">{folder}</bdi>
        )}
      </p>
      {set.error !== null && <RefusalNotice error={set.error} />}
    </Dialog>
  );
}

import type { BankFileDto } from '../../../contract/reconciliation.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { IconButton } from '../../ui/Button.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { InstantText } from '../../ui/Figures.tsx';
import { bankFilesExport } from './export-requests.ts';

const SHOWN = 12;

/** The latest files, each with when it was read or committed and by whom: banks give many the same name. */
export function RecentFiles({
  files,
  openId,
  mayCommit,
  isBusy,
  onOpen,
  onUndo,
  onMappings,
}: {
  files: readonly BankFileDto[];
  openId: string | null;
  mayCommit: boolean;
  isBusy: boolean;
  onOpen: (file: BankFileDto) => void;
  onUndo: (file: BankFileDto) => void;
  onMappings: () => void;
}) {
  const t = useT();
  return (
    <div className="rec-recent">
      <div className="rec-recent-head">
        <span className="cap muted">{t('reconciliation.files')}</span>
        <span className="sp" />
        {files.length > 0 && (
          <ExportButton label={t('exports.bankFiles')} request={() => bankFilesExport(t)} />
        )}
        <IconButton size="s" icon="admin" label={t('mappings.list')} onPress={onMappings} />
      </div>
      {files.length === 0 && <p className="small muted">{t('reconciliation.noFiles')}</p>}
      <ul>
        {files.slice(0, SHOWN).map((file) => (
          <li key={file.id}>
            <span className="rec-recent-name">
              <bdi className="ell" title={file.fileName}>
                {file.fileName}
              </bdi>
              <span className="cap muted ell" title={file.committedBy ?? file.stagedBy ?? ''}>
                <InstantText instant={file.committedAt ?? file.stagedAt} />{' '}
                <bdi>{file.committedBy ?? file.stagedBy ?? ''}</bdi>
              </span>
            </span>
            {file.status !== 'discarded' && (
              <StatusChip family="bankFile" status={file.status} plain />
            )}
            {mayCommit && file.status === 'preview' && file.id !== openId && (
              <IconButton
                size="s"
                icon="eye"
                label={t('reconciliation.step.preview')}
                onPress={() => onOpen(file)}
              />
            )}
            {mayCommit && file.status === 'committed' && (
              <IconButton
                size="s"
                icon="undo"
                label={t('reconciliation.undo')}
                isDisabled={isBusy}
                onPress={() => onUndo(file)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { useT } from '../lib/i18n/use-t.ts';
import { useExport, type ExportRequest } from '../lib/use-export.ts';
import { Button, IconButton } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Progress } from './Progress.tsx';

/** `<ExportButton request={() => ({ list, columns, words })} />`: the list as it stands, all its rows, into a spreadsheet. */
export function ExportButton({
  request,
  withLabel = false,
  size = 's',
  label,
  isDisabled = false,
}: {
  request: () => ExportRequest;
  withLabel?: boolean;
  size?: 's' | 'm';
  /** What is exported, where more than one list is on the screen. */
  label?: string;
  isDisabled?: boolean;
}) {
  const t = useT();
  const { run, isBusy, progress, cancel } = useExport();
  const start = (): void => void run(request());
  return (
    <>
      {withLabel ? (
        <Button size="s" icon="download" isDisabled={isDisabled || isBusy} onPress={start}>
          {t('exports.export')}
        </Button>
      ) : (
        <IconButton
          size={size}
          icon="download"
          label={label === undefined ? t('exports.export') : t('exports.exportOf', { list: label })}
          isDisabled={isDisabled || isBusy}
          onPress={start}
        />
      )}
      <Dialog isOpen={isBusy && progress !== null} onClose={cancel} title={t('exports.exporting')}>
        <Progress label={t('exports.exporting')} progress={progress} onCancel={cancel} />
      </Dialog>
    </>
  );
}

import { useT } from '../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../Button.tsx';
import './queue.css';

/** What can be done with the selected rows of a queue, at its foot while any is selected. */
export function BulkBar({
  words,
  onAssign,
  onClear,
}: {
  words: string;
  onAssign?: (() => void) | undefined;
  onClear: () => void;
}) {
  const t = useT();
  return (
    <div className="bulk" role="toolbar" aria-label={t('cases.withSelected')}>
      <b role="status">{words}</b>
      {onAssign !== undefined && (
        <Button size="s" variant="quiet" icon="userplus" keys="E" onPress={onAssign}>
          {t('cases.assign')}
        </Button>
      )}
      <IconButton size="s" icon="x" label={t('ui.clearSelection')} onPress={onClear} />
    </div>
  );
}

import { addHalalas } from '../../../domain/shared/halalas.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Money } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { setDesk, useDesk } from './reconciliation-store.ts';

/** How many are chosen and what they amount to: one kind and code, so one question may be asked about all. */
export function BulkBar() {
  const t = useT();
  const { selected } = useDesk();
  const rows = [...selected.values()];
  const amounts = rows.flatMap(({ ours, banks }) => ours ?? banks ?? []);
  return (
    <div className="rec-bulk" role="status">
      <b>{t('reconciliation.chosen', { n: selected.size })}</b>
      <span className="ell">
        <Message
          id="workbench.selectedNote"
          values={{ amount: <Money amount={addHalalas(...amounts)} unit /> }}
        />
      </span>
      <span className="sp" />
      <Button size="s" keys="F" icon="send" onPress={() => setDesk({ isFollowingUp: true })}>
        {t('workbench.followUp')}
      </Button>
      <IconButton
        size="s"
        icon="x"
        label={t('workbench.clearSelection')}
        onPress={() => setDesk({ selected: new Map() })}
      />
    </div>
  );
}

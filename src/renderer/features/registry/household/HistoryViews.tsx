import type { HouseholdFactDto } from '../../../../contract/households.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import { ChangeList } from './ChangeList.tsx';
import { factWords } from './fact-fields.ts';
import { useHistory } from './use-history.ts';

/** Every version of one record, the newest change first. */
export function RecordHistory({
  personId,
  fact,
  onClose,
}: {
  personId: string;
  fact: HouseholdFactDto;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('households.recordHistory', { name: factWords(t, fact) })}
      footer={
        <Button onPress={onClose} autoFocus>
          {t('ui.close')}
        </Button>
      }
    >
      <Changes personId={personId} record={fact.record} />
    </Dialog>
  );
}

export function Changes({ personId, record }: { personId: string; record: number | null }) {
  const t = useT();
  const found = useHistory(personId, record);
  if (found.error !== null) {
    return (
      <ErrorState
        error={found.error}
        onRetry={found.refetch}
        title={t('households.historyFailed')}
      />
    );
  }
  if (found.data === undefined) return <Skeleton lines={5} />;
  if (found.data.length === 0) {
    return <EmptyState icon="clock" title={t('households.historyNone')} />;
  }
  return <ChangeList changes={found.data} />;
}

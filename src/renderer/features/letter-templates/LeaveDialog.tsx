import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Unsaved words are given up by an answer alone. */
export function LeaveDialog({
  title,
  onStay,
  onLeave,
}: {
  title: string;
  onStay: () => void;
  onLeave: () => void;
}) {
  const t = useT();
  return (
    <Dialog
      isOpen
      onClose={onStay}
      role="alertdialog"
      title={t('letterTemplates.leaveTitle', { title })}
      footer={
        <>
          <Button variant="danger" onPress={onLeave}>
            {t('letterTemplates.leave')}
          </Button>
          <Button variant="primary" onPress={onStay} autoFocus>
            {t('letterTemplates.stay')}
          </Button>
        </>
      }
    >
      <p className="small second">{t('letterTemplates.leaveText')}</p>
    </Dialog>
  );
}

import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import { PasswordField } from './PasswordField.tsx';

export function ChangePasswordDialog({
  isOpen,
  onClose,
}: {
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useT();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isChecked, setChecked] = useState(false);
  const command = useApiCommand(api.staff.changePassword, []);

  const close = (): void => {
    for (const clear of [setCurrent, setNext, setRepeated]) clear('');
    setChecked(false);
    command.reset();
    onClose();
  };
  const change = async (): Promise<void> => {
    setChecked(true);
    if (next.length < 10 || next !== repeated) return;
    const result = await command.run({ current, next });
    if (!result.ok) return;
    close();
    toast({ tone: 'success', text: t('staff.passwordChanged') });
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t('staff.changePasswordTitle')}
      footer={
        <>
          <Button onPress={close}>{t('ui.back')}</Button>
          <Button variant="primary" isBusy={command.isBusy} onPress={() => void change()}>
            {t('staff.changePasswordDo')}
          </Button>
        </>
      }
    >
      <PasswordField
        label={t('staff.currentPassword')}
        value={current}
        onChange={setCurrent}
        autoFocus
      />
      <PasswordField
        label={t('staff.nextPassword')}
        help={t('staff.passwordHint')}
        value={next}
        onChange={setNext}
        error={isChecked && next.length < 10 ? t('staff.passwordShort') : null}
      />
      <PasswordField
        label={t('staff.passwordRepeat')}
        value={repeated}
        onChange={setRepeated}
        error={isChecked && next !== repeated ? t('staff.passwordDiffers') : null}
      />
      {command.error !== null && <RefusalNotice error={command.error} />}
    </Dialog>
  );
}

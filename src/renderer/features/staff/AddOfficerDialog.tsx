import { useState } from 'react';
import { ROLES, type Role } from '../../../domain/staff/permissions.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import { PasswordField } from './PasswordField.tsx';
import { isUsername } from './username.ts';

const EMPTY = { fullName: '', username: '', password: '' };

export function AddOfficerDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT();
  const [draft, setDraft] = useState(EMPTY);
  const [role, setRole] = useState<Role>('officer');
  const [isChecked, setChecked] = useState(false);
  const command = useApiCommand(api.staff.add, ['staff']);
  const { fullName, username, password } = draft;
  const faults = {
    fullName: fullName.trim().length < 2 ? t('staff.nameShort') : null,
    username: isUsername(username) ? null : t('staff.usernameInvalid'),
    password: password.length < 10 ? t('staff.passwordShort') : null,
  };
  const set =
    (field: keyof typeof EMPTY) =>
    (value: string): void =>
      setDraft((was) => ({ ...was, [field]: value }));

  const close = (): void => {
    setDraft(EMPTY);
    setChecked(false);
    command.reset();
    onClose();
  };
  const add = async (): Promise<void> => {
    setChecked(true);
    if (Object.values(faults).some((fault) => fault !== null)) return;
    const result = await command.run({ ...draft, username: username.trim(), role });
    if (!result.ok) return;
    close();
    toast({ tone: 'success', text: t('staff.officerAdded', { name: fullName }) });
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t('staff.addOfficer')}
      size="m"
      footer={
        <>
          <Button onPress={close}>{t('ui.back')}</Button>
          <Button variant="primary" isBusy={command.isBusy} onPress={() => void add()}>
            {t('staff.addOfficerDo')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('staff.officerName')}
        value={fullName}
        onChange={set('fullName')}
        error={isChecked ? faults.fullName : null}
        maxLength={120}
        autoFocus
      />
      <TextField
        label={t('staff.username')}
        help={t('staff.usernameHint')}
        value={username}
        onChange={set('username')}
        error={isChecked ? faults.username : null}
        ltr
        maxLength={32}
      />
      <PasswordField
        label={t('staff.firstPassword')}
        help={t('staff.firstPasswordHint')}
        value={password}
        onChange={set('password')}
        error={isChecked ? faults.password : null}
        maxLength={200}
      />
      <RadioGroup
        label={t('staff.officerRole')}
        options={ROLES.map((value) => ({
          value,
          label: t(`staff.role.${value}`),
          note: t(`staff.roleText.${value}`),
        }))}
        value={role}
        onChange={setRole}
      />
      {command.error !== null && <RefusalNotice error={command.error} />}
    </Dialog>
  );
}

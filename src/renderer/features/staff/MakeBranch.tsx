import { useState, type FormEvent } from 'react';
import { api } from '../../lib/client.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import { PasswordField } from './PasswordField.tsx';
import { isUsername } from './username.ts';

interface Draft {
  readonly branch: string;
  readonly fullName: string;
  readonly username: string;
  readonly password: string;
  readonly repeated: string;
}

const EMPTY: Draft = { branch: '', fullName: '', username: '', password: '', repeated: '' };

export function MakeBranch({
  onBusy,
  onMade,
}: {
  onBusy: (isBusy: boolean) => void;
  onMade: () => void;
}) {
  const t = useT();
  const [draft, setDraft] = useState(EMPTY);
  const [isChecked, setChecked] = useState(false);
  const command = useApiCommand(api.staff.createBranch, ['staff']);
  const faults = faultsOf(t, draft);
  const shown: Partial<Record<keyof Draft, string>> = isChecked ? faults : {};
  const set =
    (field: keyof Draft) =>
    (value: string): void =>
      setDraft((was) => ({ ...was, [field]: value }));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faults).length > 0) return;
    onBusy(true);
    const { repeated: _, ...branch } = draft;
    const result = await command.run(branch);
    onBusy(false);
    if (result.ok) onMade();
  };

  return (
    <form className="start-form" onSubmit={(event) => void submit(event)}>
      <div className="two-fields">
        <TextField
          label={t('staff.branchName')}
          help={t('staff.branchNameHint')}
          value={draft.branch}
          onChange={set('branch')}
          error={shown.branch}
          maxLength={80}
          autoFocus
        />
        <TextField
          label={t('staff.fullName')}
          value={draft.fullName}
          onChange={set('fullName')}
          error={shown.fullName}
          maxLength={120}
        />
        <TextField
          label={t('staff.username')}
          help={t('staff.usernameHint')}
          value={draft.username}
          onChange={set('username')}
          error={shown.username}
          ltr
          maxLength={32}
        />
        <PasswordField
          label={t('staff.password')}
          help={t('staff.passwordHint')}
          value={draft.password}
          onChange={set('password')}
          error={shown.password}
          maxLength={200}
        />
        <PasswordField
          label={t('staff.passwordRepeat')}
          value={draft.repeated}
          onChange={set('repeated')}
          error={shown.repeated}
          maxLength={200}
        />
      </div>
      {command.error !== null && <RefusalNotice error={command.error} />}
      <div className="start-actions">
        <Button type="submit" variant="primary" isBusy={command.isBusy}>
          {t('staff.makeBranch')}
        </Button>
      </div>
    </form>
  );
}

/** The same limits as the contract's, said beside the field before anything is sent. */
function faultsOf(t: Translate, draft: Draft): Partial<Record<keyof Draft, string>> {
  return {
    ...(draft.branch.trim().length < 2 ? { branch: t('staff.branchShort') } : {}),
    ...(draft.fullName.trim().length < 2 ? { fullName: t('staff.nameShort') } : {}),
    ...(isUsername(draft.username) ? {} : { username: t('staff.usernameInvalid') }),
    ...(draft.password.length < 10 ? { password: t('staff.passwordShort') } : {}),
    ...(draft.repeated === draft.password ? {} : { repeated: t('staff.passwordDiffers') }),
  };
}

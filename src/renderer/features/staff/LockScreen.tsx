import { useState, type FormEvent } from 'react';
import type { OfficerDto } from '../../../contract/staff.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/States.tsx';
import { PasswordField } from './PasswordField.tsx';
import { signOut } from './sign-out.ts';
import { StartFrame } from './StartFrame.tsx';
import { useSignIn } from './use-sign-in.ts';

/** Over a locked window; the same officer's password returns to the same place. */
export function LockScreen({ officer, why }: { officer: OfficerDto; why: 'asked' | 'idle' }) {
  const t = useT();
  const [password, setPassword] = useState('');
  const { signIn, isBusy, error } = useSignIn();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') void signIn(officer.username, password);
  };

  return (
    <StartFrame
      title={t('staff.lockedTitle')}
      note={t(why === 'idle' ? 'staff.lockedIdle' : 'staff.lockedText')}
    >
      <form className="start-form" onSubmit={submit}>
        <div className="row">
          <Avatar name={officer.fullName} />
          <span className="medium">{officer.fullName}</span>
        </div>
        <PasswordField
          label={t('staff.password')}
          name="password"
          value={password}
          onChange={setPassword}
          autoFocus
          maxLength={200}
        />
        {error !== null && <Notice tone="danger">{errorWords(t, error)}</Notice>}
        <div className="start-actions">
          <Button type="submit" variant="primary" isBusy={isBusy} isDisabled={password === ''}>
            {t('staff.unlock')}
          </Button>
          <Button variant="quiet" onPress={() => void signOut()}>
            {t('staff.otherOfficer')}
          </Button>
        </div>
      </form>
    </StartFrame>
  );
}

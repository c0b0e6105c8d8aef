import { useState, type FormEvent } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { SAMPLE_PASSWORD } from '../../../domain/sample/sample-accounts.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Notice } from '../../ui/States.tsx';
import { PasswordField } from './PasswordField.tsx';
import { StartFrame } from './StartFrame.tsx';
import { useSignIn } from './use-sign-in.ts';

export function SignIn({
  branch,
  sampleAccounts,
  notice,
}: {
  branch: string | null;
  sampleAccounts: OutputOf<'staff.firstStart'>['sampleAccounts'];
  notice: string | null;
}) {
  const t = useT();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const { signIn, isBusy, error } = useSignIn();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (username !== '' && password !== '') void signIn(username, password);
  };

  return (
    <StartFrame title={t('staff.signInTitle')} note={branch ?? t('staff.signInWhat')}>
      {notice !== null && <Notice tone="success">{notice}</Notice>}
      <form className="start-form" onSubmit={submit}>
        <TextField
          label={t('staff.username')}
          name="username"
          value={username}
          onChange={setUsername}
          ltr
          autoFocus
          maxLength={64}
        />
        <PasswordField
          label={t('staff.password')}
          name="password"
          value={password}
          onChange={setPassword}
          maxLength={200}
        />
        {error !== null && <Notice tone="danger">{errorWords(t, error)}</Notice>}
        <Button
          type="submit"
          variant="primary"
          block
          isBusy={isBusy}
          isDisabled={username === '' || password === ''}
        >
          {t('staff.signIn')}
        </Button>
      </form>
      {sampleAccounts.length > 0 && (
        <section className="start-accounts">
          <h2 className="cap medium second">{t('staff.sampleAccounts')}</h2>
          <div>
            {sampleAccounts.map((account) => (
              <button
                key={account.username}
                type="button"
                className="start-account"
                aria-label={t('staff.useAccount', { name: account.fullName })}
                onClick={() => {
                  setUsername(account.username);
                  setPassword(SAMPLE_PASSWORD);
                }}
              >
                <Avatar name={account.fullName} small />
                <span className="ell">
                  {account.fullName}{' '}
                  <span className="cap muted">{t(`staff.role.${account.role}`)}</span>
                </span>
                <span className="muted">
                  <Num>{account.username}</Num>
                </span>
              </button>
            ))}
          </div>
          <p className="cap muted">
            {t('staff.samplePassword')} <Num>{SAMPLE_PASSWORD}</Num>. {t('staff.sampleNotice')}
          </p>
        </section>
      )}
    </StartFrame>
  );
}

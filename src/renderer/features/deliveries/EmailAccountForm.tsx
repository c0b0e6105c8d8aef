import { useState } from 'react';
import type { EmailAccountDto } from '../../../contract/deliveries.ts';
import { EMAIL_SECURITIES, emailAccountSettings } from '../../../contract/deliveries.ts';
import {
  DEFAULT_EMAIL_SUBJECT,
  DEFAULT_EMAIL_TEXT,
  EMAIL_FIELDS,
} from '../../../domain/deliveries/message-texts.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { Select } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Notice } from '../../ui/States.tsx';
import {
  AccountFooter,
  CertificateField,
  fieldsInBraces,
  PaceFields,
  SecretField,
} from './account-parts.tsx';

const EMPTY = {
  host: '',
  port: 587,
  security: 'starttls',
  trustedCertificate: null,
  user: '',
  fromName: '',
  fromAddress: '',
  subject: DEFAULT_EMAIL_SUBJECT,
  text: DEFAULT_EMAIL_TEXT,
  pauseSeconds: 1,
  timeoutSeconds: 60,
} as const;

/** The port that goes with each way of securing (RFC 8314, RFC 6409). */
const PORTS = { tls: 465, starttls: 587, none: 25 } as const;

/** The mail account of the branch. The password is typed and kept, and never shown. */
export function EmailAccountForm({ account }: { account: EmailAccountDto | null }) {
  const t = useT();
  const [value, setValue] = useState(() =>
    account === null ? emptyAccount() : emailAccountSettings.parse(account),
  );
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useApiCommand(api.deliveries.saveEmailAccount, ['deliveries']);
  const set = (change: Partial<typeof value>): void => setValue({ ...value, ...change });
  const wrong = wrongFields(value);
  const fault = (field: string): string | null =>
    isTried && wrong.has(field) ? t('errors.INVALID_INPUT') : null;

  const submit = async (): Promise<boolean> => {
    setTried(true);
    if (wrong.size > 0) return false;
    const result = await save.run({
      ...value,
      password: password === '' ? null : password,
      expectedVersion: account?.version ?? null,
    });
    return result.ok;
  };

  return (
    <div className="dlv-account">
      <fieldset>
        <legend>{t('deliveries.server')}</legend>
        <div className="dlv-pair wide-first">
          <TextField
            label={t('deliveries.host')}
            value={value.host}
            onChange={(host) => set({ host: host.trim() })}
            ltr
            isRequired
            maxLength={253}
            error={fault('host')}
          />
          <NumberField
            label={t('deliveries.port')}
            value={value.port}
            onChange={(port) => set({ port })}
            min={1}
            max={65_535}
          />
        </div>
        <Select
          label={t('deliveries.security')}
          options={EMAIL_SECURITIES.map((security) => ({
            value: security,
            label: t(`deliveries.security.${security}`),
          }))}
          value={value.security}
          onChange={(security) =>
            set({
              security,
              ...(value.port === PORTS[value.security] ? { port: PORTS[security] } : {}),
            })
          }
        />
        {value.security === 'none' ? (
          <Notice tone="warning">{t('deliveries.securityNone')}</Notice>
        ) : (
          <CertificateField
            value={value.trustedCertificate}
            onChange={(trustedCertificate) => set({ trustedCertificate })}
          />
        )}
      </fieldset>
      <fieldset>
        <legend>{t('deliveries.signIn')}</legend>
        <div className="dlv-pair">
          <TextField
            label={t('deliveries.user')}
            value={value.user}
            onChange={(user) => set({ user })}
            ltr
            maxLength={254}
            help={t('deliveries.userHelp')}
          />
          <SecretField
            label={t('deliveries.password')}
            value={password}
            onChange={setPassword}
            hasSecret={account?.hasSecret ?? false}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('deliveries.sender')}</legend>
        <div className="dlv-pair">
          <TextField
            label={t('deliveries.fromName')}
            value={value.fromName}
            onChange={(fromName) => set({ fromName })}
            isRequired
            maxLength={100}
            error={fault('fromName')}
          />
          <TextField
            label={t('deliveries.fromAddress')}
            value={value.fromAddress}
            onChange={(fromAddress) => set({ fromAddress: fromAddress.trim() })}
            ltr
            isRequired
            maxLength={254}
            error={isTried && wrong.has('fromAddress') ? t('deliveries.emailWrong') : null}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('deliveries.words')}</legend>
        <TextField
          label={t('deliveries.mailSubject')}
          value={value.subject}
          onChange={(subject) => set({ subject })}
          isRequired
          maxLength={200}
          error={fault('subject')}
        />
        <TextField
          label={t('deliveries.mailText')}
          value={value.text}
          onChange={(text) => set({ text })}
          multiline
          isRequired
          maxLength={5000}
          help={t('deliveries.emailFields', { fields: fieldsInBraces(EMAIL_FIELDS) })}
          error={fault('text')}
          className="dlv-words"
        />
      </fieldset>
      <PaceFields value={value} onChange={set} />
      <AccountFooter
        channel="email"
        account={account}
        isBusy={save.isBusy}
        error={save.error}
        onSave={submit}
      />
    </div>
  );
}

function emptyAccount(): Omit<
  Parameters<typeof api.deliveries.saveEmailAccount>[0],
  'password' | 'expectedVersion'
> {
  return { ...EMPTY };
}

function wrongFields(value: unknown): ReadonlySet<string> {
  const parsed = emailAccountSettings.safeParse(value);
  return new Set(parsed.error?.issues.map(({ path }) => String(path[0])));
}

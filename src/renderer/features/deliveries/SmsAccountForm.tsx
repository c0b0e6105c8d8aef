import { useState } from 'react';
import { smsAccountSettings, type SmsAccountDto } from '../../../contract/deliveries.ts';
import { DEFAULT_GATEWAY_BODY, GATEWAY_FIELDS } from '../../../domain/deliveries/gateway-body.ts';
import { DEFAULT_SMS_TEXT, SMS_FIELDS } from '../../../domain/deliveries/message-texts.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { Select } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Fields.tsx';
import {
  AccountFooter,
  CertificateField,
  fieldsInBraces,
  PaceFields,
  SecretField,
} from './account-parts.tsx';

type SmsSettings = Omit<
  Parameters<typeof api.deliveries.saveSmsAccount>[0],
  'key' | 'expectedVersion'
>;

const EMPTY: SmsSettings = {
  url: 'https://',
  method: 'POST',
  trustedCertificate: null,
  headerName: 'Authorization',
  body: DEFAULT_GATEWAY_BODY,
  sender: '',
  text: DEFAULT_SMS_TEXT,
  pauseSeconds: 1,
  timeoutSeconds: 30,
};

/** The gateway that sends SMS. Its key is typed and kept, and never shown. */
export function SmsAccountForm({ account }: { account: SmsAccountDto | null }) {
  const t = useT();
  const [value, setValue] = useState<SmsSettings>(() =>
    account === null ? EMPTY : smsAccountSettings.parse(account),
  );
  const [key, setKey] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useApiCommand(api.deliveries.saveSmsAccount, ['deliveries']);
  const set = (change: Partial<SmsSettings>): void => setValue({ ...value, ...change });
  const parsed = smsAccountSettings.safeParse(value);
  const wrong = new Set(parsed.error?.issues.map(({ path }) => String(path[0])));
  const fault = (field: string): string | null =>
    isTried && wrong.has(field) ? t('errors.INVALID_INPUT') : null;

  const submit = async (): Promise<boolean> => {
    setTried(true);
    if (!parsed.success) return false;
    const result = await save.run({
      ...parsed.data,
      key: key === '' ? null : key,
      expectedVersion: account?.version ?? null,
    });
    return result.ok;
  };

  return (
    <div className="dlv-account">
      <fieldset>
        <legend>{t('deliveries.gateway')}</legend>
        <div className="dlv-pair wide-first">
          <TextField
            label={t('deliveries.url')}
            value={value.url}
            onChange={(url) => set({ url: url.trim() })}
            ltr
            isRequired
            maxLength={1000}
            help={t('deliveries.urlHelp')}
            error={fault('url')}
          />
          <Select
            label={t('deliveries.method')}
            options={[
              { value: 'POST', label: 'POST' },
              { value: 'PUT', label: 'PUT' },
            ]}
            value={value.method}
            onChange={(method) => set({ method })}
          />
        </div>
        <CertificateField
          value={value.trustedCertificate}
          onChange={(trustedCertificate) => set({ trustedCertificate })}
        />
        <div className="dlv-pair">
          <TextField
            label={t('deliveries.headerName')}
            value={value.headerName}
            onChange={(headerName) => set({ headerName: headerName.trim() })}
            ltr
            maxLength={100}
            help={t('deliveries.headerHelp')}
            error={fault('headerName')}
          />
          <SecretField
            label={t('deliveries.key')}
            value={key}
            onChange={setKey}
            hasSecret={account?.hasSecret ?? false}
          />
        </div>
        <TextField
          label={t('deliveries.body')}
          value={value.body}
          onChange={(body) => set({ body })}
          multiline
          isRequired
          maxLength={5000}
          className="dlv-ltr"
          help={t('deliveries.bodyHelp', { fields: fieldsInBraces(GATEWAY_FIELDS) })}
          error={fault('body')}
        />
      </fieldset>
      <fieldset>
        <legend>{t('deliveries.words')}</legend>
        <TextField
          label={t('deliveries.senderName')}
          value={value.sender}
          onChange={(sender) => set({ sender })}
          maxLength={50}
        />
        <TextField
          label={t('deliveries.smsText')}
          value={value.text}
          onChange={(text) => set({ text })}
          multiline
          isRequired
          maxLength={1000}
          className="dlv-sms-words"
          help={t('deliveries.emailFields', { fields: fieldsInBraces(SMS_FIELDS) })}
          error={fault('text')}
        />
      </fieldset>
      <PaceFields value={value} onChange={set} />
      <AccountFooter
        channel="sms"
        account={account}
        isBusy={save.isBusy}
        error={save.error}
        onSave={submit}
      />
    </div>
  );
}

import { useState } from 'react';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { api } from '../../lib/client.ts';
import { formatInstant } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';

/** `{number} {date}`, each in an isolate of its own. */
export function fieldsInBraces(names: readonly string[]): string {
  return names.map((name) => `\u2066{${name}}\u2069`).join(' ');
}

export function SecretField({
  label,
  value,
  onChange,
  hasSecret,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hasSecret: boolean;
}) {
  const t = useT();
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      ltr
      type="password"
      autoComplete="new-password"
      maxLength={1000}
      {...(hasSecret ? { placeholder: '••••••••' } : {})}
      help={t(hasSecret ? 'deliveries.secretKept' : 'deliveries.secretNone')}
    />
  );
}

export function CertificateField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const t = useT();
  return (
    <TextField
      label={t('deliveries.certificate')}
      value={value ?? ''}
      onChange={(pem) => onChange(pem.trim() === '' ? null : pem)}
      multiline
      maxLength={20_000}
      className="dlv-ltr"
      help={t('deliveries.certificateHelp')}
    />
  );
}

interface Pace {
  readonly pauseSeconds: number;
  readonly timeoutSeconds: number;
}

export function PaceFields({
  value,
  onChange,
}: {
  value: Pace;
  onChange: (change: Partial<Pace>) => void;
}) {
  const t = useT();
  return (
    <fieldset>
      <legend>{t('deliveries.pace')}</legend>
      <div className="dlv-pair">
        <NumberField
          label={t('deliveries.pause')}
          value={value.pauseSeconds}
          onChange={(pauseSeconds) => onChange({ pauseSeconds })}
          min={0}
          max={600}
          unit={t('deliveries.seconds')}
        />
        <NumberField
          label={t('deliveries.timeout')}
          value={value.timeoutSeconds}
          onChange={(timeoutSeconds) => onChange({ timeoutSeconds })}
          min={1}
          max={600}
          unit={t('deliveries.seconds')}
        />
      </div>
    </fieldset>
  );
}

/** Saving, who did it last, and the proof that it works. */
export function AccountFooter({
  channel,
  account,
  isBusy,
  error,
  onSave,
}: {
  channel: 'email' | 'sms';
  account: { readonly changedBy: string; readonly changedAt: IsoInstant } | null;
  isBusy: boolean;
  error: Refusal | null;
  onSave: () => Promise<boolean>;
}) {
  const t = useT();
  const save = async (): Promise<void> => {
    if (await onSave()) toast({ tone: 'success', text: t('deliveries.savedNow') });
  };
  return (
    <>
      {error !== null && <RefusalNotice error={error} />}
      <div className="row">
        <Button variant="primary" icon="save" isBusy={isBusy} onPress={() => void save()}>
          {t('deliveries.save')}
        </Button>
        {account !== null && (
          <span className="cap muted">
            {t('deliveries.changedBy', {
              name: account.changedBy,
              at: formatInstant(account.changedAt, t.digits),
            })}
          </span>
        )}
      </div>
      <TestMessage channel={channel} isSaved={account !== null} />
    </>
  );
}

function TestMessage({ channel, isSaved }: { channel: 'email' | 'sms'; isSaved: boolean }) {
  const t = useT();
  const [to, setTo] = useState('');
  const [done, setDone] = useState<{ readonly answer: number | null } | null>(null);
  const test = useApiJob(api.deliveries.test, []);
  const run = async (): Promise<void> => {
    setDone(null);
    const result = await test.run({ channel, to: to.trim() });
    if (result.ok) setDone(result.value);
  };
  return (
    <section className="dlv-test" aria-label={t('deliveries.test')}>
      <h3 className="medium">{t('deliveries.test')}</h3>
      <p className="cap muted">{t(isSaved ? 'deliveries.testText' : 'deliveries.testUnsaved')}</p>
      {isSaved && (
        <div className="dlv-test-row">
          <TextField
            label={t(channel === 'sms' ? 'deliveries.phone' : 'deliveries.testTo')}
            value={to}
            onChange={setTo}
            ltr
            maxLength={254}
          />
          <Button
            icon="send"
            isBusy={test.isBusy}
            isDisabled={to.trim() === ''}
            onPress={() => void run()}
          >
            {t('deliveries.testSend')}
          </Button>
        </div>
      )}
      {done !== null && (
        <Notice tone="success">
          {t('deliveries.testDone')}
          {done.answer !== null && (
            <>
              {' '}
              <span className="cap">
                {t('deliveries.testAnswer', { answer: String(done.answer) })}
              </span>
            </>
          )}
        </Notice>
      )}
      {test.error !== null && <RefusalNotice error={withReadAnswer(test.error)} />}
    </section>
  );
}

/** An answer is read out digit by digit, never as a quantity. */
function withReadAnswer(error: Refusal): Refusal {
  const answer = error.details?.['answer'];
  return typeof answer === 'number' ? { ...error, details: { answer: String(answer) } } : error;
}

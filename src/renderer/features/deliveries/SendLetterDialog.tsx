import { useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { emailAddress } from '../../../contract/deliveries.ts';
import { saudiMobile } from '../../../domain/deliveries/addresses.ts';
import { smsSize } from '../../../domain/deliveries/sms-segments.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { OutcomeCards, RadioGroup } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState, Notice, RefusalNotice } from '../../ui/States.tsx';
import './deliveries.css';
import { MessagePreview } from './MessagePreview.tsx';

type Prepared = OutputOf<'deliveries.prepare'>;

/** Sends an issued letter: by which way, to whom, with which words, and what of it the receiver sees. */
export function SendLetterDialog({
  letterId,
  onClose,
  onOutbox,
}: {
  letterId: string;
  onClose: () => void;
  onOutbox: () => void;
}) {
  const t = useT();
  const found = useApiQuery(['letters', 'toSend', letterId], () =>
    api.deliveries.prepare({ letterId }),
  );
  if (found.data !== undefined) {
    return <SendForm prepared={found.data} onClose={onClose} onOutbox={onOutbox} />;
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('deliveries.sendLetter')}
      footer={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      {found.error === null ? <Skeleton lines={5} /> : <ErrorState error={found.error} />}
    </Dialog>
  );
}

function SendForm({
  prepared,
  onClose,
  onOutbox,
}: {
  prepared: Prepared;
  onClose: () => void;
  onOutbox: () => void;
}) {
  const t = useT();
  const { letter, maskedPhone, before } = prepared;
  const [channel, setChannel] = useState<'email' | 'sms'>(
    prepared.sms.isReady && !prepared.email.isReady ? 'sms' : 'email',
  );
  const [usesFile, setUsesFile] = useState(maskedPhone !== null);
  const [typed, setTyped] = useState({ email: '', sms: '' });
  const [texts, setTexts] = useState({ email: prepared.email.text, sms: prepared.sms.text });
  const [isTried, setTried] = useState(false);
  const send = useApiCommand(api.deliveries.send, ['deliveries', 'letters']);
  const { isReady } = prepared[channel];
  const isFromFile = channel === 'sms' && usesFile;
  const address = typed[channel].trim();
  const isGood =
    isFromFile ||
    (channel === 'sms' ? saudiMobile(address) !== null : emailAddress.safeParse(address).success);
  const fault = isTried && !isGood;
  const text = texts[channel];
  const canSend = isReady && text.trim() !== '';

  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isGood || !canSend) return;
    const { id: letterId, version: expectedVersion, number } = letter;
    const to = isFromFile ? null : address;
    const result = await send.run({ letterId, expectedVersion, channel, to, text });
    if (!result.ok) return;
    onClose();
    toast({
      tone: 'success',
      text: t('deliveries.queuedNow', { number }),
      action: { label: t('deliveries.showOutbox'), run: onOutbox },
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('deliveries.sendTitle', { number: letter.number })}
      canClose={!send.isBusy}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            icon="send"
            keys="Ctrl+Enter"
            isDisabled={!canSend}
            isBusy={send.isBusy}
            onPress={() => void submit()}
          >
            {t('deliveries.send')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void submit()} isOpenedByIt={false} />
      <p className="small second">{t('deliveries.sendTo', { name: letter.name })}</p>
      <Earlier before={before} />
      <div className="dlv-send">
        <div className="dlv-form">
          <OutcomeCards
            label={t('deliveries.channel')}
            joined
            options={[
              { value: 'email', label: t('deliveries.channel.email'), icon: 'letter' },
              { value: 'sms', label: t('deliveries.channel.sms'), icon: 'phone' },
            ]}
            value={channel}
            onChange={setChannel}
          />
          {!isReady && <Notice tone="warning">{t('deliveries.notReady')}</Notice>}
          {channel === 'sms' && maskedPhone !== null && (
            <RadioGroup
              label={t('deliveries.whichPhone')}
              options={[
                { value: 'file', label: t('deliveries.registeredPhone', { phone: maskedPhone }) },
                { value: 'other', label: t('deliveries.otherPhone') },
              ]}
              value={usesFile ? 'file' : 'other'}
              onChange={(which) => setUsesFile(which === 'file')}
            />
          )}
          {!isFromFile && (
            <TextField
              key={channel}
              label={t(channel === 'sms' ? 'deliveries.phone' : 'deliveries.emailAddress')}
              value={typed[channel]}
              onChange={(value) => setTyped({ ...typed, [channel]: value })}
              ltr
              isRequired
              maxLength={254}
              autoFocus
              help={t(
                channel === 'email'
                  ? 'deliveries.emailHelp'
                  : maskedPhone === null
                    ? 'deliveries.noPhone'
                    : 'deliveries.phoneHelp',
              )}
              error={
                fault
                  ? t(channel === 'sms' ? 'deliveries.phoneWrong' : 'deliveries.emailWrong')
                  : null
              }
            />
          )}
          <TextField
            label={t('deliveries.text')}
            value={text}
            onChange={(value) => setTexts({ ...texts, [channel]: value })}
            multiline
            isRequired
            maxLength={channel === 'sms' ? 1000 : 5000}
            className="dlv-words"
          />
          {channel === 'sms' && <SmsCounter text={text} />}
          {send.error !== null && <RefusalNotice error={send.error} />}
        </div>
        <section className="dlv-see" aria-label={t('deliveries.preview')}>
          <h3 className="cap medium muted">{t('deliveries.preview')}</h3>
          <MessagePreview
            channel={channel}
            to={<Num>{isFromFile ? (maskedPhone ?? '') : address === '' ? '…' : address}</Num>}
            subject={channel === 'email' ? prepared.email.subject : null}
            text={text}
            attachment={channel === 'email' ? prepared.email.attachmentName : null}
          />
          {channel === 'sms' && <p className="cap muted">{t('deliveries.noDetails')}</p>}
        </section>
      </div>
    </Dialog>
  );
}

function SmsCounter({ text }: { text: string }) {
  const t = useT();
  const { units, segments, left } = smsSize(text);
  return (
    <p className="cap muted" role="status">
      {t('deliveries.segments', { n: segments })}
      {' · '}
      {t('deliveries.units', { used: units, left })}
    </p>
  );
}

/** Whoever sends a letter a second time knows of the first. */
function Earlier({ before }: { before: Prepared['before'] }) {
  const t = useT();
  const known = before.filter(({ state }) => state !== 'cancelled' && state !== 'failed');
  if (known.length === 0) return null;
  const list = known
    .map(({ state, maskedTo }) => `\u2066${maskedTo}\u2069 (${t(`status.delivery.${state}`)})`)
    .join('، ');
  return <Notice tone="warning">{t('deliveries.before', { list })}</Notice>;
}

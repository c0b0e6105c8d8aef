import type { ParsedInputOf } from '../../../contract/api.ts';
import { checkPersonal } from '../../../domain/deliveries/message-texts.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { checkAddress } from './check-address.ts';
import type { DeliveryOffice } from './delivery-office.ts';
import type { SendableLetter } from './ports.ts';
import { sendableLetter, textFor } from './sendable-letter.ts';

/**
 * Queues a letter's message whole, in this transaction; it goes out after the commit. Errors: those of `sendableLetter`,
 * `checkAddress` and `checkPersonal`, CONFLICT, DELIVERY_ACCOUNT_MISSING, DELIVERY_NO_PHONE, DELIVERY_EXISTS.
 */
export async function sendLetter(
  context: CommandContext,
  { letterId, expectedVersion, channel, to, text }: ParsedInputOf<'deliveries.send'>,
  office: DeliveryOffice,
) {
  const { repos, officer, now, settings, newId, onCommit, audit } = context;
  const found = await sendableLetter(context, letterId);
  if (!found.ok) return found;
  const letter = found.value;
  if (letter.version !== expectedVersion) return refuse('CONFLICT');
  const account = await repos.deliveries.account(channel);
  if (!account) return refuse('DELIVERY_ACCOUNT_MISSING', { channel });
  const address = to === null ? registeredPhone(letter, channel) : checkAddress(channel, to);
  if (!address.ok) return address;
  const clean = checkPersonal(text, channel, letter);
  if (!clean.ok) return clean;
  if (await repos.deliveries.isUnderWay(letterId, channel, address.value)) {
    return refuse('DELIVERY_EXISTS');
  }
  const id = newId();
  const ofEmail =
    account.channel === 'email'
      ? {
          subject: textFor(account.settings.subject, letter, settings),
          attachmentSha256: letter.sha256,
          // RFC 5322 3.6.4: unique for ever, by an id of ours at the sender's own domain.
          messageId: `<${id}@${account.settings.fromAddress.split('@').at(-1) ?? ''}>`,
        }
      : { subject: null, attachmentSha256: null, messageId: id };
  await repos.deliveries.queue(
    { id, channel, letterId, address: address.value, text, ...ofEmail },
    { at: now, by: officer.id },
  );
  await audit('delivery.queued', { type: 'delivery', id }, { letterId, channel });
  onCommit(() => {
    office.wake();
  });
  return ok({ id });
}

/** Error: DELIVERY_NO_PHONE when the person's file holds no Saudi mobile number, or for an e-mail. */
function registeredPhone(
  { phone }: SendableLetter,
  channel: 'email' | 'sms',
): Result<string, Refusal> {
  if (channel !== 'sms' || phone === null) return refuse('DELIVERY_NO_PHONE');
  const address = checkAddress('sms', phone);
  return address.ok ? address : refuse('DELIVERY_NO_PHONE');
}

import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { maskAddress, saudiMobile } from '../../../domain/deliveries/addresses.ts';
import {
  DEFAULT_EMAIL_SUBJECT,
  DEFAULT_EMAIL_TEXT,
  DEFAULT_SMS_TEXT,
} from '../../../domain/deliveries/message-texts.ts';
import { ok } from '../../../domain/shared/result.ts';
import { toPersonRef } from '../cases/case-dto.ts';
import type { QueryContext } from '../context.ts';
import { attachmentNames } from './attachment-name.ts';
import { toDeliveryRow } from './delivery-dto.ts';
import { sendableLetter, textFor } from './sendable-letter.ts';

/** What would be sent for a letter, and what was. Errors: those of `sendableLetter`. */
export async function prepareDelivery(
  context: QueryContext,
  { letterId }: ParsedInputOf<'deliveries.prepare'>,
) {
  const { repos, settings } = context;
  const found = await sendableLetter(context, letterId);
  if (!found.ok) return found;
  const letter = found.value;
  const [emailAccount, smsAccount, before] = await Promise.all([
    repos.deliveries.account('email'),
    repos.deliveries.account('sms'),
    repos.deliveries.ofLetter(letterId),
  ]);
  const email = emailAccount?.channel === 'email' ? emailAccount.settings : null;
  const sms = smsAccount?.channel === 'sms' ? smsAccount.settings : null;
  const mobile = letter.phone === null ? null : saudiMobile(letter.phone);
  const { id, number, subject, version } = letter;
  const prepared: OutputOf<'deliveries.prepare'> = {
    letter: { ...toPersonRef(letter), id, number, subject, version },
    maskedPhone: mobile && maskAddress('sms', mobile),
    email: {
      isReady: email !== null,
      subject: textFor(email?.subject ?? DEFAULT_EMAIL_SUBJECT, letter, settings),
      text: textFor(email?.text ?? DEFAULT_EMAIL_TEXT, letter, settings),
      attachmentName: attachmentNames(number).arabic,
      sizeBytes: letter.sizeBytes,
    },
    sms: {
      isReady: sms !== null,
      text: textFor(sms?.text ?? DEFAULT_SMS_TEXT, letter, settings),
    },
    before: before.map(toDeliveryRow),
  };
  return ok(prepared);
}

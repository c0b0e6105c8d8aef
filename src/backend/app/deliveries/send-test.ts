import type { ParsedInputOf } from '../../../contract/api.ts';
import type { AttemptOutcome } from '../../../domain/deliveries/classify-answer.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { Cancelled } from '../operation.ts';
import { checkAddress } from './check-address.ts';
import type { OpenLine } from './ports.ts';

const TEST_SUBJECT = 'رسالة تجربة من إنصاف';
const TEST_TEXT = 'هذه رسالة تجربة لإعداد الإرسال في إنصاف، ولا تخص أحداً.';

/**
 * Sends a message without a letter at once; nothing of it is kept but that somebody did it. Errors:
 * DELIVERY_ACCOUNT_MISSING, DELIVERY_ADDRESS, CANCELLED, and the codes of `DELIVERY_ERRORS` with the answer's number.
 */
export async function sendTest(
  { repos, now, newId, transact, operation }: JobContext,
  { channel, to }: ParsedInputOf<'deliveries.test'>,
  open: OpenLine,
) {
  const account = await repos.deliveries.accountWithSecret(channel);
  if (!account) return refuse('DELIVERY_ACCOUNT_MISSING', { channel });
  const address = checkAddress(channel, to);
  if (!address.ok) return address;
  const id = newId();
  const message = {
    messageId: account.channel === 'email' ? `<${id}@${domainOf(account.settings)}>` : id,
    to: address.value,
    subject: channel === 'email' ? TEST_SUBJECT : null,
    text: TEST_TEXT,
    queuedAt: now,
    attachment: null,
  };
  await transact(async ({ audit }) => {
    await audit('delivery.tested', { type: 'deliveryAccount', id: channel });
    return ok(null);
  });
  const { signal } = operation;
  try {
    const line = await open(account, message, signal);
    if (!line.ok) return answered(line.error);
    try {
      return answered(await line.value.handOver(signal));
    } finally {
      line.value.close();
    }
  } catch (error) {
    if (signal.aborted) throw new Cancelled();
    throw error;
  }
}

const domainOf = ({ fromAddress }: { readonly fromAddress: string }): string =>
  fromAddress.split('@').at(-1) ?? '';

function answered(outcome: AttemptOutcome) {
  if (outcome.kind === 'sent') return ok({ answer: outcome.answer });
  return refuse(outcome.code, outcome.answer === null ? {} : { answer: outcome.answer });
}

import { refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { Issued } from './issue-now.ts';
import { issueOffer } from './issue-offer.ts';
import { NO_MORE, type More } from './offer.ts';
import { paymentOffers } from './payment-offers.ts';

/**
 * Issues the letter of a difference or a recovery whose proposal was just approved.
 * Errors: NOT_OFFERED for any other payment, and those of `issueOffer`.
 */
export async function tellOfSum(
  context: CommandContext,
  paymentId: string,
  plan: Pick<More, 'instalments' | 'respondBy'>,
  office: LetterOffice,
): Promise<Result<Issued, Refusal>> {
  const [offer] = await paymentOffers(context, paymentId);
  if (!offer) return refuse('NOT_OFFERED');
  return issueOffer(context, offer, { ...NO_MORE, ...plan }, office);
}

import type { z } from 'zod';
import type { LetterSubject, receiptInput } from '../../../contract/case-letters.ts';
import { ok, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { Issued } from './issue-now.ts';
import { issueOffer } from './issue-offer.ts';
import { NO_MORE } from './offer.ts';
import { offersOf } from './offers.ts';

/**
 * Issues the receipt of a case that was just filed, in the same transaction; null where none is wanted.
 * Errors: NO_LETTER_TO_FROZEN, NO_LETTER_TO_DECEASED: whoever files without a receipt is not refused.
 */
export async function issueReceipt(
  context: CommandContext,
  of: LetterSubject & { readonly type: 'complaint' | 'objection' },
  receipt: z.output<typeof receiptInput>,
  office: LetterOffice,
): Promise<Result<Issued | null, Refusal>> {
  if (receipt === null) return ok(null);
  const [offer] = await offersOf(context, of);
  if (!offer) throw new Error('A case that was just filed has a receipt');
  return issueOffer(context, offer, { ...NO_MORE, documents: receipt.documents }, office);
}

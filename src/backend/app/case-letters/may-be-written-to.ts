import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { OfferContext } from './offer.ts';

/**
 * Nothing is written to somebody who has died or who may have.
 * Errors: NO_LETTER_TO_FROZEN with the number of the life-status case, NO_LETTER_TO_DECEASED (on).
 */
export async function mayBeWrittenTo(
  { repos }: Pick<OfferContext, 'repos'>,
  beneficiaryId: string,
): Promise<Result<null, Refusal>> {
  const person = await repos.registry.person(beneficiaryId);
  const on = person?.deceasedOn ?? null;
  if (on !== null) return refuse('NO_LETTER_TO_DECEASED', { on });
  const number = await repos.life.frozenBy(beneficiaryId);
  return number === null ? ok(null) : refuse('NO_LETTER_TO_FROZEN', { number });
}

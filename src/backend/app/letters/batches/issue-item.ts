import type { BatchFilter } from '../../../../contract/letter-batches.ts';
import { assertNever } from '../../../../domain/shared/assert-never.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';
import type { KnownReasons } from '../../reconciliation/known-reasons.ts';
import { guideBeneficiary } from '../../resume/guide-beneficiary.ts';
import { issueLetter } from '../issue-letter.ts';
import type { LetterOffice } from '../letter-office.ts';
import type { BatchItem } from './ports.ts';
import { heldLetter, requestLetter } from './written-letters.ts';

/**
 * Issues the letter of one place of a list. Nothing is written before everything was asked, so that the transaction goes on
 * past whoever is refused.
 * Errors: HAS_LETTER, PERSON_FROZEN, NOT_FOUND, and those of the kind when the facts are not as they were.
 */
export async function issueItem(
  context: CommandContext,
  filter: BatchFilter,
  item: BatchItem,
  services: { readonly reasons: KnownReasons; readonly office: LetterOffice },
): Promise<Result<{ letterId: string }, Refusal>> {
  const { repos } = context;
  const { caseType, caseId, caseNumber } = item;
  if (await repos.letterBatches.hasLetter(filter.kind, caseType, caseId)) {
    return refuse('HAS_LETTER');
  }
  if (filter.kind === 'resumeGuidance') {
    const { reasons, office } = services;
    return guideBeneficiary(context, { paymentId: caseId, expectedVersion: 0 }, reasons, office);
  }
  const person = await repos.casePeople.byId(item.beneficiaryId);
  if (!person) return refuse('NOT_FOUND');
  const frozenBy = await repos.life.frozenBy(person.id);
  if (frozenBy !== null) return refuse('PERSON_FROZEN', { number: frozenBy });
  const written = await writtenFor(context, filter, caseId);
  if (!written.ok) return written;
  const { subject, write } = written.value;
  const business = { caseType, caseId, caseNumber, subject };
  return ok({ letterId: await issueLetter(context, business, person, write, services.office) });
}

function writtenFor(
  context: CommandContext,
  filter: Exclude<BatchFilter, { kind: 'resumeGuidance' }>,
  caseId: string,
) {
  switch (filter.kind) {
    case 'pensionHeld':
      return heldLetter(context, filter, caseId);
    case 'documentsRequest':
      return requestLetter(context, filter, caseId);
    default:
      return assertNever(filter);
  }
}

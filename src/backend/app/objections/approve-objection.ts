import { approveObjection } from '../../../domain/objections/decide-objection.ts';
import {
  objectionLetter,
  objectionLetterSubject,
} from '../../../domain/objections/objection-letter.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { issueOffer } from '../case-letters/issue-offer.ts';
import { referralOffer } from '../case-letters/objection-offers.ts';
import { NO_MORE } from '../case-letters/offer.ts';
import type { CommandContext } from '../context.ts';
import { issueLetter } from '../letters/issue-letter.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { changeObjection, type ExpectedCase } from './change-objection.ts';

/**
 * The second officer's approval: decision, what it changes in the registry, and the whole letter in one transaction.
 * A question to the committee is a letter to it. Errors: those of `changeObjection` and `approveObjection`.
 */
export async function approveObjectionAs(
  context: CommandContext,
  input: ExpectedCase,
  office: LetterOffice,
) {
  const { repos, officer, today } = context;
  const file = await repos.objections.byId(input.id);
  const person = file && (await repos.casePeople.byId(file.beneficiaryId));
  if (!file || !person) return refuse('NOT_FOUND');
  const changed = await changeObjection(context, input, ({ state }) =>
    approveObjection(state, person.eligibility, officer.id, today),
  );
  if (!changed.ok) return changed;
  const { proposal, reasons, filedOn } = changed.value.next;
  if (proposal === null) throw new Error('An approved objection has a proposal');
  const { id: caseId, number, refusedOn } = file;
  if (proposal.outcome === 'accepted' && person.eligibility !== 'eligible') {
    if (!(await repos.casePeople.setEligibility(person.id, person.version, 'eligible'))) {
      return refuse('CONFLICT', { number });
    }
    await context.audit(
      'registry.eligibilityChanged',
      { type: 'beneficiary', id: person.id },
      { from: person.eligibility, to: 'eligible', objectionId: caseId },
    );
  }
  const { outcome, reasoning } = proposal;
  if (outcome === 'committee') {
    const referral = await referralOffer(context, { ...file, state: changed.value.next }, person);
    const referred = await issueOffer(context, referral, NO_MORE, office);
    return referred.ok ? ok({ letterId: referred.value.letterId }) : referred;
  }
  const decided = { number, filedOn, refusedOn, outcome, reasoning, reasons };
  const texts = new Map((await repos.objections.refusalReasons()).map((text) => [text.code, text]));
  const subject = objectionLetterSubject(number);
  const letterId = await issueLetter(
    context,
    { caseType: 'objection', caseId, caseNumber: number, subject },
    person,
    (head) => objectionLetter(decided, texts, head),
    office,
  );
  return ok({ letterId });
}

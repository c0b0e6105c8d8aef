import type { OutputOf, ParsedInputOf } from '../../../../contract/api.ts';
import { issueByHand } from '../../../../domain/letter-register/draft-rules.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';
import { issueLetter } from '../issue-letter.ts';
import type { LetterOffice } from '../letter-office.ts';
import { contentOf, headWithoutNumber } from './draft-content.ts';

/**
 * Puts a draft on the register with its number and whole content; the draft is gone in the same transaction.
 * Errors: NOT_FOUND, CONFLICT, OWN_DECISION, PERSON_FROZEN with the case's number, DRAFT_INCOMPLETE.
 */
export async function issueDraft(
  context: CommandContext,
  { id, expectedVersion }: ParsedInputOf<'letters.issueDraft'>,
  office: LetterOffice,
): Promise<Result<OutputOf<'letters.issueDraft'>, Refusal>> {
  const { repos, officer } = context;
  const draft = await repos.letterDrafts.byId(id);
  const person = draft && (await repos.casePeople.byId(draft.beneficiaryId));
  if (!draft || !person) return refuse('NOT_FOUND');
  const allowed = issueByHand(draft, officer.id);
  if (!allowed.ok) return allowed;
  const frozenBy = await repos.life.frozenBy(person.id);
  if (frozenBy !== null) return refuse('PERSON_FROZEN', { number: frozenBy });
  const checked = contentOf(draft, headWithoutNumber(context, person));
  if (!checked.ok) return checked;
  if (!(await repos.letterDrafts.remove(id, expectedVersion))) return refuse('CONFLICT');
  const letterId = await issueLetter(
    context,
    {
      caseType: draft.caseType,
      caseId: draft.caseId,
      caseNumber: draft.caseNumber,
      subject: draft.subject,
      draftedBy: draft.authorId,
    },
    person,
    (head) => {
      const content = contentOf(draft, head);
      if (!content.ok) throw new Error('A draft that was whole is not');
      return content.value;
    },
    office,
  );
  const letter = await repos.letters.byId(letterId);
  if (!letter) throw new Error('A letter that was just issued is gone');
  return ok({ letterId, number: letter.number });
}

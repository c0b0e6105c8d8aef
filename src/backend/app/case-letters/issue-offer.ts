import { draftContent } from '../../../contract/letter-drafts.ts';
import { letterHead } from '../../../domain/cases/letter-head.ts';
import { statesDecision } from '../../../domain/letter-register/decision-kinds.ts';
import type { LetterData } from '../../../domain/letters/kinds/all-kinds.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { DraftFields } from '../letters/drafts/ports.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { issueNow, type Issued } from './issue-now.ts';
import { mayBeWrittenTo } from './may-be-written-to.ts';
import type { More, Offer, OfferContext } from './offer.ts';

/**
 * Why an offered letter cannot be issued now; null when it can.
 * Codes: NO_LETTER_TO_FROZEN, NO_LETTER_TO_DECEASED, LETTER_EXISTS (number), LETTER_DRAFTED (author), and the letter's own.
 */
export async function whyNotOffered(
  context: Pick<OfferContext, 'repos'>,
  { kind, of, person, toAnother = false, onceSince, write }: Offer,
  more: More,
): Promise<Refusal | null> {
  if (!toAnother) {
    const allowed = await mayBeWrittenTo(context, person.id);
    if (!allowed.ok) return allowed.error;
  }
  if (onceSince !== null) {
    const same = { caseTypes: [of.caseType], caseIds: [of.caseId] };
    const letters = await context.repos.caseLetters.letters(same);
    const exists = letters.find(
      ({ template, life, issuedAt }) =>
        template === kind && life !== 'void' && issuedAt >= onceSince,
    );
    if (exists) return { code: 'LETTER_EXISTS', details: { number: exists.number } };
    const drafts = await context.repos.caseLetters.drafts(same);
    const drafted = drafts.find((draft) => draft.kind === kind);
    if (drafted) return { code: 'LETTER_DRAFTED', details: { author: drafted.author } };
  }
  const written = write(more);
  return written.ok ? null : written.error;
}

/** Whether the officer may only draft it: nobody issues the letter of what he alone decided. */
export function isDraftedBy({ kind, decidedBy }: Offer, officerId: string): boolean {
  return statesDecision(kind) && decidedBy === officerId;
}

/** Issues an offered letter. Errors: those of `whyNotOffered`, OWN_DECISION. */
export async function issueOffer(
  context: CommandContext,
  offer: Offer,
  more: More,
  office: LetterOffice,
): Promise<Result<Issued, Refusal>> {
  const refusal = await whyNotOffered(context, offer, more);
  if (refusal !== null) return { ok: false, error: refusal };
  if (isDraftedBy(offer, context.officer.id)) return refuse('OWN_DECISION');
  const written = offer.write(more);
  if (!written.ok) return written;
  const { decidedBy } = offer;
  const of = statesDecision(offer.kind) && decidedBy !== null ? { draftedBy: decidedBy } : {};
  return issueNow(context, { ...offer.of, ...of }, offer.person, written.value, office);
}

/** Drafts an offered letter for another officer to issue. Errors: those of `whyNotOffered`. */
export async function draftOffer(
  context: CommandContext,
  offer: Offer,
  more: More,
): Promise<Result<{ draftId: string }, Refusal>> {
  const { repos, officer, now, today, settings } = context;
  const refusal = await whyNotOffered(context, offer, more);
  if (refusal !== null) return { ok: false, error: refusal };
  const written = offer.write(more);
  if (!written.ok) return written;
  const { kind, of, person } = offer;
  const head = letterHead({ number: '', date: today }, person, officer.fullName, settings);
  const id = context.newId();
  await repos.letterDrafts.add(
    {
      id,
      kind,
      subject: of.subject,
      beneficiaryId: person.id,
      authorId: officer.id,
      caseType: of.caseType,
      caseId: of.caseId,
      caseNumber: of.caseNumber,
      content: fieldsOf(written.value(head), head),
    },
    now,
  );
  await context.audit('letterDraft.created', { type: 'letterDraft', id }, { kind });
  return ok({ draftId: id });
}

/** What a draft keeps: everything but the head, which comes with the number. */
function fieldsOf(letter: LetterData, head: object): DraftFields {
  const fields = Object.entries(letter).filter(([name]) => name !== 'template' && !(name in head));
  return draftContent.parse(Object.fromEntries(fields));
}

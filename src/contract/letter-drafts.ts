import { z } from 'zod';
import { LETTER_CASE_TYPES } from '../domain/letter-register/letter-state.ts';
import { LETTER_KINDS } from '../domain/letters/letter-kinds.ts';
import { command, job, query } from './define.ts';
import { id, instantField, pageInput, pageOf, personRef, version } from './fields.ts';

const subject = z.string().trim().min(3).max(200);
const kind = z.enum(LETTER_KINDS);
/** The fields of the kind, as far as they are filled in; the head comes with the number. */
export const draftContent = z.record(z.string(), z.json());

export const letterDraft = personRef.extend({
  id,
  kind,
  subject,
  caseType: z.enum(LETTER_CASE_TYPES),
  caseId: id,
  caseNumber: z.string(),
  authorId: id,
  author: z.string(),
  createdAt: instantField,
  updatedAt: instantField,
  /** States a decision, so that another officer than its author issues it. */
  needsSecond: z.boolean(),
  version,
});
export type LetterDraftRow = z.output<typeof letterDraft>;

/** Letters that an officer writes by hand, before they have a number. */
export const letterDrafts = {
  drafts: query({
    access: 'letters.read',
    input: pageInput.extend({
      /** Only those that this officer wrote. */
      mine: z.boolean().default(false),
      search: z.string().max(100).optional(),
    }),
    output: pageOf(letterDraft),
  }),
  draft: query({
    access: 'letters.read',
    input: z.object({ id }),
    output: z.object({ draft: letterDraft, content: draftContent }),
  }),
  /** Errors: NOT_FOUND (person or case), CASE_OF_OTHER_PERSON. */
  createDraft: command({
    access: 'letters.draft',
    input: z.object({
      kind,
      subject,
      beneficiaryId: id,
      /** Null: it speaks of the person alone. */
      of: z
        .object({ caseType: z.enum(['complaint', 'objection', 'payment']), caseId: id })
        .nullable(),
      content: draftContent,
    }),
    output: z.object({ id }),
  }),
  /** Only its author changes it. Errors: NOT_FOUND, CONFLICT, NOT_YOUR_DRAFT. */
  editDraft: command({
    access: 'letters.draft',
    input: z.object({ id, expectedVersion: version, subject, content: draftContent }),
    output: z.object({ version }),
  }),
  /** By its author or by whoever may void letters. Errors: NOT_FOUND, CONFLICT, NOT_YOUR_DRAFT. */
  discardDraft: command({
    access: 'letters.draft',
    input: z.object({ id, expectedVersion: version }),
    output: z.object({}),
  }),
  /**
   * The letter as it would be printed, without a number; kept nowhere.
   * Errors: NOT_FOUND, DRAFT_INCOMPLETE (field, rule).
   */
  previewDraft: job({
    access: 'letters.draft',
    input: z.object({ kind, beneficiaryId: id, content: draftContent }),
    output: z.object({ bytes: z.instanceof(Uint8Array), pages: z.int() }),
  }),
  /**
   * Numbers the draft and puts it on the register; the draft is gone. A letter that states a decision is issued by another
   * officer than its author. Errors: NOT_FOUND, CONFLICT, DRAFT_INCOMPLETE (field, rule), OWN_DECISION, PERSON_FROZEN.
   */
  issueDraft: command({
    access: 'letters.draft',
    input: z.object({ id, expectedVersion: version }),
    output: z.object({ letterId: id, number: z.string() }),
  }),
};

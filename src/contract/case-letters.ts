import { z } from 'zod';
import { LETTER_FILES, LETTER_LIVES } from '../domain/letter-register/letter-state.ts';
import { LETTER_KINDS } from '../domain/letters/letter-kinds.ts';
import { command, job, query } from './define.ts';
import { dateField, id, instantField, monthField, version } from './fields.ts';

/** What letters are written of, where officers work. */
export const LETTER_SUBJECTS = [
  'complaint',
  'objection',
  'application',
  'payment',
  'life',
  'person',
] as const;
export const letterSubject = z.object({ type: z.enum(LETTER_SUBJECTS), id });
export type LetterSubject = z.output<typeof letterSubject>;

/** Letters that follow from what the branch already knows of a case; everything else is drafted. */
export const OFFERED_KINDS = [
  'complaintReceipt',
  'objectionReceipt',
  'applicationReceipt',
  'committeeReferral',
  'ineligibility',
  'pensionHeld',
  'pensionResumed',
  'pensionStopped',
  'differencePayment',
  'recoveryNotice',
  'pensionCertificate',
] as const satisfies readonly (typeof LETTER_KINDS)[number][];
export type OfferedKind = (typeof OFFERED_KINDS)[number];

const paper = z.string().trim().min(2).max(300);
const words = z.string().trim().min(3).max(2000);

/** A receipt to hand over with the filing; null for none. */
export const receiptInput = z
  .object({
    /** Papers that came with the case. */
    documents: z.array(paper).max(40).default([]),
  })
  .nullable()
  .default(null);

/** The check list of a request; what is received stands ticked on it. */
export const documentsRequestInput = z.object({
  documents: z
    .array(z.object({ text: paper, received: z.boolean().default(false) }))
    .min(1)
    .max(40),
  deliverBy: dateField,
  note: words.nullable().default(null),
});

export const issuedLetter = z.object({ letterId: id, number: z.string() });

/** A letter as the case that it speaks of lists it. */
export const letterOfCase = z.object({
  id,
  number: z.string(),
  template: z.string(),
  subject: z.string(),
  file: z.enum(LETTER_FILES),
  life: z.enum(LETTER_LIVES),
  issuedAt: instantField,
});
export type LetterOfCaseRow = z.output<typeof letterOfCase>;

const why = z
  .object({
    code: z.string(),
    details: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .optional(),
  })
  .nullable();

export const caseLetters = {
  /** The letters of a case, of a payment, of a person; drafts that wait; and what could be written now, or why not. */
  of: query({
    access: 'letters.read',
    input: letterSubject,
    output: z.object({
      letters: z.array(letterOfCase),
      drafts: z.array(
        z.object({
          id,
          kind: z.enum(LETTER_KINDS),
          subject: z.string(),
          author: z.string(),
          mine: z.boolean(),
          needsSecond: z.boolean(),
          version,
        }),
      ),
      offers: z.array(
        z.object({
          kind: z.enum(OFFERED_KINDS),
          refusal: why,
          /** It states what this officer decided alone: he drafts it, and another one issues it. */
          asDraft: z.boolean(),
        }),
      ),
      /** By when papers that are asked for today are due, by the settings. */
      deliverBy: dateField,
    }),
  }),
  /**
   * Issues an offered letter, or drafts it where it states what the officer himself decided.
   * Errors: NOT_FOUND, NOT_OFFERED, LETTER_EXISTS (number), LETTER_DRAFTED (author), NO_LETTER_TO_FROZEN (number),
   * NO_LETTER_TO_DECEASED (on), and those of the letter itself.
   */
  issue: command({
    access: 'letters.draft',
    input: z.object({
      of: letterSubject,
      kind: z.enum(OFFERED_KINDS),
      /** What only the officer knows; what a kind has no room for is left out. */
      more: z
        .object({
          documents: z.array(paper).max(40).default([]),
          steps: z.array(words).max(12).default([]),
          respondBy: dateField.nullable().default(null),
          amountsKept: z.boolean().default(false),
          instalments: z
            .object({ count: z.int().min(2).max(240), firstMonth: monthField })
            .nullable()
            .default(null),
          forWhom: paper.nullable().default(null),
        })
        .prefault({}),
    }),
    output: z.object({ letter: issuedLetter.nullable(), draftId: id.nullable() }),
  }),
  /** Asks a person for papers of his file. Errors: NOT_FOUND, those of the list, NO_LETTER_TO_FROZEN, NO_LETTER_TO_DECEASED. */
  askForDocuments: command({
    access: 'letters.draft',
    input: z.object({ beneficiaryId: id, request: documentsRequestInput }),
    output: issuedLetter,
  }),
  /** The complaint form with what the registry knows of a person, or blank; on no register and kept nowhere. */
  complaintForm: job({
    access: 'letters.print',
    input: z.object({ beneficiaryId: id.nullable() }),
    output: z.object({ bytes: z.instanceof(Uint8Array), pages: z.int() }),
  }),
};

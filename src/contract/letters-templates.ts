import { z } from 'zod';
import { COMPLAINT_CATEGORIES, MONTH_FINDINGS } from '../domain/complaints/complaint-status.ts';
import type { LetterContent } from '../domain/letters/compose-letter.ts';
import { DEFAULT_LETTER_SETTINGS, LETTER_MARKS } from '../domain/letters/letter-data.ts';
import { REASON_FINDINGS } from '../domain/objections/objection-status.ts';
import { HIJRI_FIRST_DAY, HIJRI_LAST_DAY, hasHijriDate } from '../domain/shared/hijri.ts';
import { dateField, halalasField, monthField } from './fields.ts';

const line = z.string().trim().min(1).max(300);
const prose = z.string().trim().min(1).max(4000);
/** A day that both calendars know: letters print every date in both. */
const letterDate = dateField.refine(hasHijriDate, {
  error: `A date from ${HIJRI_FIRST_DAY} to ${HIJRI_LAST_DAY}`,
});
const positiveHalalas = halalasField.refine((amount) => amount >= 0, { error: 'Not below 0' });

const digits = z.enum(['latin', 'arabic-indic']);
/** The first bytes of each format, in base64. */
const IMAGE_STARTS = { png: 'iVBORw0KGgo', jpeg: '/9j/' } as const;
const logo = z
  .strictObject({ format: z.enum(['png', 'jpeg']), base64: z.base64().max(1_500_000) })
  .refine(({ format, base64 }) => base64.startsWith(IMAGE_STARTS[format]), {
    error: 'Not an image of this format',
  });

export const letterSettingsSchema = z.strictObject({
  kingdom: line.default(DEFAULT_LETTER_SETTINGS.kingdom),
  agency: line.default(DEFAULT_LETTER_SETTINGS.agency),
  branch: line.default(DEFAULT_LETTER_SETTINGS.branch),
  code: line.nullable().default(null),
  addressLine: line.nullable().default(null),
  logo: logo.nullable().default(null),
  digits: digits.default('latin'),
});

const decision = z.strictObject({
  number: line,
  date: letterDate,
  enclosures: z.int().min(0).max(999).default(0),
  mark: z.enum(LETTER_MARKS).nullable().default(null),
  settings: letterSettingsSchema.prefault({}),
  addressee: z.strictObject({
    name: line,
    sex: z.enum(['male', 'female']).default('male'),
    nationalId: z.string().regex(/^[12]\d{9}$/),
    nationalAddress: line.nullable().default(null),
  }),
  signatory: z.strictObject({ post: line, name: line }),
  copies: z.array(line).max(10).default([]),
  appeal: z
    .strictObject({
      days: z.int().min(1).max(999).default(30),
      count: z.enum(['calendar', 'working']).default('calendar'),
    })
    .prefault({}),
});

const reason = z.strictObject({ text: prose, article: line.nullable().default(null) });

const complaintFields = {
  complaint: z.strictObject({
    ticket: line,
    filedOn: letterDate,
    category: z.enum(COMPLAINT_CATEGORIES),
  }),
  months: z
    .array(
      z.strictObject({
        month: monthField,
        due: positiveHalalas,
        paid: positiveHalalas,
        finding: z.enum(MONTH_FINDINGS).nullable().default(null),
      }),
    )
    .max(60)
    .default([]),
  reasons: z.array(reason).max(20).default([]),
};

const complaintAccepted = decision.extend({
  template: z.literal('complaintAccepted'),
  ...complaintFields,
  outcome: z.enum(['accepted', 'partlyAccepted']).default('accepted'),
  paidWith: monthField.nullable().default(null),
  iban: z
    .string()
    .regex(/^SA\d{22}$/)
    .nullable()
    .default(null),
});

const complaintRejected = decision.extend({
  template: z.literal('complaintRejected'),
  ...complaintFields,
});

const objectionDecided = decision.extend({
  template: z.literal('objectionDecided'),
  objection: z.strictObject({ number: line, filedOn: letterDate, refusedOn: letterDate }),
  outcome: z.enum(['accepted', 'partlyAccepted', 'rejected']),
  findings: z
    .array(
      z.strictObject({
        reason: prose,
        article: line.nullable().default(null),
        finding: z.enum(REASON_FINDINGS),
        note: prose.nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
  reasoning: prose.nullable().default(null),
  eligibleFrom: monthField.nullable().default(null),
  monthlyPension: positiveHalalas.nullable().default(null),
});

/** The sheet that a beneficiary takes along when his payment did not arrive. */
const resumeGuidance = decision.extend({
  template: z.literal('resumeGuidance'),
  payment: z.strictObject({
    month: monthField,
    amount: positiveHalalas,
    reference: line,
    bankName: line,
    maskedIban: line,
    outcome: z.enum(['rejected', 'returned']),
    failedOn: letterDate,
  }),
  reason: z.strictObject({
    title: line.nullable(),
    meaning: prose.nullable(),
    code: line.nullable(),
  }),
  guidance: prose.nullable(),
  accountNeeded: z.boolean(),
  editDays: z.strictObject({ opensOn: letterDate, closesOn: letterDate }),
  branchName: line,
  branchAddress: line.nullable(),
});

/** `{"template":"plain","title":"...","paragraphs":["..."]}`: any text as a letter. */
const plain = z.strictObject({
  template: z.literal('plain'),
  title: z.string().max(4000),
  paragraphs: z.array(z.string().max(100_000)).max(5000),
  settings: letterSettingsSchema.optional(),
  number: line.optional(),
  date: letterDate.optional(),
  digits: digits.optional(),
});

/** What a letter file or a queued letter holds, by the name of its template; defaults filled in. */
export const letterContentSchema = z.discriminatedUnion('template', [
  plain,
  complaintAccepted,
  complaintRejected,
  objectionDecided,
  resumeGuidance,
]) satisfies z.ZodType<LetterContent>;

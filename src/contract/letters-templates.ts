import { z } from 'zod';
import { COMPLAINT_CATEGORIES, MONTH_FINDINGS } from '../domain/complaints/complaint-status.ts';
import type { LetterContent } from '../domain/letters/compose-letter.ts';
import { DEFAULT_LETTER_SETTINGS, LETTER_MARKS } from '../domain/letters/letter-data.ts';
import { OFFICIAL_LAYOUT } from '../domain/letters/letter-model.ts';
import { pngSize } from '../domain/letters/png-size.ts';
import { LAYOUT_LIMITS } from '../domain/letters/letter-layout.ts';
import { COMPLAINT_PAPERS } from '../domain/letters/kinds/complaint-form.ts';
import { differenceOf } from '../domain/letters/kinds/months.ts';
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
/** A picture that has been cut off would keep whoever reads it waiting for its end. */
function isWhole({
  format,
  base64,
}: {
  readonly format: 'png' | 'jpeg';
  readonly base64: string;
}): boolean {
  if (!base64.startsWith(IMAGE_STARTS[format])) return false;
  return (
    format === 'jpeg' ||
    pngSize(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))) !== null
  );
}

const format = z.enum(['png', 'jpeg']);
const logo = z.union([
  z
    .strictObject({ format, base64: z.base64().max(1_500_000) })
    .refine(isWhole, { error: 'Not an image of this format' }),
  z.strictObject({ format, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

const margin = (side: keyof typeof LAYOUT_LIMITS) =>
  z
    .number()
    .min(LAYOUT_LIMITS[side][0])
    .max(LAYOUT_LIMITS[side][1])
    .default(OFFICIAL_LAYOUT.margins[side]);
const layout = z.strictObject({
  margins: z
    .strictObject({
      top: margin('top'),
      right: margin('right'),
      bottom: margin('bottom'),
      left: margin('left'),
    })
    .prefault({}),
  frame: z.boolean().default(OFFICIAL_LAYOUT.frame),
  justify: z.boolean().default(OFFICIAL_LAYOUT.justify),
});

export const letterSettingsSchema = z.strictObject({
  kingdom: line.default(DEFAULT_LETTER_SETTINGS.kingdom),
  agency: line.default(DEFAULT_LETTER_SETTINGS.agency),
  branch: line.default(DEFAULT_LETTER_SETTINGS.branch),
  code: line.nullable().default(null),
  addressLine: line.nullable().default(null),
  logo: logo.nullable().default(null),
  digits: digits.default('latin'),
  layout: layout.prefault({}),
});

/** Set when a letter is issued; a letter without one is worded by the current version. */
const templateVersion = z.int().min(1).optional();
const nationalId = z.string().regex(/^[12]\d{9}$/);
const addressee = z.strictObject({
  name: line,
  sex: z.enum(['male', 'female']).default('male'),
  nationalId,
  nationalAddress: line.nullable().default(null),
});
const signatory = z.strictObject({ post: line, name: line });
const enclosures = z.int().min(0).max(999);
const copies = z.array(line).max(10);
const appeal = z.strictObject({
  days: z.int().min(1).max(999).default(30),
  count: z.enum(['calendar', 'working']).default('calendar'),
});

const toPerson = z.strictObject({
  templateVersion,
  number: line,
  date: letterDate,
  enclosures: enclosures.default(0),
  mark: z.enum(LETTER_MARKS).nullable().default(null),
  settings: letterSettingsSchema.prefault({}),
  addressee,
  signatory,
  copies: copies.default([]),
  appeal: appeal.prefault({}),
});

/** What need not be anybody's letter: as much of a head as it has. */
const open = z.strictObject({
  templateVersion,
  number: line.optional(),
  date: letterDate.optional(),
  settings: letterSettingsSchema.optional(),
  digits: digits.optional(),
  enclosures: enclosures.optional(),
  mark: z.enum(LETTER_MARKS).nullable().optional(),
  addressee: addressee.optional(),
  signatory: signatory.optional(),
  copies: copies.optional(),
  appeal: appeal.optional(),
});

const reason = z.strictObject({ text: prose, article: line.nullable().default(null) });
const reasons = z.array(reason).max(20).default([]);
/** LAW 6: a refusal states its reasons. */
const statedReasons = z.array(reason).min(1).max(20);
const iban = z
  .string()
  .regex(/^SA\d{22}$/)
  .nullable()
  .default(null);
const months = z
  .array(
    z.strictObject({
      month: monthField,
      due: positiveHalalas,
      paid: positiveHalalas,
      finding: z.enum(MONTH_FINDINGS).nullable().default(null),
    }),
  )
  .max(60);
const documentNames = z.array(line).max(40).default([]);
const checkedDocument = z.strictObject({ text: line, received: z.boolean().default(false) });
const pension = positiveHalalas.nullable().default(null);
const optionalProse = prose.nullable().default(null);

const complaint = z.strictObject({
  ticket: line,
  filedOn: letterDate,
  category: z.enum(COMPLAINT_CATEGORIES),
});
const complaintDecided = toPerson.extend({
  complaint,
  months: months.default([]),
  reasons,
});
const complaintGranted = complaintDecided.extend({
  paidWith: monthField.nullable().default(null),
  iban,
});

const objection = z.strictObject({ number: line, filedOn: letterDate, refusedOn: letterDate });
const objectionDecided = toPerson.extend({
  objection,
  findings: z
    .array(
      z.strictObject({
        reason: prose,
        article: line.nullable().default(null),
        finding: z.enum(REASON_FINDINGS),
        note: optionalProse,
      }),
    )
    .max(20)
    .default([]),
  reasoning: optionalProse,
});

const application = z.strictObject({ number: line, filedOn: letterDate, programme: line });

const letterCase = z.strictObject({
  type: z.enum(['complaint', 'objection', 'application']),
  number: line,
  filedOn: letterDate.nullable().default(null),
});

const stopped = toPerson.extend({
  from: monthField,
  reasons: statedReasons,
  monthlyPension: pension,
  steps: z.array(prose).max(12).default([]),
});

/** The sheet that a beneficiary takes along when his payment did not arrive. */
const resumeGuidance = toPerson.extend({
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

/** More due than paid in all: otherwise there is no difference to pay. */
const differencePayment = toPerson
  .extend({
    template: z.literal('differencePayment'),
    cause: prose,
    months: months.min(1),
    reasons,
    paidWith: monthField,
    iban,
  })
  .refine((letter) => differenceOf(letter.months) > 0, {
    path: ['months'],
    error: 'More due than paid in all',
  });

/** More paid than due in all: otherwise there is nothing to give back. */
const recoveryNotice = toPerson
  .extend({
    template: z.literal('recoveryNotice'),
    cause: prose,
    months: months.min(1),
    reasons,
    instalments: z
      .strictObject({ count: z.int().min(2).max(240), firstMonth: monthField })
      .nullable()
      .default(null),
    respondBy: letterDate.nullable().default(null),
  })
  .refine((letter) => differenceOf(letter.months) < 0, {
    path: ['months'],
    error: 'More paid than due in all',
  });

const sumLines = z
  .array(z.strictObject({ text: prose, article: z.string().max(120), amount: halalasField }))
  .max(200);

const amountExplained = open.extend({
  template: z.literal('amountExplained'),
  name: line.nullable().default(null),
  nationalId: nationalId.nullable().default(null),
  month: monthField,
  madeOn: letterDate,
  estimate: z.boolean(),
  due: positiveHalalas,
  dueLines: sumLines,
  reasons: z.array(prose).max(20),
  used: z.strictObject({ on: letterDate, pension: positiveHalalas, lines: sumLines }).nullable(),
  causes: sumLines,
  steps: sumLines,
  arrived: halalasField.nullable(),
  underWay: positiveHalalas.nullable(),
  remaining: halalasField.nullable(),
});

const complaintForm = open.extend({
  template: z.literal('complaintForm'),
  name: line.nullable().default(null),
  nationalId: nationalId.nullable().default(null),
  mobile: line.nullable().default(null),
  familySize: z.int().min(1).max(99).nullable().default(null),
  month: monthField.nullable().default(null),
  expected: pension,
  received: pension,
  why: optionalProse,
  documents: z
    .array(checkedDocument)
    .max(20)
    .default(() => COMPLAINT_PAPERS.map((text) => ({ text, received: false }))),
  ticket: line.nullable().default(null),
  filedOn: letterDate.nullable().default(null),
  receivedBy: line.nullable().default(null),
});

/** `{"template":"plain","title":"...","paragraphs":["..."]}`: any text as a letter. */
const plain = open.extend({
  template: z.literal('plain'),
  title: z.string().max(4000),
  paragraphs: z.array(z.string().max(100_000)).max(5000),
});

/** What a letter file or a queued letter holds, by the kind of letter; defaults filled in. */
export const letterContentSchema = z.discriminatedUnion('template', [
  toPerson.extend({
    template: z.literal('complaintReceipt'),
    complaint,
    claimedMonths: z.array(monthField).max(60).default([]),
    documents: documentNames,
    decideBy: letterDate,
  }),
  toPerson.extend({
    template: z.literal('objectionReceipt'),
    objection,
    contested: z.array(line).max(20).default([]),
    documents: documentNames,
    decideBy: letterDate,
  }),
  toPerson.extend({
    template: z.literal('documentsRequest'),
    of: letterCase.nullable().default(null),
    documents: z.array(checkedDocument).min(1).max(40),
    deliverBy: letterDate,
    note: optionalProse,
  }),
  complaintGranted.extend({ template: z.literal('complaintAccepted') }),
  complaintGranted.extend({ template: z.literal('complaintPartlyAccepted') }),
  complaintDecided.extend({ template: z.literal('complaintRejected') }),
  objectionDecided.extend({
    template: z.literal('objectionAccepted'),
    eligibleFrom: monthField.nullable().default(null),
    monthlyPension: pension,
  }),
  objectionDecided.extend({ template: z.literal('objectionPartlyAccepted') }),
  objectionDecided.extend({ template: z.literal('objectionRejected') }),
  toPerson.extend({
    template: z.literal('applicationReceipt'),
    application,
    documents: documentNames,
    missing: documentNames,
    decideBy: letterDate,
  }),
  toPerson.extend({
    template: z.literal('applicationAccepted'),
    application,
    from: monthField,
    monthlyPension: pension,
    lines: z
      .array(z.strictObject({ text: line, article: line, amount: halalasField }))
      .max(200)
      .default([]),
    iban,
    note: optionalProse,
  }),
  toPerson.extend({
    template: z.literal('applicationCancelled'),
    application,
    askedOn: letterDate,
    dueOn: letterDate,
    missing: z.array(line).max(60).default([]),
  }),
  toPerson.extend({
    template: z.literal('applicationWithdrawn'),
    application,
    withdrawnOn: letterDate,
    notPaidFrom: monthField.nullable().default(null),
  }),
  toPerson.extend({
    template: z.literal('ineligibility'),
    application: z
      .strictObject({
        number: line.nullable().default(null),
        filedOn: letterDate.nullable().default(null),
      })
      .prefault({}),
    reasons: statedReasons,
    note: optionalProse,
    mayAskReview: z.boolean().default(false),
  }),
  stopped.extend({ template: z.literal('pensionStopped') }),
  stopped.extend({
    template: z.literal('pensionHeld'),
    respondBy: letterDate.nullable().default(null),
    amountsKept: z.boolean().default(false),
  }),
  toPerson.extend({
    template: z.literal('pensionResumed'),
    after: z.enum(['stopped', 'held']),
    from: monthField,
    reasons,
    monthlyPension: pension,
    arrears: pension,
    arrearsWith: monthField.nullable().default(null),
    iban,
  }),
  resumeGuidance,
  differencePayment,
  recoveryNotice,
  toPerson.extend({
    template: z.literal('committeeReferral'),
    committee: line.default('رئيس اللجنة المختصة بالنظر في التظلمات'),
    of: letterCase,
    caseFacts: z.array(prose).min(1).max(40),
    question: prose,
    opinion: optionalProse,
    papers: z.array(line).max(60).default([]),
  }),
  toPerson.extend({
    template: z.literal('pensionCertificate'),
    recipient: line.default('من يهمه الأمر'),
    asOf: letterDate,
    monthlyPension: positiveHalalas.refine((amount) => amount > 0, { error: 'Above 0' }),
    since: monthField.nullable().default(null),
    lastPaid: monthField.nullable().default(null),
    forWhom: line.nullable().default(null),
  }),
  complaintForm,
  amountExplained,
  plain,
]) satisfies z.ZodType<LetterContent>;

import { z } from 'zod';
import {
  ACTION_ACTORS,
  BANK_IN_LIST,
  REASON_CODE_LISTS,
  REQUIRED_ACTIONS,
  RESUME_RULES,
} from '../domain/reconciliation/reason-code.ts';
import { command, query } from './define.ts';
import { halalasField, instantField, nothing, version } from './fields.ts';

const words = (max: number) => z.string().trim().min(2).max(max);
const bilingual = (max: number) => z.object({ ar: words(max), en: words(max) });

/** As a bank writes it: kept letter by letter, since another spelling is another code. */
const codeField = z
  .string()
  .min(1)
  .max(100)
  .refine((code) => code === code.trim());

/** A list that banks share, or the list of one bank's own codes. */
export const reasonListField = z.union([
  z.enum(REASON_CODE_LISTS),
  z.templateLiteral(['bank:', z.string().regex(BANK_IN_LIST)]),
]);

const reasonKey = z.object({ list: reasonListField, code: codeField });

/** What an administrator writes about a code. */
export const reasonContent = z.object({
  title: bilingual(80),
  meaning: bilingual(400),
  action: z.enum(REQUIRED_ACTIONS),
  actor: z.enum(ACTION_ACTORS),
  resume: z.enum(RESUME_RULES),
  /** What the beneficiary is asked to do; null where it is not theirs to act. */
  beneficiary: bilingual(300).nullable(),
});
export type ReasonContent = z.output<typeof reasonContent>;

export const reasonCodeDto = reasonKey.extend({
  ...reasonContent.shape,
  origin: z.enum(['shipped', 'branch']),
  changedAt: instantField.nullable(),
  changedBy: z.string().nullable(),
  version,
});
export type ReasonCodeDto = z.output<typeof reasonCodeDto>;

const actionGuide = z.object({
  actor: z.enum(ACTION_ACTORS),
  title: z.object({ ar: z.string(), en: z.string() }),
  officer: z.object({ ar: z.string(), en: z.string() }),
  beneficiary: z.object({ ar: z.string(), en: z.string() }).nullable(),
});

export const reasonCodeOperations = {
  /** The table of codes, and what each action asks of officer and beneficiary. */
  reasonCodes: query({
    access: 'signedIn',
    input: nothing,
    output: z.object({
      codes: z.array(reasonCodeDto),
      actions: z.record(z.enum(REQUIRED_ACTIONS), actionGuide),
    }),
  }),
  /** What a code said before, the newest first. */
  reasonCodeHistory: query({
    access: 'settings.manage',
    input: reasonKey,
    output: z.array(
      z.object({
        version,
        ...reasonContent.shape,
        changedAt: instantField.nullable(),
        changedBy: z.string().nullable(),
      }),
    ),
  }),
  /** Codes that banks wrote and the table has not, the most frequent first. */
  unknownReasonCodes: query({
    access: 'signedIn',
    input: nothing,
    output: z.array(
      z.object({
        list: reasonListField,
        code: z.string(),
        count: z.int(),
        amount: halalasField,
        firstFile: z.string().nullable(),
        firstMet: instantField,
        /** The bank's own words beside the code, where it gave any. */
        text: z.string().nullable(),
      }),
    ),
  }),
  /**
   * Adds a code, or says anew what one means. Open exceptions of the code stand in the queue of its action from then on.
   * Without `expectedVersion` the code is new. Errors: CONFLICT, REASON_CODE_EXISTS.
   */
  saveReasonCode: command({
    access: 'settings.manage',
    input: reasonKey.extend({
      ...reasonContent.shape,
      expectedVersion: version.nullable(),
    }),
    output: z.object({
      version,
      /** Open exceptions that moved to another kind: what was unclear is a plain rejection or return now. */
      moved: z.int(),
    }),
  }),
};

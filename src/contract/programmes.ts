import { z } from 'zod';
import { DOCUMENT_CASES, type ProgrammeTerms } from '../domain/programmes/programme-terms.ts';
import { command, query } from './define.ts';
import { dateField, halalasField, instantField, nothing, reasonText, version } from './fields.ts';

const words = (max: number) =>
  z.object({ ar: z.string().trim().min(2).max(max), en: z.string().trim().min(2).max(max) });

const programmeCode = z
  .string()
  .trim()
  .regex(/^[A-Z][A-Z0-9]{1,15}$/);

export const programmeDto = z.object({
  code: z.string(),
  nameAr: z.string(),
  nameEn: z.string(),
  active: z.boolean(),
  version,
});
export type ProgrammeDto = z.output<typeof programmeDto>;

export const programmeTerms = z.object({
  conditions: z
    .array(z.object({ text: words(300), article: z.string().trim().max(60) }))
    .max(60)
    .readonly(),
  groups: z.array(words(120)).max(60).readonly(),
  documents: z
    .array(
      z.object({
        code: z
          .string()
          .trim()
          .regex(/^[a-z][A-Za-z0-9]{1,31}$/),
        title: words(120),
        cases: z.array(z.enum(DOCUMENT_CASES)).min(1).readonly(),
        mandatory: z.boolean(),
      }),
    )
    .max(60)
    .readonly(),
  amounts: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('entitlement') }),
        z.object({
          kind: z.literal('sum'),
          amount: halalasField.refine((amount) => amount > 0),
          per: z.enum(['month', 'year', 'once']),
        }),
        z.object({ kind: z.literal('words'), text: words(300) }),
      ]),
    )
    .max(20)
    .readonly(),
}) satisfies z.ZodType<ProgrammeTerms>;

export const termsVersionDto = z.object({
  no: z.int(),
  validFrom: dateField,
  terms: programmeTerms,
  /** Of what is recorded for a programme: what holds today, what comes, what ended, what was corrected before it ended. */
  state: z.enum(['inForce', 'coming', 'past', 'replaced']),
  reason: z.string(),
  /** Null for what came with Insaf. */
  recordedAt: instantField.nullable(),
  recordedBy: z.string().nullable(),
});

export const programmes = {
  list: query({ access: 'signedIn', input: nothing, output: z.array(programmeDto) }),
  /** What a programme offers and asks, the newest version first. Errors: PROGRAMME_UNKNOWN (code). */
  terms: query({
    access: 'signedIn',
    input: z.object({ code: z.string() }),
    output: z.object({ today: dateField, versions: z.array(termsVersionDto).readonly() }),
  }),
  /**
   * Adds a programme, or with `expectedVersion` changes its names and whether it is used. Errors: PROGRAMME_EXISTS (code),
   * CONFLICT.
   */
  save: command({
    access: 'settings.manage',
    input: z.object({
      code: programmeCode,
      nameAr: z.string().trim().min(2).max(80),
      nameEn: z.string().trim().min(2).max(80),
      active: z.boolean(),
      expectedVersion: version.nullable(),
    }),
    output: nothing,
  }),
  /**
   * Records terms from a day on; what held before stays as it was. `after` is the number of the newest version that the
   * officer saw, null for none. Errors: PROGRAMME_UNKNOWN (code), TERMS_IN_PAST (date), DOCUMENT_CODE_TWICE (code),
   * CONFLICT.
   */
  saveTerms: command({
    access: 'settings.manage',
    input: z.object({
      code: z.string(),
      validFrom: dateField,
      terms: programmeTerms,
      reason: reasonText,
      after: z.int().nullable(),
    }),
    output: z.object({ no: z.int() }),
  }),
};

import { z } from 'zod';
import {
  ASSET_TYPES,
  HOUSEHOLD_KINDS,
  INCOME_TYPES,
  NATIONALITIES,
  RELATIONS,
} from '../domain/entitlement/calculation.ts';
import { ACCOUNT_PROOFS, VERIFIED_HOW, type VerifiedHow } from '../domain/registry/bank-account.ts';
import {
  DEPENDANT_KINDS,
  DWELLING_PROOFS,
  FACT_KINDS,
  FACT_SOURCES,
  STAY_PLACES,
  TENURES,
} from '../domain/registry/household-fact.ts';
import { HOUSEHOLD_WARNINGS } from '../domain/registry/household-change.ts';
import { documentRef } from './cases.ts';
import { command, query } from './define.ts';
import { dateField, halalasField, id, instantField, monthField, reasonText } from './fields.ts';

const text = z.string().max(300);
const record = z.int().min(1);
/** 0 is the head; dependants keep their number for ever. */
const subject = z.int().min(0).max(9999);
/** Number of a registry change; 0 where nothing was recorded yet. */
const changeNo = z.int().min(0);
const typedDate = z.object({ calendar: z.enum(['gregorian', 'hijri']), text: z.string().max(40) });

const nationalAddress = z.object({
  buildingNo: text,
  street: text,
  district: text,
  city: text,
  postalCode: text,
  additionalNo: text,
  short: text,
});

const household = z.object({
  kind: z.enum(HOUSEHOLD_KINDS),
  applicationDate: dateField,
  families: z.int(),
});
const person = z.object({
  name: text,
  sex: z.enum(['male', 'female']).nullable(),
  birthDate: dateField,
  birthTyped: typedDate.nullable(),
  nationality: z.enum(NATIONALITIES),
  relation: z.enum(RELATIONS).nullable(),
  dependantKind: z.enum(DEPENDANT_KINDS).nullable(),
  student: z.boolean(),
  disabled: z.boolean(),
  deceasedOn: dateField.nullable(),
});
const contact = z.object({ address: nationalAddress.nullable(), addressLine: text });
const income = z.object({
  type: z.enum(INCOME_TYPES),
  amount: halalasField,
  per: z.enum(['month', 'year']),
  from: text,
});
const asset = z.object({
  type: z.enum(ASSET_TYPES),
  value: halalasField.nullable(),
  count: z.int().nullable(),
  description: text,
});
const stay = z.object({ place: z.enum(STAY_PLACES), where: text });
const dwelling = z.object({
  tenure: z.enum(TENURES),
  proof: z.enum(DWELLING_PROOFS).nullable(),
  proofNumber: text,
  address: nationalAddress.nullable(),
});
const breach = z.object({ reason: text, allMinors: z.boolean() });

/** What a fact says, as it is shown: whole numbers of people masked. */
export const shownFact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('household'), data: household }),
  z.object({
    kind: z.literal('person'),
    data: person.extend({ maskedNationalId: z.string().nullable() }),
  }),
  z.object({
    kind: z.literal('contact'),
    data: contact.extend({
      maskedPhone: z.string().nullable(),
      maskedEmail: z.string().nullable(),
    }),
  }),
  z.object({ kind: z.literal('income'), data: income }),
  z.object({ kind: z.literal('asset'), data: asset }),
  z.object({ kind: z.literal('stay'), data: stay }),
  z.object({ kind: z.literal('dwelling'), data: dwelling }),
  z.object({ kind: z.literal('breach'), data: breach }),
]);
export type ShownFact = z.output<typeof shownFact>;

/** What a wanted fact says. A number that is left out stays as it was; null says that none is known. */
export const statedFact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('household'), data: household }),
  z.object({
    kind: z.literal('person'),
    data: person.extend({ nationalId: text.nullable().optional() }),
  }),
  z.object({
    kind: z.literal('contact'),
    data: contact.extend({
      phone: text.nullable().optional(),
      email: text.nullable().optional(),
    }),
  }),
  z.object({ kind: z.literal('income'), data: income }),
  z.object({ kind: z.literal('asset'), data: asset }),
  z.object({ kind: z.literal('stay'), data: stay }),
  z.object({ kind: z.literal('dwelling'), data: dwelling }),
  z.object({ kind: z.literal('breach'), data: breach }),
]);
export type StatedFact = z.output<typeof statedFact>;

/** One of the things recorded together; see `WantedFact` for what each action means. */
const wantedStep = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('begin'),
    /** A name that the steps of one change share stands for a dependant whom it brings in. */
    subject: z.union([subject, z.object({ newDependant: z.string().min(1).max(40) })]),
    fact: statedFact,
    from: dateField,
    to: dateField.nullable(),
  }),
  z.object({
    action: z.literal('revise'),
    record,
    fact: statedFact,
    from: dateField,
    to: dateField.nullable(),
  }),
  z.object({ action: z.literal('end'), record, on: dateField }),
  z.object({ action: z.literal('remove'), record }),
]);
export type WantedStep = z.output<typeof wantedStep>;

const recordedChange = z.object({
  no: changeNo,
  at: instantField,
  officerName: z.string().nullable(),
  source: z.enum(FACT_SOURCES),
  reason: z.string(),
  caseType: z.string().nullable(),
  caseId: z.string().nullable(),
});
export type RecordedChange = z.output<typeof recordedChange>;

const span = { validFrom: dateField, validTo: dateField.nullable() };

/**
 * Beside what it is compared with: `onlyHere` not there, `changed` said otherwise there, `missing` there and not here, which
 * is shown as a gap.
 */
export const FACT_MARKS = ['same', 'changed', 'onlyHere', 'missing'] as const;

const householdFact = z
  .object({
    seq: z.int(),
    record,
    subject,
    ...span,
    recorded: recordedChange,
    /** The later change that holds it for wrong; null where the branch knows it so still. */
    corrected: recordedChange.nullable(),
    /** How many versions of its record there ever were. */
    versions: z.int(),
    mark: z.enum(FACT_MARKS),
    /** Of `changed`: what stands there instead. */
    instead: shownFact.nullable(),
  })
  .and(shownFact);
export type HouseholdFactDto = z.output<typeof householdFact>;

const account = z.object({
  id,
  maskedIban: z.string(),
  bankCode: z.string(),
  ...span,
  verifiedOn: dateField.nullable(),
  verifiedHow: z.enum(VERIFIED_HOW).nullable(),
  verifiedBy: z.string().nullable(),
  proofKind: z.enum(ACCOUNT_PROOFS).nullable(),
  proof: documentRef.nullable(),
});
export type AccountDto = z.output<typeof account>;

/** Months until the present one that may be due otherwise; null where none is touched. */
const affected = z.object({ from: monthField, to: monthField }).nullable();

const warning = z.object({
  code: z.enum(HOUSEHOLD_WARNINGS),
  step: z.int().nullable(),
  field: z.string(),
});

const recorded = z.object({
  change: changeNo,
  affected,
  warnings: z.array(warning),
});

/** What an officer can have done; the other ways come from cases and lists. */
export const VERIFIED_BY_OFFICER = [
  'bankConfirmation',
  'document',
] as const satisfies readonly VerifiedHow[];

export const households = {
  /**
   * The household of a day (today's unless given) as it was known at an instant (now unless given).
   * Errors: NOT_FOUND.
   */
  show: query({
    access: 'registry.read',
    input: z.object({
      beneficiaryId: id,
      on: dateField.optional(),
      knownAt: instantField.optional(),
    }),
    output: z.object({
      on: dateField,
      knownAt: instantField.nullable(),
      /** Whether it is today's household as known now. */
      isPresent: z.boolean(),
      /** With what the marks compare: the same day as known now, or today's household; null for neither. */
      comparedWith: z.enum(['knownNow', 'today']).nullable(),
      /** The last change of the household: what a correction must name. */
      lastChange: changeNo,
      /** The first day of which anything is known; null where nothing is. */
      knownFrom: dateField.nullable(),
      facts: z.array(householdFact),
      /** Every person who ever had a number here, by the name last known. */
      people: z.array(z.object({ subject, name: z.string() })),
      accounts: z.array(account),
      /** `frozenBy`: number of the life-status case that is open. */
      life: z.object({ deceasedOn: dateField.nullable(), frozenBy: z.string().nullable() }),
    }),
  }),
  /** Changes with what each put in the place of what, the newest first; of one record where it is named. */
  history: query({
    access: 'registry.read',
    input: z.object({ beneficiaryId: id, record: record.optional() }),
    output: z.object({
      changes: z.array(
        recordedChange.extend({
          entries: z.array(
            z.object({
              record,
              subject,
              personName: z.string(),
              kind: z.enum(FACT_KINDS),
              deed: z.enum(['begun', 'revised', 'ended', 'reopened', 'removed']),
              before: z.array(z.object(span).and(shownFact)),
              after: z.array(z.object(span).and(shownFact)),
            }),
          ),
        }),
      ),
    }),
  }),
  /**
   * Records corrections together as one change.
   * Errors: NOT_FOUND, CONFLICT (by, at, change: what the other officer did last), those of `planChange`.
   */
  change: command({
    access: 'registry.write',
    input: z.object({
      beneficiaryId: id,
      expectedChange: changeNo,
      reason: reasonText,
      steps: z.array(wantedStep).min(1).max(60),
    }),
    output: recorded,
  }),
  /**
   * Records the state before the last change once more, as a change of its own.
   * Errors: NOT_FOUND, CONFLICT, CHANGE_NOT_LAST, those of LAW 11.
   */
  undo: command({
    access: 'registry.write',
    input: z.object({ beneficiaryId: id, change: z.int().min(1), reason: reasonText }),
    output: recorded,
  }),
  /**
   * A new account from a day on; the one that holds ends there.
   * Errors: NOT_FOUND, EDIT_DAYS_CLOSED (opensOn, closesOn), those of `parseIban`, ACCOUNT_KNOWN, ACCOUNT_HELD_BY_ANOTHER,
   * ACCOUNT_DATE_ORDER (from), PROOF_NOT_ATTACHED, PROOF_IN_FUTURE.
   */
  addAccount: command({
    access: 'registry.write',
    input: z.object({
      beneficiaryId: id,
      iban: z.string().max(60),
      from: dateField,
      proofKind: z.enum(ACCOUNT_PROOFS),
      /** A document of the beneficiary. */
      proofDocumentId: id,
      verified: z.object({ on: dateField, how: z.enum(VERIFIED_BY_OFFICER) }).nullable(),
      reason: reasonText,
    }),
    output: z.object({ id }),
  }),
  /** Errors: NOT_FOUND, EDIT_DAYS_CLOSED (opensOn, closesOn), ACCOUNT_ENDED, ACCOUNT_DATE_ORDER (from). */
  endAccount: command({
    access: 'registry.write',
    input: z.object({ beneficiaryId: id, accountId: id, on: dateField, reason: reasonText }),
    output: z.object({}),
  }),
  /** On which days an account may be changed, and the documents that can prove one. */
  accountDesk: query({
    access: 'registry.read',
    input: z.object({ beneficiaryId: id }),
    output: z.object({
      opensOn: dateField,
      closesOn: dateField,
      isOpen: z.boolean(),
      documents: z.array(documentRef),
    }),
  }),
};

import { z } from 'zod';
import {
  APPLICATION_STATUSES,
  APPLICATION_VIEWS,
  CANCELLATION_CAUSES,
  EMPLOYMENT_STATUSES,
  MARITAL_STATUSES,
  PAPER_STATES,
  VISIT_ITEMS,
} from '../domain/applications/application-status.ts';
import type { Intake } from '../domain/applications/intake.ts';
import { CHANNELS } from '../domain/complaints/complaint-status.ts';
import {
  ASSET_TYPES,
  HOUSEHOLD_KINDS,
  INCOME_TYPES,
  INELIGIBILITY_REASONS,
  NATIONALITIES,
  RELATIONS,
  type Calculation,
  type CalculationInput,
} from '../domain/entitlement/calculation.ts';
import { PAYMENT_STATUSES } from '../domain/payments/payment-status.ts';
import {
  DEPENDANT_KINDS,
  DWELLING_PROOFS,
  STAY_PLACES,
  TENURES,
} from '../domain/registry/household-fact.ts';
import { issuedLetter } from './case-letters.ts';
import { blocked, caseEventDto, caseLetter, deadlineDto, documentRef } from './cases.ts';
import { command, query } from './define.ts';
import {
  dateField,
  halalasField,
  id,
  instantField,
  monthField,
  nothing,
  pageInput,
  pageOf,
  reasonText,
  version,
} from './fields.ts';

/** As somebody is typing: anything short of absurd is kept, and judged when the application is submitted. */
const typed = z.string().max(300);
const amount = z.int().nullable();
const subject = z.int().min(0).max(99);
const MOST = 60;

const nationalAddress = z.object({
  buildingNo: typed,
  street: typed,
  district: typed,
  city: typed,
  postalCode: typed,
  additionalNo: typed,
  short: typed,
});

const person = z.object({
  name: typed,
  nationalId: typed,
  sex: z.enum(['male', 'female']).nullable(),
  birthDate: typed,
  birthTyped: z.object({ calendar: z.enum(['gregorian', 'hijri']), text: typed }).nullable(),
  nationality: z.enum(NATIONALITIES).nullable(),
  student: z.boolean(),
  disabled: z.boolean(),
});

export const intakeDto = z.object({
  applicant: person,
  social: z.object({
    maritalStatus: z.enum(MARITAL_STATUSES).nullable(),
    employment: z.enum(EMPLOYMENT_STATUSES).nullable(),
  }),
  contact: z.object({
    phone: typed,
    email: typed,
    address: nationalAddress.nullable(),
    addressLine: typed,
  }),
  household: z.object({
    kind: z.enum(HOUSEHOLD_KINDS).nullable(),
    families: z.int().nullable(),
  }),
  dependants: z
    .array(
      person.extend({
        subject,
        relation: z.enum(RELATIONS).nullable(),
        dependantKind: z.enum(DEPENDANT_KINDS).nullable(),
      }),
    )
    .max(MOST),
  incomes: z
    .array(
      z.object({
        person: subject,
        type: z.enum(INCOME_TYPES).nullable(),
        amount,
        per: z.enum(['month', 'year']),
        from: typed,
      }),
    )
    .max(MOST),
  assets: z
    .array(
      z.object({
        person: subject,
        type: z.enum(ASSET_TYPES).nullable(),
        value: amount,
        count: amount,
        description: typed,
      }),
    )
    .max(MOST),
  stays: z
    .array(
      z.object({
        person: subject,
        place: z.enum(STAY_PLACES).nullable(),
        where: typed,
        from: typed,
        to: typed,
      }),
    )
    .max(MOST),
  dwelling: z.object({
    tenure: z.enum(TENURES).nullable(),
    proof: z.enum(DWELLING_PROOFS).nullable(),
    proofNumber: typed,
    address: nationalAddress.nullable(),
  }),
  bank: z.object({ iban: typed }),
}) satisfies z.ZodType<Intake>;

const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** `path` as `incomes.1.amount`, `papers.identity`. */
const problem = z.object({ path: z.string(), code: z.string(), details: details.optional() });
export type IntakeProblemDto = z.output<typeof problem>;

const expected = z.object({ id, expectedVersion: version });
const programme = z.string().min(1).max(40);
const officerRef = z.object({ id, name: z.string() });
const title = z.object({ ar: z.string(), en: z.string() });
const why = z.object({ code: z.string(), details: details.optional() }).nullable();

export const applicationRow = z.object({
  id,
  number: z.string(),
  programme,
  status: z.enum(APPLICATION_STATUSES),
  /** Null while a new applicant is being taken in: he enters the registry when he submits. */
  beneficiaryId: id.nullable(),
  /** Blank in a draft that has none yet. */
  name: z.string(),
  maskedNationalId: z.string(),
  startedOn: dateField,
  submittedOn: dateField.nullable(),
  /** Of the decision; paused while the applicant completes. */
  deadline: deadlineDto.nullable(),
  /** Last day of completing; null but in completion. */
  completeBy: dateField.nullable(),
  decidedOn: dateField.nullable(),
  assignedTo: officerRef.nullable(),
  version,
});
export type ApplicationRow = z.output<typeof applicationRow>;

const paper = z.object({
  code: z.string(),
  title,
  /** The circumstances of this application for which it is asked. */
  because: title,
  /** Without it there is no approval. */
  mandatory: z.boolean(),
  state: z.enum(PAPER_STATES),
  /** Of a refused one. */
  reason: z.string().nullable(),
  document: documentRef.nullable(),
});
export type PaperDto = z.output<typeof paper>;

/** The sum as it was on a day, with all it was made of. */
const assessment = z.object({
  month: monthField,
  madeAt: instantField,
  input: z.custom<CalculationInput>(),
  calculation: z.custom<Calculation>(),
});

const visit = z.object({
  seq: z.int(),
  on: dateField,
  visitor: z.string(),
  findings: z.string(),
  items: z.array(z.object({ item: z.enum(VISIT_ITEMS), agrees: z.boolean(), note: z.string() })),
  recordedBy: z.string(),
});

const refusalReason = z.object({ code: z.string(), note: z.string().max(2000).default('') });

const proposal = z.object({
  outcome: z.enum(['accept', 'refuse']),
  reasoning: z.string(),
  reasons: z.array(
    z.object({
      code: z.string(),
      textAr: z.string(),
      textEn: z.string(),
      article: z.string(),
      note: z.string(),
    }),
  ),
  /** Of the programme of the pension; null of the others. */
  assessment: assessment.nullable(),
  by: officerRef,
  on: dateField,
});

export const applications = {
  counts: query({
    access: 'cases.read',
    input: nothing,
    output: z.record(z.enum(APPLICATION_VIEWS), z.int()),
  }),
  list: query({
    access: 'cases.read',
    input: pageInput.extend({
      view: z.enum(APPLICATION_VIEWS).default('all'),
      status: z.array(z.enum(APPLICATION_STATUSES)).optional(),
      programme: z.array(programme).optional(),
      search: z.string().max(100).optional(),
      sort: z.enum(['deadline', 'submittedOn', 'name', 'number', 'status']).default('deadline'),
      descending: z.boolean().default(false),
    }),
    output: pageOf(applicationRow),
  }),
  /**
   * Who stands behind an ID before anything is begun. Errors: NATIONAL_ID_FORMAT, NATIONAL_ID_TYPE. A check digit that does
   * not fit is a warning only.
   */
  identify: query({
    access: 'cases.work',
    input: z.object({ nationalId: z.string().max(60) }),
    output: z.object({
      warning: z.enum(['NATIONAL_ID_CHECKSUM']).nullable(),
      known: z
        .object({
          beneficiaryId: id,
          name: z.string(),
          maskedNationalId: z.string(),
          eligibility: z.enum(['notStudied', 'studying', 'eligible', 'ineligible']),
          deceased: z.boolean(),
        })
        .nullable(),
      /** All that he ever filed, the newest first. */
      applications: z.array(
        z.object({
          id,
          number: z.string(),
          programme,
          status: z.enum(APPLICATION_STATUSES),
          /** REG 14: whether the refused one can be reviewed again instead of a new one. */
          mayAskReview: z.boolean(),
        }),
      ),
    }),
  }),
  /**
   * Begins a draft. Of a known person it begins with what the registry knows of his household.
   * Errors: NATIONAL_ID_FORMAT, NATIONAL_ID_TYPE, PERSON_EXISTS (beneficiaryId) where an ID given as new is known,
   * APPLICATION_OPEN (number, applicationId), PERSON_DECEASED, PROGRAMME_UNKNOWN, NOT_FOUND.
   */
  start: command({
    access: 'cases.work',
    input: z.object({
      applicant: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('known'), beneficiaryId: id }),
        z.object({ kind: z.literal('new'), nationalId: z.string().max(60) }),
      ]),
      programme,
      channel: z.enum(CHANNELS).default('branch'),
    }),
    output: z.object({ id, number: z.string(), version }),
  }),
  /** Keeps what has been filled in so far, whatever it is. Errors: NOT_FOUND, CONFLICT, NOT_A_DRAFT. */
  save: command({
    access: 'cases.work',
    input: expected.extend({ intake: intakeDto }),
    output: z.object({ version }),
  }),
  /** Everything that is wrong, and all that only deserves a look. For a draft on the screen: `intake` as it stands there. */
  check: query({
    access: 'cases.work',
    input: z.object({ id, intake: intakeDto.optional() }),
    output: z.object({ problems: z.array(problem), warnings: z.array(problem) }),
  }),
  /**
   * Submits a draft: all of it or nothing. Errors: INTAKE_WRONG, whose details are `count`, `fields` (all paths, by blanks) and
   * for each path its code; PERSON_EXISTS, APPLICATION_OPEN, NOT_A_DRAFT, CONFLICT.
   */
  submit: command({
    access: 'cases.work',
    input: expected.extend({
      /** A receipt to hand over, which lists the papers that have come. */
      receipt: z.boolean().default(true),
    }),
    output: z.object({ receipt: issuedLetter.nullable(), version }),
  }),
  /** Throws a draft away; its number stays on record. Errors: NOT_A_DRAFT, CONFLICT. */
  discard: command({ access: 'cases.work', input: expected, output: nothing }),

  /** One application with everything that its screen shows. Errors: NOT_FOUND. */
  file: query({
    access: 'cases.read',
    input: z.object({ id }),
    output: z.object({
      application: applicationRow,
      channel: z.enum(CHANNELS),
      known: z.boolean(),
      intake: intakeDto,
      /** Numbers and accounts stand masked for whoever does not work on it. */
      masked: z.boolean(),
      papers: z.array(paper),
      /** Documents that prove none of the listed papers. */
      otherDocuments: z.array(documentRef),
      completion: z
        .object({
          askedOn: dateField,
          dueOn: dateField,
          note: z.string(),
          asked: z.array(z.string()),
        })
        .nullable(),
      proposal: proposal.nullable(),
      decision: z
        .object({
          on: dateField,
          by: officerRef,
          /** Month from which it takes effect; null of a refusal. */
          from: monthField.nullable(),
          /** Halalas a month as assessed; null of a refusal and of other programmes. */
          pension: halalasField.nullable(),
          /** The sum that was decided on; kept for ever. */
          assessment: assessment.nullable(),
        })
        .nullable(),
      cancellation: z.object({ on: dateField, cause: z.enum(CANCELLATION_CAUSES) }).nullable(),
      withdrawnOn: dateField.nullable(),
      visits: z.array(visit),
      /** REG 14: last day on which a review can be asked; null where there is nothing to review. */
      reviewUntil: dateField.nullable(),
      reviews: z.int(),
      events: z.array(caseEventDto),
      letters: z.array(caseLetter),
      mayEdit: blocked,
      mayWork: blocked,
      mayPropose: blocked,
      mayApprove: blocked,
      mayCancel: blocked,
      mayWithdraw: blocked,
      mayAskReview: blocked,
    }),
  }),
  assign: command({
    access: 'cases.work',
    input: z.object({ cases: z.array(expected).min(1).max(500), officerId: id }),
    output: nothing,
  }),
  take: command({ access: 'cases.work', input: expected, output: nothing }),
  /**
   * Sets what has become of a required paper. The document is attached before (`documents.attach`, ownerType `application`).
   * Errors: PAPER_NOT_ASKED (paper), PAPER_WITHOUT_DOCUMENT, DOCUMENT_NOT_OF_CASE, REASON_MISSING, those of the case.
   */
  checkPaper: command({
    access: 'cases.work',
    input: expected.extend({
      paper: z.string().min(1).max(80),
      state: z.enum(PAPER_STATES),
      documentId: id.nullable().default(null),
      /** Of a refused paper. */
      reason: z.string().trim().max(500).default(''),
    }),
    output: z.object({ version }),
  }),
  /** Corrects what was submitted; the revision before stays on record. Errors: those of `submit` and of the case. */
  amend: command({
    access: 'cases.work',
    input: expected.extend({ intake: intakeDto, reason: reasonText }),
    output: z.object({ version }),
  }),
  /**
   * Asks the applicant for papers and data, by letter; the decision's clock stands still and twenty days of completing begin
   * (REG 4/5). Errors: NOTHING_MISSING, PAPER_NOT_ASKED, those of the case and of the letter.
   */
  askCompletion: command({
    access: 'cases.work',
    input: expected.extend({
      papers: z.array(z.string()).max(40).default([]),
      /** Data that is missing or unclear, a line each. */
      data: z.array(z.string().trim().min(2).max(300)).max(20).default([]),
      note: z.string().trim().max(2000).default(''),
    }),
    output: z.object({ letter: issuedLetter, completeBy: dateField }),
  }),
  /** What was asked has come: the clock goes on. Errors: NOT_IN_COMPLETION, COMPLETION_LAPSED, those of the case. */
  receiveCompletion: command({
    access: 'cases.work',
    input: expected.extend({ note: z.string().trim().max(2000).default('') }),
    output: z.object({ version }),
  }),
  /** Ends an application that was not completed in time, with its letter. Errors: NOT_IN_COMPLETION, COMPLETION_RUNNING (dueOn). */
  cancel: command({
    access: 'cases.work',
    input: expected,
    output: z.object({ letter: issuedLetter.nullable() }),
  }),
  /**
   * The sum of what the intake says, for the month in which an acceptance of today would take effect. Nothing is kept.
   * `problems` where the intake does not suffice. `sum` is null then, and of programmes that pay no pension.
   */
  assess: query({
    access: 'cases.read',
    input: z.object({ id, intake: intakeDto.optional() }),
    output: z.object({
      sum: z
        .object({
          month: monthField,
          input: z.custom<CalculationInput>(),
          calculation: z.custom<Calculation>(),
          /** Who `person` of a line is. */
          names: z.record(z.string(), z.string()),
        })
        .nullable(),
      problems: z.array(problem),
      /** Reasons of the refusal table that fit the grounds found. */
      refusalReasons: z.array(
        z.object({ ground: z.enum(INELIGIBILITY_REASONS), code: z.string() }),
      ),
    }),
  }),
  recordVisit: command({
    access: 'cases.work',
    input: expected.extend({
      on: dateField,
      visitor: z.string().trim().min(3).max(120),
      findings: reasonText,
      items: z
        .array(
          z.object({
            item: z.enum(VISIT_ITEMS),
            agrees: z.boolean(),
            note: z.string().trim().max(500).default(''),
          }),
        )
        .max(VISIT_ITEMS.length)
        .default([]),
    }),
    output: z.object({ version }),
  }),
  /**
   * Initial approval (موافقة مبدئية), with the sum that it rests on. Errors: PAPERS_OPEN (papers), NOT_ENTITLED (reasons),
   * INTAKE_WRONG, those of the case.
   */
  approveInitially: command({
    access: 'cases.work',
    input: expected.extend({ reasoning: reasonText }),
    output: z.object({ version }),
  }),
  /** Proposes a refusal with its coded reasons. Errors: REASON_TWICE, REASON_UNKNOWN, those of the case. */
  proposeRefusal: command({
    access: 'cases.work',
    input: expected.extend({
      reasons: z.array(refusalReason).min(1).max(12),
      reasoning: reasonText,
    }),
    output: z.object({ version }),
  }),
  /**
   * Another officer's decision, as it stands proposed: final approval or refusal, what it changes in the registry, and the
   * letter. Errors: PROPOSED_BY_YOU, NOT_PROPOSED, ASSESSMENT_CHANGED (pension, now), those of the registry.
   */
  decide: command({
    access: 'cases.approve',
    input: expected,
    output: z.object({
      letter: issuedLetter,
      outcome: z.enum(['finalApproval', 'refused']),
      beneficiaryId: id,
      from: monthField.nullable(),
    }),
  }),
  sendBack: command({
    access: 'cases.approve',
    input: expected.extend({ note: reasonText }),
    output: z.object({ version }),
  }),
  /** What withdrawing would cost, to be shown before. */
  withdrawal: query({
    access: 'cases.read',
    input: z.object({ id }),
    output: z.object({
      unpaid: z.array(
        z.object({
          id,
          endToEndId: z.string(),
          month: monthField,
          amount: halalasField,
          status: z.enum(PAYMENT_STATUSES),
        }),
      ),
      /** An objection or an accepted pension that ends with it: `seniorityLost`, `pensionStops`, `objectionOpen`. */
      warnings: z.array(z.string()),
      mayWithdraw: why,
    }),
  }),
  /** Errors: SENIORITY_WOULD_BE_LOST (count, amount, references), ALREADY_CLOSED, those of the case. */
  withdraw: command({
    access: 'cases.work',
    input: expected.extend({ reason: reasonText, confirmed: z.literal(true) }),
    output: z.object({ letter: issuedLetter.nullable() }),
  }),
  /**
   * The refusal of an applicant as an objection contests it: pass it on to `objections.file`. Null where no application of his
   * stands refused.
   */
  refusal: query({
    access: 'cases.read',
    input: z.object({ beneficiaryId: id }),
    output: z
      .object({
        applicationId: id,
        number: z.string(),
        refusedOn: dateField,
        /** Who decided it: he neither reviews nor approves the objection. */
        firstDecidedBy: officerRef,
        reasons: z.array(z.string()),
      })
      .nullable(),
  }),
  /** إعادة النظر within twelve months of the application, without a new one (REG 14). Errors: REVIEW_PERIOD_ENDED, OBJECTION_OPEN. */
  askReview: command({
    access: 'cases.work',
    input: expected.extend({ reason: reasonText }),
    output: z.object({ version }),
  }),
};

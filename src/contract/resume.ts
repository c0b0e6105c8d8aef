import { z } from 'zod';
import { LIFE_ANSWERS, LIFE_STATUSES } from '../domain/resume/life-case.ts';
import { RESUME_STATUSES } from '../domain/resume/resume-case.ts';
import {
  ACTION_ACTORS,
  REQUIRED_ACTIONS,
  RESUME_RULES,
} from '../domain/reconciliation/reason-code.ts';
import { PAYMENT_STATUSES } from '../domain/payments/payment-status.ts';
import { caseEventDto, caseLetter, deadlineDto, documentRef } from './cases.ts';
import { command, query } from './define.ts';
import {
  dateField,
  halalasField,
  id,
  monthField,
  nothing,
  pageInput,
  pageOf,
  personRef,
  reasonText,
  version,
} from './fields.ts';
import { paymentEventDto, paymentRow } from './payments.ts';

/** The queues of the protocol, in its order. */
export const RESUME_VIEWS = [
  'waiting',
  'ready',
  'awaitingApproval',
  'sentAgain',
  'failedAgain',
  'done',
] as const;
export type ResumeView = (typeof RESUME_VIEWS)[number];

export const LIFE_VIEWS = ['open', 'awaitingApproval', 'decided'] as const;
export type LifeView = (typeof LIFE_VIEWS)[number];

/** 0 while nothing was recorded yet: the first step opens the case. */
const caseVersion = z.int().min(0);
const paymentCase = z.object({ paymentId: id, expectedVersion: caseVersion });
const many = z.object({ payments: z.array(paymentCase).min(1).max(500) });

/** Why a step is blocked, as a refusal with its details; null when it is not. */
const why = z
  .object({
    code: z.string(),
    details: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .optional(),
  })
  .nullable();

const bilingual = z.object({ ar: z.string(), en: z.string() });

const reasonDto = z.object({
  title: bilingual,
  meaning: bilingual,
  action: z.enum(REQUIRED_ACTIONS),
  actionTitle: bilingual,
  officer: bilingual,
  beneficiary: bilingual.nullable(),
  actor: z.enum(ACTION_ACTORS),
});

export const resumeRow = paymentRow.extend({
  reasonList: z.string().nullable(),
  rule: z.enum(RESUME_RULES),
  reason: bilingual.nullable(),
  caseStatus: z.enum(RESUME_STATUSES).nullable(),
  caseVersion,
  proposedBy: z.string().nullable(),
  proposedByYou: z.boolean(),
  attempt: z
    .object({ id, endToEndId: z.string(), status: z.enum(PAYMENT_STATUSES), month: monthField })
    .nullable(),
});
export type ResumeRow = z.output<typeof resumeRow>;

const officerStep = z.object({ on: dateField, by: z.string(), documentId: id });

export const lifeRow = personRef.extend({
  id,
  number: z.string(),
  status: z.enum(LIFE_STATUSES),
  reasonCode: z.string().nullable(),
  openedOn: dateField,
  deadline: deadlineDto.nullable(),
  /** By when the new head stands after a death (REG 23/2). */
  headDueOn: dateField.nullable(),
  heldPayments: z.int(),
  proposedByYou: z.boolean(),
  version,
});
export type LifeRow = z.output<typeof lifeRow>;

const lifeStep = z.object({ id, expectedVersion: version });

export const resume = {
  counts: query({
    access: 'payments.read',
    input: nothing,
    output: z.object({
      resume: z.record(z.enum(RESUME_VIEWS), z.int()),
      life: z.record(z.enum(LIFE_VIEWS), z.int()),
    }),
  }),
  queue: query({
    access: 'payments.read',
    input: pageInput.extend({
      view: z.enum(RESUME_VIEWS).default('waiting'),
      reasonCode: z.string().max(35).optional(),
    }),
    output: pageOf(resumeRow).extend({
      amount: halalasField,
      reasons: z.array(
        z.object({
          code: z.string().nullable(),
          title: bilingual.nullable(),
          count: z.int(),
        }),
      ),
    }),
  }),
  /** One payment with its case, whether or not a step was taken yet. */
  payment: query({
    access: 'payments.read',
    input: z.object({ paymentId: id }),
    output: z.object({
      payment: paymentRow,
      events: z.array(paymentEventDto),
      reason: reasonDto.nullable(),
      rule: z.enum(RESUME_RULES),
      case: z
        .object({ id, status: z.enum(RESUME_STATUSES), proposedBy: z.string().nullable() })
        .nullable(),
      caseVersion,
      account: z.object({
        needed: z.boolean(),
        maskedIban: z.string(),
        bankCode: z.string(),
        proof: officerStep
          .extend({
            maskedIban: z.string(),
            bankCode: z.string(),
            isNew: z.boolean(),
            tied: z.boolean(),
          })
          .nullable(),
        activity: officerStep.extend({ active: z.boolean() }).nullable(),
        editDays: z.object({ opensOn: dateField, closesOn: dateField, isOpen: z.boolean() }),
        needsNewAccount: z.boolean(),
      }),
      proposal: z
        .object({
          cycleMonth: monthField,
          by: z.string(),
          on: dateField,
          approvedBy: z.string().nullable(),
          approvedOn: dateField.nullable(),
        })
        .nullable(),
      nextCycleMonth: monthField,
      attempt: z.object({ payment: paymentRow, events: z.array(paymentEventDto) }).nullable(),
      /** The payment whose resumption this one is. */
      resumes: z.object({ paymentId: id, endToEndId: z.string() }).nullable(),
      complaint: z.object({ id, ticket: z.string() }).nullable(),
      lifeCase: z.object({ id, number: z.string(), status: z.enum(LIFE_STATUSES) }).nullable(),
      documents: z.array(documentRef),
      letters: z.array(caseLetter),
      history: z.array(caseEventDto),
      mayPrepare: why,
      mayPropose: why,
      mayApprove: why,
      mayWithdraw: why,
      mayCancel: why,
      mayComplain: why,
    }),
  }),
  proveAccount: command({
    access: 'cases.work',
    input: paymentCase.extend({
      /** Null for the account that the payment was sent to. */
      iban: z.string().max(60).nullable(),
      tied: z.boolean(),
      on: dateField,
      documentId: id,
    }),
    output: nothing,
  }),
  confirmActivity: command({
    access: 'cases.work',
    input: paymentCase.extend({ active: z.boolean(), on: dateField, documentId: id }),
    output: nothing,
  }),
  /** One or many; many only of one reason code. All of them or none. */
  propose: command({ access: 'cases.work', input: many, output: nothing }),
  withdraw: command({ access: 'cases.work', input: paymentCase, output: nothing }),
  /** By an officer other than the proposer; all of them or none. */
  approve: command({
    access: 'cases.approve',
    input: many,
    output: z.object({ attempts: z.array(z.object({ id, endToEndId: z.string() })) }),
  }),
  sendBack: command({
    access: 'cases.approve',
    input: paymentCase.extend({ note: reasonText }),
    output: nothing,
  }),
  cancelAttempt: command({
    access: 'cases.approve',
    input: paymentCase.extend({ reason: reasonText }),
    output: nothing,
  }),
  fileComplaint: command({
    access: 'cases.work',
    input: paymentCase,
    output: z.object({ id, ticket: z.string() }),
  }),
  guide: command({
    access: 'letters.print',
    input: paymentCase,
    output: z.object({ letterId: id }),
  }),

  lifeCases: query({
    access: 'payments.read',
    input: pageInput.extend({ view: z.enum(LIFE_VIEWS).default('open') }),
    output: pageOf(lifeRow),
  }),
  lifeCase: query({
    access: 'payments.read',
    input: z.object({ id }),
    output: z.object({
      life: lifeRow,
      askedOn: dateField.nullable(),
      answer: z
        .object({
          answer: z.enum(LIFE_ANSWERS),
          deceasedOn: dateField.nullable(),
          documentId: id,
          by: z.string(),
        })
        .nullable(),
      payment: z.object({ id, endToEndId: z.string(), month: monthField }).nullable(),
      held: z.array(
        z.object({ id, endToEndId: z.string(), month: monthField, amount: halalasField }),
      ),
      /** Adults of the household who may be named head (REG 23/2). */
      adults: z.array(z.object({ name: z.string(), relation: z.string(), birthDate: dateField })),
      documents: z.array(documentRef),
      history: z.array(caseEventDto),
      mayWork: why,
      mayApprove: why,
    }),
  }),
  askRecord: command({ access: 'cases.work', input: lifeStep, output: nothing }),
  answerLife: command({
    access: 'cases.work',
    input: lifeStep.extend({
      answer: z.enum(LIFE_ANSWERS),
      deceasedOn: dateField.nullable(),
      documentId: id,
    }),
    output: nothing,
  }),
  approveLife: command({ access: 'cases.approve', input: lifeStep, output: nothing }),
  sendLifeBack: command({
    access: 'cases.approve',
    input: lifeStep.extend({ note: reasonText }),
    output: nothing,
  }),

  /** What stands against withdrawing a person's application. */
  withdrawal: query({
    access: 'cases.read',
    input: z.object({ beneficiaryId: id }),
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
      withdrawn: z.object({ on: dateField, by: z.string(), reason: z.string() }).nullable(),
      mayWithdraw: why,
    }),
  }),
  withdrawApplication: command({
    access: 'cases.work',
    input: z.object({ beneficiaryId: id, reason: reasonText, confirmed: z.literal(true) }),
    output: nothing,
  }),
};

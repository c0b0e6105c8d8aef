import { z } from 'zod';
import { CHANNELS } from '../domain/complaints/complaint-status.ts';
import {
  OBJECTION_OUTCOMES,
  OBJECTION_STATUSES,
  REASON_FINDINGS,
} from '../domain/objections/objection-status.ts';
import { blocked, caseEventDto, caseLetter, deadlineDto, documentRef } from './cases.ts';
import { SAVED_VIEWS } from './complaints.ts';
import { documentsRequestInput, issuedLetter, receiptInput } from './case-letters.ts';
import { command, job, query } from './define.ts';
import {
  dateField,
  id,
  nothing,
  pageInput,
  pageOf,
  personRef,
  reasonText,
  version,
} from './fields.ts';

export const objectionRow = personRef.extend({
  id,
  number: z.string(),
  status: z.enum(OBJECTION_STATUSES),
  refusedOn: dateField,
  filedOn: dateField,
  deadline: deadlineDto.nullable(),
  reasons: z.array(z.string()),
  assignedTo: z.object({ id, name: z.string() }).nullable(),
  version,
});
export type ObjectionRow = z.output<typeof objectionRow>;

const finding = z.object({
  code: z.string(),
  finding: z.enum(REASON_FINDINGS),
  note: reasonText,
  evidence: z.object({ documentId: id, page: z.int().min(1) }).nullable(),
});

export const objections = {
  counts: query({
    access: 'cases.read',
    input: nothing,
    output: z.record(z.enum(SAVED_VIEWS), z.int()),
  }),
  list: query({
    access: 'cases.read',
    input: pageInput.extend({
      view: z.enum(SAVED_VIEWS).default('all'),
      status: z.array(z.enum(OBJECTION_STATUSES)).optional(),
      search: z.string().max(100).optional(),
      sort: z.enum(['deadline', 'filedOn', 'name', 'number', 'status']).default('deadline'),
      descending: z.boolean().default(false),
    }),
    output: pageOf(objectionRow),
  }),
  review: query({
    access: 'cases.read',
    input: z.object({ id }),
    output: z.object({
      objection: objectionRow,
      channel: z.enum(CHANNELS),
      statement: z.string(),
      /** The filing period: when the refusal was notified, how many days of how many were used. */
      period: z.object({
        notifiedOn: dateField,
        endsOn: dateField,
        count: z.enum(['calendar', 'working']),
        usedDays: z.int(),
        days: z.int(),
        inTime: z.boolean(),
      }),
      lateReason: z.string().nullable(),
      firstDecidedBy: z.object({ id, name: z.string() }).nullable(),
      reasons: z.array(
        z.object({
          code: z.string(),
          textAr: z.string(),
          textEn: z.string(),
          article: z.string(),
          finding: z.enum(REASON_FINDINGS).nullable(),
          note: z.string().nullable(),
          evidence: z.object({ documentId: id, page: z.int() }).nullable(),
        }),
      ),
      documents: z.array(documentRef),
      household: z.array(
        z.object({ name: z.string(), relation: z.string(), birthDate: dateField }),
      ),
      outcome: z.enum(OBJECTION_OUTCOMES).nullable(),
      reasoning: z.string().nullable(),
      proposedBy: z.object({ id, name: z.string() }).nullable(),
      events: z.array(caseEventDto),
      letters: z.array(caseLetter),
      mayPropose: blocked,
      mayApprove: blocked,
    }),
  }),
  /** A job only because of the password: checking it is slow on purpose and must not hold a transaction. */
  file: job({
    access: 'cases.work',
    input: z.object({
      beneficiaryId: id,
      /** Who refused, where it was an officer of this branch: he neither reviews nor approves. */
      firstDecidedBy: id.optional(),
      refusedOn: dateField,
      notifiedOn: dateField,
      channel: z.enum(CHANNELS),
      statement: reasonText,
      reasons: z.array(z.string()).min(1).max(12),
      late: z
        .object({
          reason: reasonText,
          supervisorUsername: z.string(),
          supervisorPassword: z.string(),
        })
        .optional(),
      /** Refused like a letter by hand: NO_LETTER_TO_FROZEN, NO_LETTER_TO_DECEASED; without it the case is filed all the same. */
      receipt: receiptInput,
    }),
    output: z.object({ id, number: z.string(), receipt: issuedLetter.nullable() }),
  }),
  refusalReasons: query({
    access: 'cases.read',
    input: nothing,
    output: z.array(
      z.object({
        code: z.string(),
        textAr: z.string(),
        textEn: z.string(),
        article: z.string(),
        active: z.boolean(),
      }),
    ),
  }),
  assign: command({
    access: 'cases.work',
    input: z.object({
      cases: z
        .array(z.object({ id, expectedVersion: version }))
        .min(1)
        .max(500),
      officerId: id,
    }),
    output: nothing,
  }),
  take: command({
    access: 'cases.work',
    input: z.object({ id, expectedVersion: version }),
    output: nothing,
  }),
  /** Issues the check list of what is missing. The period for deciding goes on: the law stops it for nothing. */
  askForDocuments: command({
    access: 'cases.work',
    input: z.object({ id, expectedVersion: version, request: documentsRequestInput }),
    output: z.object({ letter: issuedLetter }),
  }),
  /** Keeps a finding as work in progress; deciding needs one for each reason. */
  recordFinding: command({
    access: 'cases.work',
    input: z.object({ id, expectedVersion: version, finding }),
    output: z.object({ version }),
  }),
  propose: command({
    access: 'cases.work',
    input: z.object({
      id,
      expectedVersion: version,
      outcome: z.enum(OBJECTION_OUTCOMES),
      reasoning: reasonText,
    }),
    output: nothing,
  }),
  /** Issues the letter of the decision, or to the committee that is asked. */
  approve: command({
    access: 'cases.approve',
    input: z.object({ id, expectedVersion: version }),
    output: z.object({ letterId: id }),
  }),
  sendBack: command({
    access: 'cases.approve',
    input: z.object({ id, expectedVersion: version, note: reasonText }),
    output: nothing,
  }),
};

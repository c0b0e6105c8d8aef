import { z } from 'zod';
import {
  CHANNELS,
  COMPLAINT_CATEGORIES,
  COMPLAINT_OUTCOMES,
  COMPLAINT_STATUSES,
  MONTH_FINDINGS,
} from '../domain/complaints/complaint-status.ts';
import { blocked, caseEventDto, caseLetter, deadlineDto, documentRef } from './cases.ts';
import { documentsRequestInput, issuedLetter, receiptInput } from './case-letters.ts';
import { command, job, query } from './define.ts';
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

export const SAVED_VIEWS = [
  'all',
  'mine',
  'unassigned',
  'dueToday',
  'overdue',
  'awaitingDocuments',
  'awaitingApproval',
  'decided',
] as const;
export type SavedView = (typeof SAVED_VIEWS)[number];

export const complaintRow = personRef.extend({
  id,
  ticket: z.string(),
  category: z.enum(COMPLAINT_CATEGORIES),
  status: z.enum(COMPLAINT_STATUSES),
  filedOn: dateField,
  deadline: deadlineDto.nullable(),
  claimed: halalasField,
  assignedTo: z.object({ id, name: z.string() }).nullable(),
  version,
});
export type ComplaintRow = z.output<typeof complaintRow>;

const proposal = z.object({
  outcome: z.enum(COMPLAINT_OUTCOMES),
  reasoning: z.string(),
  months: z.array(
    z.object({
      month: monthField,
      finding: z.enum(MONTH_FINDINGS),
      due: halalasField,
      paid: halalasField,
      difference: halalasField,
    }),
  ),
  total: halalasField,
  proposedBy: z.string(),
  proposedOn: dateField,
});

export const complaints = {
  counts: query({
    access: 'cases.read',
    input: nothing,
    output: z.record(z.enum(SAVED_VIEWS), z.int()),
  }),
  list: query({
    access: 'cases.read',
    input: pageInput.extend({
      view: z.enum(SAVED_VIEWS).default('all'),
      category: z.array(z.enum(COMPLAINT_CATEGORIES)).optional(),
      status: z.array(z.enum(COMPLAINT_STATUSES)).optional(),
      search: z.string().max(100).optional(),
      sort: z
        .enum(['deadline', 'filedOn', 'claimed', 'name', 'ticket', 'status'])
        .default('deadline'),
      descending: z.boolean().default(false),
    }),
    output: pageOf(complaintRow),
  }),
  case: query({
    access: 'cases.read',
    input: z.object({ id }),
    output: z.object({
      complaint: complaintRow,
      channel: z.enum(CHANNELS),
      claim: z.string(),
      lateReason: z.string().nullable(),
      months: z.array(
        z.object({
          month: monthField,
          expected: halalasField,
          received: halalasField,
          /** What the records prove; due is null where nothing was computed for the month. */
          due: halalasField.nullable(),
          sent: halalasField.nullable(),
          credited: halalasField,
          /** What arrived, is on its way, or came back to be resumed: no difference is paid for it. */
          accounted: halalasField,
          difference: halalasField.nullable(),
          payments: z.array(z.object({ payment: paymentRow, events: z.array(paymentEventDto) })),
          suggestedFinding: z.enum(MONTH_FINDINGS),
        }),
      ),
      documents: z.array(documentRef),
      proposal: proposal.nullable(),
      events: z.array(caseEventDto),
      letters: z.array(caseLetter),
      /** Payments that failed twice and led to this complaint. */
      resumed: z.array(z.object({ paymentId: id, endToEndId: z.string() })),
      mayPropose: blocked,
      mayApprove: blocked,
    }),
  }),
  /** Whether a complaint about a month may be filed today, and until when. */
  window: query({
    access: 'cases.read',
    input: z.object({ month: monthField }),
    output: z.object({
      opensOn: dateField,
      closesOn: dateField,
      state: z.enum(['notYetOpen', 'open', 'closed']),
    }),
  }),
  /** A job only because of the password: checking it is slow on purpose and must not hold a transaction. */
  file: job({
    access: 'cases.work',
    input: z.object({
      beneficiaryId: id,
      category: z.enum(COMPLAINT_CATEGORIES),
      channel: z.enum(CHANNELS),
      claim: reasonText,
      months: z
        .array(z.object({ month: monthField, expected: halalasField, received: halalasField }))
        .min(1)
        .max(12),
      /** Filing outside the window: the supervisor who allows it signs with his own password. */
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
    output: z.object({ id, ticket: z.string(), receipt: issuedLetter.nullable() }),
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
  askForDocuments: command({
    access: 'cases.work',
    input: z.object({
      id,
      expectedVersion: version,
      /** What was asked for, where no letter says it. */
      note: reasonText.optional(),
      /** The letter with the check list; null where the person was told otherwise. */
      request: documentsRequestInput.nullable().default(null),
    }),
    output: z.object({ letter: issuedLetter.nullable() }),
  }),
  documentsReceived: command({
    access: 'cases.work',
    input: z.object({ id, expectedVersion: version }),
    output: nothing,
  }),
  propose: command({
    access: 'cases.work',
    input: z.object({
      id,
      expectedVersion: version,
      outcome: z.enum(COMPLAINT_OUTCOMES),
      reasoning: reasonText,
      months: z.array(
        z.object({
          month: monthField,
          finding: z.enum(MONTH_FINDINGS),
          due: halalasField,
        }),
      ),
    }),
    output: nothing,
  }),
  /** By a person other than the proposer; queues the letter in the same transaction. */
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

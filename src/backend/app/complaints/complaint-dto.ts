import type { OutputOf } from '../../../contract/api.ts';
import type { ComplaintRow } from '../../../contract/complaints.ts';
import type { PaymentRow } from '../../../contract/payments.ts';
import type { ComplaintEvent, ComplaintState } from '../../../domain/complaints/complaint.ts';
import { maskIban } from '../../../domain/registry/mask.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { toDeadline, toPersonRef } from '../cases/case-dto.ts';
import type { GatheredMonth } from './gather-claim.ts';
import type { ComplaintFile, ComplaintQueueRow, TracedPayment } from './ports.ts';

type CaseDto = OutputOf<'complaints.case'>;

export function toComplaintRow(row: ComplaintQueueRow, today: IsoDate): ComplaintRow {
  const { id, ticket, category, status, filedOn, claimed, assignedTo, version } = row;
  const deadline = toDeadline(row, today);
  const shown = { id, ticket, category, status, filedOn, claimed, assignedTo, version };
  return { ...toPersonRef(row), ...shown, deadline };
}

export function toCaseMonths(
  { months }: ComplaintFile,
  gathered: readonly GatheredMonth[],
): CaseDto['months'] {
  return gathered.flatMap(({ month, facts, payments }) => {
    const claimed = months.find((candidate) => candidate.month === month);
    if (!claimed) return [];
    const { due, sent, credited, accounted, difference, suggestedFinding } = facts;
    return [
      {
        ...claimed,
        due,
        sent,
        credited,
        accounted,
        difference,
        suggestedFinding,
        payments: payments.map((payment) => ({
          payment: toPaymentRow(payment),
          events: [...payment.events],
        })),
      },
    ];
  });
}

function toPaymentRow(payment: TracedPayment): PaymentRow {
  const { id, month, cycleNumber, kind, amount, bankCode, endToEndId, status, reasonCode } =
    payment;
  return {
    ...toPersonRef(payment),
    id,
    month,
    cycleNumber,
    kind,
    programme: payment.programme,
    amount,
    bankCode,
    maskedIban: maskIban(payment.iban),
    endToEndId,
    status,
    reasonCode,
  };
}

export function toProposal(
  { proposal, proposedBy, proposedOn }: ComplaintState,
  names: ReadonlyMap<string, string>,
): CaseDto['proposal'] {
  if (proposal === null || proposedBy === null || proposedOn === null) return null;
  const months = [...proposal.months];
  return { ...proposal, months, proposedBy: names.get(proposedBy) ?? '', proposedOn };
}

/** What an event says beside its type. */
export function complaintNote(
  event: ComplaintEvent,
  names: ReadonlyMap<string, string>,
): string | null {
  switch (event.type) {
    case 'documentsRequested':
    case 'sentBack':
      return event.note;
    case 'assigned':
      return names.get(event.to) ?? null;
    case 'documentAttached':
      return event.title;
    case 'proposed':
      return event.proposal.reasoning;
    case 'filed':
    case 'taken':
    case 'documentsReceived':
    case 'approved':
      return null;
  }
}

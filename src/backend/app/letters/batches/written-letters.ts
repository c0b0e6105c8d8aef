import type { BatchFilter } from '../../../../contract/letter-batches.ts';
import type { LetterData } from '../../../../domain/letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../../../../domain/letters/letter-data.ts';
import { monthName } from '../../../../domain/letters/months-phrase.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';

interface Written {
  readonly subject: string;
  readonly write: (head: DecisionLetterData) => LetterData;
}

type FilterOf<Kind extends BatchFilter['kind']> = Extract<BatchFilter, { kind: Kind }>;

/** That the payments of a person are held, why, and what he is asked to do. Errors: NOT_FOUND, PAYMENT_NOT_HELD. */
export async function heldLetter(
  { repos }: CommandContext,
  { reason, article, steps, respondBy }: FilterOf<'pensionHeld'>,
  paymentId: string,
): Promise<Result<Written, Refusal>> {
  const payment = await repos.payments.byId(paymentId);
  if (!payment) return refuse('NOT_FOUND');
  if (payment.status !== 'held') return refuse('PAYMENT_NOT_HELD');
  return ok({
    subject: `تعليق صرف دفعة شهر ${monthName(payment.month)}`,
    write: (head) => ({
      ...head,
      template: 'pensionHeld',
      from: payment.month,
      reasons: [{ text: reason, article }],
      monthlyPension: payment.amount,
      steps,
      respondBy,
      amountsKept: true,
    }),
  });
}

/** Which papers a complaint waits for, and by when. Errors: NOT_FOUND, NO_LONGER_WAITING. */
export async function requestLetter(
  { repos }: CommandContext,
  { documents, deliverBy, note }: FilterOf<'documentsRequest'>,
  complaintId: string,
): Promise<Result<Written, Refusal>> {
  const complaint = await repos.complaints.byId(complaintId);
  if (!complaint) return refuse('NOT_FOUND');
  if (complaint.state.status !== 'awaitingDocuments') return refuse('NO_LONGER_WAITING');
  return ok({
    subject: `طلب مستندات الشكوى ${complaint.ticket}`,
    write: (head) => ({
      ...head,
      template: 'documentsRequest',
      of: { type: 'complaint', number: complaint.ticket, filedOn: complaint.state.filedOn },
      documents: documents.map((text) => ({ text, received: false })),
      deliverBy,
      note,
    }),
  });
}

import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { CaseEventDto } from '../../../contract/cases.ts';
import { complaintFacts } from '../../../domain/dossier/complaint-facts.ts';
import type { DossierCover } from '../../../domain/dossier/dossier-cover.ts';
import {
  COMPLAINT_STATUS_WORDS,
  LIFE_STATUS_WORDS,
  OBJECTION_STATUS_WORDS,
  PAYMENT_STATUS_WORDS,
  RESUME_STATUS_WORDS,
} from '../../../domain/dossier/dossier-words.ts';
import { objectionFacts } from '../../../domain/dossier/objection-facts.ts';
import { lifeFacts, resumeFacts } from '../../../domain/dossier/resume-facts.ts';
import type { LetterBlock } from '../../../domain/letters/letter-model.ts';
import { maskIban } from '../../../domain/registry/mask.ts';
import { riyadhDate, type IsoDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { complaintCase } from '../complaints/complaint-case.ts';
import type { QueryContext } from '../context.ts';
import type { StoredDocument } from '../documents/ports.ts';
import { objectionReview } from '../objections/objection-review.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import { lifeCaseView } from '../resume/life-views.ts';
import { resumePayment } from '../resume/resume-payment.ts';

type Input = ParsedInputOf<'dossiers.make'>;

/** A case of any kind as a dossier tells it. */
export interface GatheredCase extends Pick<DossierCover, 'kind' | 'number' | 'status' | 'dates'> {
  readonly beneficiaryId: string;
  readonly facts: readonly LetterBlock[];
  readonly events: readonly CaseEventDto[];
  readonly letters: readonly { readonly id: string; readonly number: string | null }[];
  readonly documents: readonly StoredDocument[];
}

/** What the screen of the case shows, in the words of its dossier. Error: NOT_FOUND. */
export function gatherCase(
  context: QueryContext,
  input: Input,
  reasons: KnownReasons,
): Promise<Result<GatheredCase, Refusal>> {
  switch (input.caseType) {
    case 'complaint':
      return gatherComplaint(context, input.caseId);
    case 'objection':
      return gatherObjection(context, input.caseId);
    case 'resume':
      return gatherResume(context, input, reasons);
    case 'life':
      return gatherLife(context, input.caseId);
  }
}

async function gatherComplaint(
  context: QueryContext,
  id: string,
): Promise<Result<GatheredCase, Refusal>> {
  const found = await complaintCase(context, id);
  if (!found.ok) return found;
  const { complaint, months, proposal, events, letters, channel, claim, lateReason } = found.value;
  const { category, claimed } = complaint;
  const approval = lastApproval(events);
  return ok({
    kind: 'complaint',
    number: complaint.ticket,
    beneficiaryId: complaint.beneficiaryId,
    status: COMPLAINT_STATUS_WORDS[complaint.status],
    dates: [
      ['قُدّمت في', complaint.filedOn],
      ['المهلة', complaint.deadline?.on ?? null],
      ['صدر القرار في', approval.on],
    ],
    facts: complaintFacts({
      category,
      channel,
      claim,
      lateReason,
      claimed,
      months: months.map(({ payments, ...month }) => ({
        ...month,
        payments: payments.map(({ payment }) => payment),
      })),
      decision: proposal && { ...proposal, approvedBy: approval.by },
    }),
    events,
    letters,
    documents: await context.repos.documents.of('complaint', id),
  });
}

async function gatherObjection(
  context: QueryContext,
  id: string,
): Promise<Result<GatheredCase, Refusal>> {
  const found = await objectionReview(context, id);
  if (!found.ok) return found;
  const { objection, reasons, events, letters, firstDecidedBy, outcome, reasoning } = found.value;
  const approval = lastApproval(events);
  const documents = [
    ...(await context.repos.documents.of('objection', id)),
    ...(await context.repos.documents.of('beneficiary', objection.beneficiaryId)),
  ];
  const titles = new Map(documents.map((document) => [document.id, document.title]));
  return ok({
    kind: 'objection',
    number: objection.number,
    beneficiaryId: objection.beneficiaryId,
    status: OBJECTION_STATUS_WORDS[objection.status],
    dates: [
      ['قُدّم في', objection.filedOn],
      ['المهلة', objection.deadline?.on ?? null],
      ['صدر القرار في', approval.on],
    ],
    facts: objectionFacts({
      ...found.value,
      refusedOn: objection.refusedOn,
      firstDecidedBy: firstDecidedBy?.name ?? null,
      reasons: reasons.map(({ evidence, ...reason }) => ({
        ...reason,
        evidence: evidence && {
          title: titles.get(evidence.documentId) ?? '',
          page: evidence.page,
        },
      })),
      decision:
        outcome === null
          ? null
          : {
              outcome,
              reasoning: reasoning ?? '',
              proposedBy: found.value.proposedBy?.name ?? null,
              approvedBy: approval.by,
            },
    }),
    events,
    letters,
    documents,
  });
}

async function gatherResume(
  context: QueryContext,
  { caseId: paymentId, identity }: Input,
  reasons: KnownReasons,
): Promise<Result<GatheredCase, Refusal>> {
  const found = await resumePayment(context, paymentId, reasons);
  const file = await context.repos.resume.file(paymentId);
  if (!found.ok) return found;
  if (!file) return refuse('NOT_FOUND');
  const { payment, reason, account, proposal, attempt, complaint, lifeCase } = found.value;
  const iban = (whole: string): string => (identity === 'full' ? whole : maskIban(whole));
  const proven = file.case?.state.proof ?? null;
  return ok({
    kind: 'resume',
    number: payment.endToEndId,
    beneficiaryId: payment.beneficiaryId,
    status: resumeStatus(found.value),
    dates: [
      ['فُتحت في', file.case?.state.openedOn ?? null],
      ['اعتُمد الاستئناف في', proposal?.approvedOn ?? null],
    ],
    facts: resumeFacts({
      payment,
      iban: iban(file.payment.iban),
      reason: reason && {
        title: reason.title.ar,
        meaning: reason.meaning.ar,
        action: reason.actionTitle.ar,
      },
      proof: account.proof && proven && { ...account.proof, iban: iban(proven.iban) },
      activity: account.activity,
      proposal,
      attempt: attempt?.payment ?? null,
      complaint: complaint?.ticket ?? null,
      lifeCase: lifeCase?.number ?? null,
    }),
    events: found.value.history,
    letters: found.value.letters,
    documents: await context.repos.documents.of('resume', paymentId),
  });
}

function resumeStatus({ case: own, payment }: OutputOf<'resume.payment'>): string {
  return own === null ? PAYMENT_STATUS_WORDS[payment.status] : RESUME_STATUS_WORDS[own.status];
}

async function gatherLife(
  context: QueryContext,
  id: string,
): Promise<Result<GatheredCase, Refusal>> {
  const found = await lifeCaseView(context, id);
  if (!found.ok) return found;
  const { life, askedOn, answer, payment, held, adults, history } = found.value;
  return ok({
    kind: 'life',
    number: life.number,
    beneficiaryId: life.beneficiaryId,
    status: LIFE_STATUS_WORDS[life.status],
    dates: [
      ['فُتحت في', life.openedOn],
      ['المهلة', life.deadline?.on ?? null],
      ['حُسمت في', lastApproval(history).on],
    ],
    facts: lifeFacts({
      reasonCode: life.reasonCode,
      payment: payment?.endToEndId ?? null,
      askedOn,
      answer,
      headDueOn: life.headDueOn,
      held,
      adults,
    }),
    events: history,
    letters: [],
    documents: await context.repos.documents.of('life', id),
  });
}

/** Who decided last and when; nobody where the decision was sent back or is still open. */
function lastApproval(events: readonly CaseEventDto[]): {
  readonly by: string | null;
  readonly on: IsoDate | null;
} {
  const last = events.findLast(({ type }) => type === 'approved');
  return { by: last?.officerName ?? null, on: last === undefined ? null : riyadhDate(last.at) };
}

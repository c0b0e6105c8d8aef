import { claimOf } from '../../../domain/resume/complaint-claim.ts';
import { whyNoComplaint } from '../../../domain/resume/decide-resume.ts';
import { needsAccount } from '../../../domain/resume/resume-rules.ts';
import { resumeDecided } from '../../../domain/resume/resume-case.ts';
import { halalas, type Halalas } from '../../../domain/shared/halalas.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { recordComplaint } from '../complaints/file-complaint.ts';
import type { CommandContext } from '../context.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import { changeResume, type ExpectedPayment } from './change-resume.ts';
import type { ResumeFile } from './ports.ts';

/**
 * Step 4: the resumed payment failed as well, so the branch opens a financial complaint with the documents of the case; the
 * complaint's own facts show both traces. The branch's own duty is not bound to the days on which beneficiaries file. Where a
 * complaint about the month is open already, the case is added to it.
 * Errors: those of `changeResume` and `whyNoComplaint`.
 */
export async function fileResumeComplaint(
  context: CommandContext,
  input: ExpectedPayment,
  reasons: KnownReasons,
): Promise<Result<{ id: string; ticket: string }, Refusal>> {
  let filed: { id: string; ticket: string } | null = null;
  const changed = await changeResume(context, input, reasons, async (state, facts, file) => {
    const blocked = whyNoComplaint(state, file.attempt);
    if (blocked !== null) return { ok: false, error: blocked };
    const complaint = await complaintAbout(context, file, needsAccount(facts.rule));
    if (!complaint.ok) return complaint;
    filed = complaint.value;
    const { id: complaintId, ticket } = complaint.value;
    return resumeDecided(state, context.officer.id, { type: 'complained', complaintId, ticket });
  });
  if (!changed.ok) return changed;
  return filed === null ? refuse('NOT_FOUND') : ok(filed);
}

async function complaintAbout(
  context: CommandContext,
  file: ResumeFile,
  proven: boolean,
): Promise<Result<{ id: string; ticket: string }, Refusal>> {
  const { repos } = context;
  const { payment, attempt } = file;
  if (attempt === null) return refuse('NOT_RESUMED');
  const second = await repos.payments.byId(attempt.id);
  if (!second) return refuse('NOT_FOUND');
  const { month, amount, beneficiaryId } = payment;
  const open = await repos.complaints.openAbout(beneficiaryId, [month]);
  const claim = claimOf({
    month,
    amount,
    first: {
      reference: payment.endToEndId,
      status: payment.status,
      reasonCode: payment.reasonCode,
    },
    second: { reference: second.endToEndId, status: second.status, reasonCode: second.reasonCode },
    approvedOn: file.case?.state.approvedOn ?? null,
    proven,
  });
  const complaint = open
    ? ok({ id: open.id, ticket: open.ticket })
    : await recordComplaint(
        context,
        {
          beneficiaryId,
          category: 'zero',
          channel: 'branch',
          claim,
          months: [{ month, expected: amount, received: NOTHING }],
        },
        amount,
        null,
      );
  if (complaint.ok) await attachEverything(context, payment.id, complaint.value.id);
  return complaint;
}

const NOTHING: Halalas = halalas(0);

/** The same bytes, kept once, under the complaint as well. */
async function attachEverything(
  context: CommandContext,
  paymentId: string,
  complaintId: string,
): Promise<void> {
  const { repos, now, officer } = context;
  for (const document of await repos.documents.of('resume', paymentId)) {
    const id = context.newId();
    await repos.documents.add({
      ...document,
      id,
      ownerType: 'complaint',
      ownerId: complaintId,
      addedAt: now,
      addedBy: officer.id,
    });
    const event = { type: 'documentAttached', documentId: id, title: document.title } as const;
    await repos.complaints.append(complaintId, [event], { at: now, by: officer.id });
  }
}

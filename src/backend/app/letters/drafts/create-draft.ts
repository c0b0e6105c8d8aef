import type { ParsedInputOf } from '../../../../contract/api.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CommandContext } from '../../context.ts';

type Input = ParsedInputOf<'letters.createDraft'>;

/** Errors: NOT_FOUND for person or case, CASE_OF_OTHER_PERSON with the case's number. */
export async function createDraft(
  context: CommandContext,
  { kind, subject, beneficiaryId, of, content }: Input,
): Promise<Result<{ id: string }, Refusal>> {
  const { repos, officer, now } = context;
  if (!(await repos.casePeople.byId(beneficiaryId))) return refuse('NOT_FOUND');
  const business = of === null ? null : await businessOf(context, of);
  if (business === undefined) return refuse('NOT_FOUND');
  if (business !== null && business.beneficiaryId !== beneficiaryId) {
    return refuse('CASE_OF_OTHER_PERSON', { number: business.number });
  }
  const id = context.newId();
  await repos.letterDrafts.add(
    {
      id,
      kind,
      subject,
      beneficiaryId,
      authorId: officer.id,
      caseType: of?.caseType ?? 'beneficiary',
      caseId: of?.caseId ?? beneficiaryId,
      caseNumber: business?.number ?? '',
      content,
    },
    now,
  );
  await context.audit('letterDraft.created', { type: 'letterDraft', id }, { kind });
  return ok({ id });
}

async function businessOf(
  { repos }: CommandContext,
  { caseType, caseId }: NonNullable<Input['of']>,
): Promise<{ readonly beneficiaryId: string; readonly number: string } | undefined> {
  switch (caseType) {
    case 'complaint': {
      const complaint = await repos.complaints.byId(caseId);
      return complaint && { beneficiaryId: complaint.beneficiaryId, number: complaint.ticket };
    }
    case 'objection':
      return repos.objections.byId(caseId);
    case 'payment': {
      const payment = await repos.payments.byId(caseId);
      return payment && { beneficiaryId: payment.beneficiaryId, number: payment.endToEndId };
    }
  }
}

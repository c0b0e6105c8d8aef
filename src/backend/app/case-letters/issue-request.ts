import {
  documentsRequest,
  documentsRequestSubject,
  type AskedDocuments,
} from '../../../domain/cases/documents-request.ts';
import type { LetterCase } from '../../../domain/letters/kinds/letter-case.ts';
import { refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOfCase } from '../letters/issue-letter.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { issueNow, type Issued } from './issue-now.ts';
import { mayBeWrittenTo } from './may-be-written-to.ts';

/** The case that papers are asked for; without it they are for the person's file. */
export interface AskingCase extends LetterCase {
  readonly type: 'complaint' | 'objection' | 'application';
  readonly id: string;
}

/**
 * Issues the check list of what is missing.
 * Errors: NOT_FOUND, NO_LETTER_TO_FROZEN, NO_LETTER_TO_DECEASED, those of `documentsRequest`.
 */
export async function issueRequest(
  context: CommandContext,
  beneficiaryId: string,
  asking: AskingCase | null,
  asked: AskedDocuments,
  office: LetterOffice,
): Promise<Result<Issued, Refusal>> {
  const person = await context.repos.casePeople.byId(beneficiaryId);
  if (!person) return refuse('NOT_FOUND');
  const allowed = await mayBeWrittenTo(context, beneficiaryId);
  if (!allowed.ok) return allowed;
  const of = asking && { type: asking.type, number: asking.number, filedOn: asking.filedOn };
  const request = documentsRequest(of, asked, context.today);
  if (!request.ok) return request;
  const letter: LetterOfCase = {
    caseType: asking?.type ?? 'beneficiary',
    caseId: asking?.id ?? beneficiaryId,
    caseNumber: asking?.number ?? '',
    subject: documentsRequestSubject(asking?.number ?? null),
  };
  return issueNow(context, letter, person, request.value, office);
}

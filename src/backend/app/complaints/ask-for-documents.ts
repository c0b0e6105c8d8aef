import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { askedInWords } from '../../../domain/cases/documents-request.ts';
import { requestDocuments } from '../../../domain/complaints/study-complaint.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { issueRequest } from '../case-letters/issue-request.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { changeComplaint } from './change-complaint.ts';

/**
 * The complaint waits for documents; the letter that lists them goes with it, in one transaction.
 * Errors: REASON_NEEDED where neither words nor a list say what is asked for, those of `changeComplaint`,
 * `requestDocuments` and `issueRequest`.
 */
export async function askForComplaintDocuments(
  context: CommandContext,
  { request, note, ...expected }: ParsedInputOf<'complaints.askForDocuments'>,
  office: LetterOffice,
): Promise<ApiResult<OutputOf<'complaints.askForDocuments'>>> {
  const { officer, today } = context;
  const words = request === null ? note : askedInWords(request);
  if (words === undefined) return refuse('REASON_NEEDED');
  const changed = await changeComplaint(context, expected, ({ state }) =>
    requestDocuments(state, words, officer.id, today),
  );
  if (!changed.ok) return changed;
  if (request === null) return ok({ letter: null });
  const { id, ticket, beneficiaryId, state } = changed.value.file;
  const asking = { type: 'complaint', id, number: ticket, filedOn: state.filedOn } as const;
  const issued = await issueRequest(context, beneficiaryId, asking, request, office);
  return issued.ok ? ok({ letter: issued.value }) : issued;
}

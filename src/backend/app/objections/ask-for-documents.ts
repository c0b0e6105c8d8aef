import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { askedInWords } from '../../../domain/cases/documents-request.ts';
import { askForDocuments } from '../../../domain/objections/review-objection.ts';
import { ok } from '../../../domain/shared/result.ts';
import { issueRequest } from '../case-letters/issue-request.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { changeObjection } from './change-objection.ts';

/**
 * The reviewer asks for papers: the letter that lists them, and the asking on the history, in one transaction.
 * Errors: those of `changeObjection`, the domain's `askForDocuments` and `issueRequest`.
 */
export async function askForObjectionDocuments(
  context: CommandContext,
  { request, ...expected }: ParsedInputOf<'objections.askForDocuments'>,
  office: LetterOffice,
): Promise<ApiResult<OutputOf<'objections.askForDocuments'>>> {
  const { officer, today } = context;
  const changed = await changeObjection(context, expected, ({ state }) =>
    askForDocuments(state, askedInWords(request), officer.id, today),
  );
  if (!changed.ok) return changed;
  const { id, number, beneficiaryId, state } = changed.value.file;
  const asking = { type: 'objection', id, number, filedOn: state.filedOn } as const;
  const issued = await issueRequest(context, beneficiaryId, asking, request, office);
  return issued.ok ? ok({ letter: issued.value }) : issued;
}

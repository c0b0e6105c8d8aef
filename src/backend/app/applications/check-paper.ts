import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { checkPaper } from '../../../domain/applications/work-on-application.ts';
import { refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { changeApplication, versionOf } from './change-application.ts';
import { papersOf, termsOfApplication } from './gather-application.ts';

/**
 * Sets what has become of a paper of the check list. Errors: PAPER_NOT_ASKED (paper), DOCUMENT_NOT_OF_CASE, those of
 * `changeApplication` and the domain's `checkPaper`.
 */
export async function checkPaperOf(
  context: CommandContext,
  { paper, state, documentId, reason, ...expected }: ParsedInputOf<'applications.checkPaper'>,
): Promise<ApiResult<OutputOf<'applications.checkPaper'>>> {
  const { repos, officer } = context;
  return versionOf(
    await changeApplication(context, expected, async (file) => {
      const intake = await repos.applications.intake(file.id, file.state.revision);
      const listed = papersOf(await termsOfApplication(context, file), intake);
      if (!listed.some(({ code }) => code === paper)) return refuse('PAPER_NOT_ASKED', { paper });
      const kept = documentId ?? file.state.papers[paper]?.documentId ?? null;
      if (kept !== null && state !== 'missing') {
        const document = await repos.documents.byId(kept);
        const ofCase =
          (document?.ownerType === 'application' && document.ownerId === file.id) ||
          (document?.ownerType === 'beneficiary' && document.ownerId === file.beneficiaryId);
        if (!ofCase) return refuse('DOCUMENT_NOT_OF_CASE', { paper });
      }
      return checkPaper(file.state, paper, { state, documentId: kept, reason }, officer.id);
    }),
  );
}

import type { ParsedInputOf } from '../../../contract/api.ts';
import type { Evidence } from '../../../domain/objections/objection.ts';
import { recordFinding } from '../../../domain/objections/review-objection.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { changeObjection } from './change-objection.ts';
import type { ObjectionFile } from './ports.ts';

/**
 * Keeps what the officer found about one reason, with the page that shows it.
 * Errors: those of `changeObjection` and `recordFinding`, EVIDENCE_NOT_OF_CASE, EVIDENCE_PAGE.
 */
export async function recordFindingOf(
  context: CommandContext,
  input: ParsedInputOf<'objections.recordFinding'>,
) {
  const { code, finding, note, evidence } = input.finding;
  const changed = await changeObjection(context, input, async (file) => {
    const wrong = await whyNoEvidence(context, file, evidence);
    if (wrong !== null) return { ok: false, error: wrong };
    return recordFinding(file.state, code, { finding, note, evidence }, context.officer.id);
  });
  return changed.ok ? ok({ version: changed.value.version }) : changed;
}

async function whyNoEvidence(
  { repos }: CommandContext,
  { id, beneficiaryId }: ObjectionFile,
  evidence: Evidence | null,
): Promise<Refusal | null> {
  if (evidence === null) return null;
  const document = await repos.documents.byId(evidence.documentId);
  const ofCase =
    (document?.ownerType === 'objection' && document.ownerId === id) ||
    (document?.ownerType === 'beneficiary' && document.ownerId === beneficiaryId);
  if (!document || !ofCase) return refuse('EVIDENCE_NOT_OF_CASE').error;
  const pages = document.pages ?? 1;
  return evidence.page > pages ? refuse('EVIDENCE_PAGE', { pages }).error : null;
}

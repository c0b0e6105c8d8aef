import type { ParsedInputOf } from '../../../contract/api.ts';
import { answerLife, approveLife } from '../../../domain/resume/life-case.ts';
import { workCalendar } from '../../../domain/settings/settings.ts';
import { refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { nothingToTell } from '../cases/nothing-to-tell.ts';
import type { CommandContext } from '../context.ts';
import { recordDeath } from '../registry/record-death.ts';
import { changeLife } from './change-life.ts';

type Done = Promise<Result<Record<string, never>, Refusal>>;

/** Errors: those of `changeLife` and the domain's `answerLife`; PROOF_NOT_ATTACHED. */
export async function recordLifeAnswer(
  context: CommandContext,
  input: ParsedInputOf<'resume.answerLife'>,
): Done {
  const { answer, deceasedOn, documentId } = input;
  const document = await context.repos.documents.byId(documentId);
  if (document?.ownerType !== 'life' || document.ownerId !== input.id) {
    return refuse('PROOF_NOT_ATTACHED');
  }
  const recorded = { answer, deceasedOn, documentId };
  return nothingToTell(
    await changeLife(context, input, (state) =>
      answerLife(state, recorded, context.officer.id, context.today),
    ),
  );
}

/** The second officer's approval: who lives is let go again, who has died stays frozen and is recorded so. */
export async function decideLife(
  context: CommandContext,
  input: ParsedInputOf<'resume.approveLife'>,
): Done {
  const { repos, officer, today, now, settings } = context;
  const changed = await changeLife(context, input, (state) =>
    approveLife(state, officer.id, today, settings.lifeStatusDeadline, workCalendar(settings)),
  );
  if (!changed.ok) return changed;
  const { lifeCase, next } = changed.value;
  if (next.status === 'alive') {
    const released = await repos.life.release(lifeCase.id, { at: now, by: officer.id });
    await context.audit('life.released', { type: 'lifeCase', id: lifeCase.id }, { released });
  }
  const deceasedOn = next.recorded?.deceasedOn ?? null;
  if (next.status === 'deceased' && deceasedOn !== null) {
    await recordDeath(context, lifeCase.beneficiaryId, deceasedOn, lifeCase.id);
  }
  return nothingToTell(changed);
}

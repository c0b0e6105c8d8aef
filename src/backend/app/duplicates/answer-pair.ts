import type { ParsedInputOf } from '../../../contract/api.ts';
import { answerPair } from '../../../domain/duplicates/pair-status.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { askForUpdate } from '../government-records/ask-for-update.ts';
import type { LetterOffice } from '../letters/letter-office.ts';

/** Errors: NOT_FOUND, PAIR_NOT_OPEN, CONFLICT. */
export async function answerDuplicate(
  { repos, now, officer, audit }: CommandContext,
  { id, expectedVersion, answer, reason }: ParsedInputOf<'duplicates.answer'>,
) {
  const pair = await repos.duplicates.pair(id);
  if (!pair) return refuse('NOT_FOUND');
  const status = answerPair(pair.status, answer);
  if (status === null) return refuse('PAIR_NOT_OPEN');
  if (!(await repos.duplicates.setStatus(id, expectedVersion, status))) return refuse('CONFLICT');
  await repos.duplicates.append(id, answer, reason, { at: now, by: officer.id });
  await audit('duplicates.answered', { type: 'duplicatePair', id }, { answer });
  return ok({});
}

/** Errors: NOT_FOUND, PAIR_NOT_OPEN, CONFLICT and those of `askForUpdate`. */
export async function askAboutDuplicate(
  context: CommandContext,
  { id, expectedVersion, beneficiaryId, items, dueOn }: ParsedInputOf<'duplicates.ask'>,
  office: LetterOffice,
) {
  const { duplicates } = context.repos;
  const pair = await duplicates.pair(id);
  if (!pair) return refuse('NOT_FOUND');
  if (![pair.one, pair.other].some((person) => person.beneficiaryId === beneficiaryId))
    return refuse('NOT_FOUND');
  if (pair.status !== 'open') return refuse('PAIR_NOT_OPEN');
  const asked = await askForUpdate(context, { beneficiaryId, items, dueOn }, office);
  if (!asked.ok) return asked;
  const { requestId, number, letterNumber } = asked.value;
  if (!(await duplicates.setStatus(id, expectedVersion, 'asked', requestId)))
    return refuse('CONFLICT');
  await duplicates.append(id, 'asked', number, { at: context.now, by: context.officer.id });
  await context.audit('duplicates.asked', { type: 'duplicatePair', id }, { request: requestId });
  return ok({ number, letterNumber });
}

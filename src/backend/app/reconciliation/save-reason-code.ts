import type { ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { openLifeCasesOfReason } from '../resume/life-cases.ts';
import type { ReasonTable } from './reason-table.ts';

/**
 * Says what a code means, for the first time or anew. Where that makes a reason clear, open exceptions of the code become
 * plain rejections and returns; their queue follows from the code's action, and one that asks whether somebody is alive
 * freezes that person. Errors: CONFLICT, REASON_CODE_EXISTS.
 */
export async function saveReasonCode(
  context: CommandContext,
  { list, code, expectedVersion, ...content }: ParsedInputOf<'reconciliation.saveReasonCode'>,
  reasons: ReasonTable,
) {
  const { repos, now, officer, audit, onCommit } = context;
  const key = { list, code };
  const stamp = { at: now, officerId: officer.id };
  if (expectedVersion === null) {
    if (await repos.reasonCodes.one(key)) return refuse('REASON_CODE_EXISTS', { list, code });
    await repos.reasonCodes.add(key, content, stamp);
  } else if (!(await repos.reasonCodes.change(key, expectedVersion, content, stamp))) {
    return refuse('CONFLICT');
  }
  const moved = content.action === 'ASK_BANK' ? 0 : await repos.reasonCodes.makeClear(key);
  if (content.action === 'CHECK_ALIVE') await openLifeCasesOfReason(context, [list, code]);
  await audit(
    expectedVersion === null ? 'reasonCode.added' : 'reasonCode.changed',
    { type: 'reasonCode', id: `${list}/${code}` },
    { action: content.action, resume: content.resume, moved },
  );
  onCommit(() => reasons.renew());
  return ok({ version: (expectedVersion ?? 0) + 1, moved });
}

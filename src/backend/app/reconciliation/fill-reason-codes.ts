import type { ReasonCodeTable } from '../../../domain/reconciliation/reason-code.ts';
import { ok, type Result } from '../../../domain/shared/result.ts';
import type { ReasonCodeReader, ReasonCodeWriter } from './reason-code-ports.ts';
import { startingCodes } from './reason-table.ts';

type Transact = (
  work: (codes: ReasonCodeWriter) => Promise<Result<null, never>>,
) => Promise<Result<null, never>>;

/** Gives a branch without reason codes those that ship; a branch that has some keeps its own. */
export async function fillReasonCodes(
  shipped: ReasonCodeTable,
  reader: ReasonCodeReader,
  transact: Transact,
): Promise<void> {
  if ((await reader.all()).length > 0) return;
  await transact(async (codes) => {
    await codes.fill(startingCodes(shipped));
    return ok(null);
  });
}

import type { ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { eachRange } from './each-range.ts';

/** Throws a preview away with its lines; that there was one stays on record. Errors: NOT_FOUND, NOT_A_PREVIEW, CONFLICT. */
export async function discardFile(
  context: JobContext,
  { fileId, expectedVersion }: ParsedInputOf<'reconciliation.discard'>,
) {
  return context.transact<Record<string, never>, Refusal>(
    async ({ repos, now, officer, audit }) => {
      const { bankFiles, statements } = repos;
      const file = await bankFiles.byId(fileId);
      if (!file) return refuse('NOT_FOUND');
      if (file.status !== 'preview') return refuse('NOT_A_PREVIEW', { status: file.status });
      const by = { at: now, officerId: officer.id };
      const set = await bankFiles.setStatus(fileId, expectedVersion, 'discarded', by);
      if (!set) return refuse('CONFLICT');
      await eachRange(bankFiles, fileId, context.operation.breathe, (range) =>
        bankFiles.removeLines(fileId, range),
      );
      await statements.forget(fileId);
      await audit('reconciliation.discarded', { type: 'bankFile', id: fileId });
      return ok({});
    },
  );
}

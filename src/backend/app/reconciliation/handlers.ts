import { ok } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';
import { refusing } from '../refused-file.ts';
import { commitFile } from './commit-file.ts';
import { discardFile } from './discard-file.ts';
import { exceptionDetail, toExceptionRow } from './exception-detail.ts';
import { previewFile, previewOf } from './preview-file.ts';
import { saveReasonCode } from './save-reason-code.ts';
import type { ReconciliationServices } from './services.ts';
import { reopenExceptions, resolveExceptions } from './settle-exceptions.ts';
import { undoFile } from './undo-file.ts';

export function createReconciliationHandlers(
  services: ReconciliationServices,
): AreaHandlers<'reconciliation'> {
  return {
    'reconciliation.totals': async ({ repos }, { cycleId }) => {
      const totals = await repos.bankFiles.totals(cycleId);
      const { sent, paid, rejected, returned, open } = totals;
      const parts = [paid, rejected, returned, open];
      const balances =
        parts.reduce((sum, { count }) => sum + count, 0) === sent.count &&
        parts.reduce((sum, { amount }) => sum + amount, 0) === sent.amount;
      return ok({ ...totals, balances });
    },
    'reconciliation.files': async ({ repos }) => ok([...(await repos.bankFiles.list())]),
    'reconciliation.preview': (context, input) =>
      refusing(() => previewFile(context, input, services)),
    'reconciliation.previewOf': (context, { fileId }) => previewOf(context, fileId),
    'reconciliation.commit': (context, input) => commitFile(context, input),
    'reconciliation.discard': (context, input) => discardFile(context, input),
    'reconciliation.undo': (context, input) => undoFile(context, input),
    'reconciliation.exceptionCounts': async ({ repos }, { cycleId }) =>
      ok([...(await repos.exceptions.counts(cycleId))]),
    'reconciliation.exceptions': async ({ repos }, input) => {
      const { rows, total } = await repos.exceptions.list(input);
      return ok({ rows: rows.map(toExceptionRow), total });
    },
    'reconciliation.exception': (context, { id }) => exceptionDetail(context, id, services),
    'reconciliation.resolve': (context, input) => resolveExceptions(context, input),
    'reconciliation.reopen': (context, input) => reopenExceptions(context, input),
    'reconciliation.reasonCodes': async ({ repos }) =>
      ok({ codes: [...(await repos.reasonCodes.all())], actions: services.reasons.actions }),
    'reconciliation.reasonCodeHistory': async ({ repos }, key) =>
      ok(await repos.reasonCodes.history(key)),
    'reconciliation.unknownReasonCodes': async ({ repos }) => ok(await repos.reasonCodes.unknown()),
    'reconciliation.saveReasonCode': (context, input) =>
      saveReasonCode(context, input, services.reasons),
  };
}

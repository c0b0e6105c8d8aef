import { ok } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';
import { refusing } from '../refused-file.ts';
import { checkAnswers } from './check-answers.ts';
import { commitFile } from './commit-file.ts';
import { compareSent, recordSent } from './compare-sent.ts';
import { discardFile } from './discard-file.ts';
import { exceptionDetail } from './exception-detail.ts';
import { draftFollowUp, recordFollowUp } from './follow-up.ts';
import { pictures } from './pictures.ts';
import { readTable } from './read-table.ts';
import { retireMapping, saveMapping } from './save-mapping.ts';
import { postBatch, waitingBatch } from './post-batch.ts';
import { previewFile, previewOf } from './preview-file.ts';
import { saveReasonCode } from './save-reason-code.ts';
import type { ReconciliationServices } from './services.ts';
import { reopenExceptions, resolveExceptions } from './settle-exceptions.ts';
import { candidatesOf, tieLine } from './tie-line.ts';
import { untieLine } from './untie-line.ts';
import { undoFile } from './undo-file.ts';
import { listExceptions, workQueues } from './work-queues.ts';

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
    'reconciliation.commit': (context, input) => commitFile(context, input, services.reasons),
    'reconciliation.discard': (context, input) => discardFile(context, input),
    'reconciliation.undo': (context, input) => undoFile(context, input),
    'reconciliation.exceptionCounts': async (context, input) =>
      ok(await workQueues(context, input, services.reasons)),
    'reconciliation.exceptions': async (context, input) =>
      ok(await listExceptions(context, input, services.reasons)),
    'reconciliation.candidates': (context, { exceptionId }) => candidatesOf(context, exceptionId),
    'reconciliation.tie': (context, input) => tieLine(context, input, services.reasons),
    'reconciliation.waitingBatch': (context, { exceptionId }) => waitingBatch(context, exceptionId),
    'reconciliation.postBatch': (context, input) => postBatch(context, input),
    'reconciliation.ties': async ({ repos }, { paymentId }) =>
      ok(await repos.ties.ofPayment(paymentId)),
    'reconciliation.untie': (context, input) => untieLine(context, input),
    'reconciliation.checkAnswers': (context) => checkAnswers(context),
    'reconciliation.exception': (context, { id }) => exceptionDetail(context, id, services),
    'reconciliation.resolve': (context, input) => resolveExceptions(context, input),
    'reconciliation.reopen': (context, input) => reopenExceptions(context, input),
    'reconciliation.reasonCodes': async ({ repos }) =>
      ok({ codes: [...(await repos.reasonCodes.all())], actions: services.reasons.actions }),
    'reconciliation.reasonCodeHistory': async ({ repos }, key) =>
      ok(await repos.reasonCodes.history(key)),
    'reconciliation.unknownReasonCodes': async ({ repos }) => ok(await repos.reasonCodes.unknown()),
    'reconciliation.draftFollowUp': (context, input) =>
      draftFollowUp(context, input, services.reasons),
    'reconciliation.recordFollowUp': (context, input) => recordFollowUp(context, input),
    'reconciliation.followUps': async ({ repos, today }, input) =>
      ok(await repos.followUps.list({ ...input, today })),
    'reconciliation.pictures': (context, input) => pictures(context, input, services.reasons),
    'reconciliation.compareSent': (context, input) =>
      refusing(() => compareSent(context, input, services)),
    'reconciliation.recordSent': (context, input) =>
      refusing(() => recordSent(context, input, services)),
    'reconciliation.mappings': async ({ repos }) =>
      ok((await repos.mappings.list()).map(({ headerKey: _key, ...saved }) => saved)),
    'reconciliation.mappingHistory': async ({ repos }, { id }) =>
      ok(await repos.mappings.history(id)),
    'reconciliation.readTable': (context, input) =>
      refusing(() => readTable(context, input, services)),
    'reconciliation.saveMapping': (context, input) => saveMapping(context, input),
    'reconciliation.retireMapping': (context, input) => retireMapping(context, input),
    'reconciliation.saveReasonCode': (context, input) =>
      saveReasonCode(context, input, services.reasons),
  };
}

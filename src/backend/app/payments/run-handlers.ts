import type { OperationName } from '../../../contract/api.ts';
import type { paymentRunOperations, RunDto } from '../../../contract/payment-runs.ts';
import { batchReference } from '../../../domain/payments/bank-references.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { Handlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { actOnPayments, explainPayments } from './act-on-payments.ts';
import {
  approveClosing,
  closingOf,
  proposeClosing,
  reopenCycle,
  withdrawClosing,
} from './close-cycle.ts';
import { exportRun } from './export-run.ts';
import { dissolveRun, makeRun } from './make-run.ts';
import { setPayer } from './payer.ts';
import {
  decideProposal,
  proposePayment,
  toProposalDto,
  withdrawProposal,
} from './propose-payment.ts';
import type { Run, RunFiles } from './run-ports.ts';
import { undoExport } from './undo-export.ts';

type RunOperation = `payments.${keyof typeof paymentRunOperations}` & OperationName;

export function createRunHandlers(
  files: RunFiles,
  office: LetterOffice,
): Pick<Handlers, RunOperation> {
  return {
    'payments.standings': async ({ repos }) => ok([...(await repos.closing.standings())]),
    'payments.runs': async ({ repos }, { cycleId }) => {
      const runs = await repos.runs.runsOf(cycleId);
      return ok({ runs: runs.map(toRunDto), ...(await repos.runs.waiting(cycleId)) });
    },
    'payments.makeRun': makeRun,
    'payments.dissolveRun': dissolveRun,
    'payments.payer': async ({ settings }) => ok({ payer: settings.payer }),
    'payments.setPayer': setPayer,
    'payments.exportRun': (context, input) => exportRun(context, input, files),
    'payments.undoExport': undoExport,
    'payments.proposals': async ({ repos, officer }, { cycleId }) => {
      const proposals = await repos.proposals.ofCycle(cycleId);
      return ok(proposals.map((proposal) => toProposalDto(proposal, officer)));
    },
    'payments.propose': proposePayment,
    'payments.decideProposal': (context, input) => decideProposal(context, input, office),
    'payments.withdrawProposal': withdrawProposal,
    'payments.hold': (context, input) => actOnPayments(context, 'hold', input),
    'payments.release': (context, input) => actOnPayments(context, 'release', input),
    'payments.cancel': (context, input) => actOnPayments(context, 'cancel', input),
    'payments.explain': explainPayments,
    'payments.closing': closingOf,
    'payments.proposeClosing': proposeClosing,
    'payments.withdrawClosing': withdrawClosing,
    'payments.approveClosing': approveClosing,
    'payments.reopen': reopenCycle,
  };
}

function toRunDto({ no: _no, cycle, ...run }: Run): RunDto {
  return {
    ...run,
    reference: batchReference({ month: cycle.month, list: run.number, kind: null }),
  };
}

import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { batchReference } from '../../../domain/payments/bank-references.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { rangesOfRun } from './each-of-run.ts';
import type { OrderedPayment, Run, RunFiles, RunOrder } from './run-ports.ts';

type Exported = OutputOf<'payments.exportRun'>;
type Input = ParsedInputOf<'payments.exportRun'>;

/**
 * Writes the bank file of a run and instructs its payments, once. The file is written and kept before anything is committed,
 * and only then put where the officer chose; a run that was exported before is copied from what was kept.
 *
 * Errors: NOT_FOUND, CONFLICT, CYCLE_CLOSED (month), RUN_SENT (at: it was not exported here), NOTHING_TO_SEND,
 * PAID_BY_BANK (payment, count: a bank says that it paid them already), PAYER_MISSING, EXPORT_PLACE (path), EXPORT_TEXT (reason: what the format cannot carry), EXPORT_FORMAT (format of the kept
 * copy), EXPORT_NOT_SAVED: it is exported, and can be saved again.
 */
export async function exportRun(context: JobContext, input: Input, files: RunFiles) {
  const { content, operation } = context;
  if (!(await files.checkTarget(input.path))) return refuse('EXPORT_PLACE', { path: input.path });
  const exported = await context.transact<Exported, Refusal>(async (transaction) => {
    const { repos } = transaction;
    const run = await repos.runs.run(input.runId);
    if (!run) return refuse('NOT_FOUND');
    if (run.exportSha256 !== null) return exportAgain(transaction, run, input);
    const refused = whyNotExported(run, input);
    if (refused) return refused;
    await repos.runs.takeOut(run.no, 'unprepared');
    const { count, amount } = await repos.runs.recount(run.no);
    if (count === 0) return refuse('NOTHING_TO_SEND');
    const [payment, ...others] = await repos.runs.saidPaid(run.no);
    if (payment !== undefined) {
      return refuse('PAID_BY_BANK', { payment, count: others.length + 1 });
    }
    const order = await orderOf(transaction, context, { ...run, payments: count, amount });
    if (!order.ok) return order;
    const written = await writeFileOf(files, input, order.value);
    if (!written.ok) return written;
    const { sha256, sizeBytes } = await keep(content, files, written.value, operation.signal);
    const by = { at: transaction.now, officerId: transaction.officer.id };
    let sent = 0;
    for await (const range of rangesOfRun(repos.runs, run.no, operation.breathe)) {
      await repos.runs.markSent(run.no, range, by, run.cycle.payDate);
      sent += range.to - range.from + 1;
      operation.progress('sending', Math.min(sent, count), count);
    }
    const file = { format: input.format, sha256, sizeBytes };
    // NOTE: counting the run again has changed it once.
    if (!(await repos.runs.setExported(run.no, run.version + 1, by, file)))
      return refuse('CONFLICT');
    await record(transaction, run, 'runExported', { ...file, payments: count, amount });
    return ok({ payments: count, amount, sha256, sizeBytes, again: false });
  });
  if (!exported.ok) return exported;
  const saved = await files.copyTo(content.pathOf(exported.value.sha256), input.path);
  return saved ? exported : refuse('EXPORT_NOT_SAVED', { path: input.path });
}

function whyNotExported(run: Run, { expectedVersion }: Input) {
  if (run.cycle.status !== 'open') return refuse('CYCLE_CLOSED', { month: run.cycle.month });
  if (run.status === 'sent') return refuse('RUN_SENT', { at: run.sentAt });
  return run.version === expectedVersion ? null : refuse('CONFLICT');
}

async function exportAgain(transaction: CommandContext, run: Run, { format }: Input) {
  const { exportFormat, exportSha256: sha256, exportBytes, payments, amount } = run;
  if (sha256 === null) throw new Error('A run that was not exported');
  if (exportFormat !== format) return refuse('EXPORT_FORMAT', { format: exportFormat });
  await record(transaction, run, 'runExportedAgain', { sha256 });
  return ok({ payments, amount, sha256, sizeBytes: exportBytes ?? 0, again: true });
}

async function orderOf(
  { repos, settings, now }: CommandContext,
  { operation }: JobContext,
  run: Run,
) {
  const { payer } = settings;
  if (payer === null) return refuse('PAYER_MISSING');
  const { month, payDate } = run.cycle;
  const kinds = new Set<PaymentKind>();
  for await (const { kind } of rangesOfRun(repos.runs, run.no, operation.breathe)) kinds.add(kind);
  const [only] = kinds;
  const kind = kinds.size === 1 && only !== undefined ? only : null;
  const list = run.number;
  const order: RunOrder = {
    reference: batchReference({ month, list, kind: null }),
    paymentInformation: batchReference({ month, list, kind }),
    createdAt: now,
    payOn: payDate,
    payer,
    count: run.payments,
    total: run.amount,
    payments: paymentsOf(repos.runs, run, operation),
  };
  return ok(order);
}

async function* paymentsOf(
  runs: CommandContext['repos']['runs'],
  run: Run,
  operation: JobContext['operation'],
): AsyncGenerator<OrderedPayment> {
  let done = 0;
  for await (const range of rangesOfRun(runs, run.no, operation.breathe)) {
    const payments = await runs.ordered(run.no, range);
    yield* payments;
    done += payments.length;
    operation.progress('writing', done, run.payments);
  }
}

/** Text that a bank's format cannot carry is an expected failure; anything else is a bug. */
async function writeFileOf(files: RunFiles, { format }: Input, order: RunOrder) {
  try {
    return ok(await files.write(format, order));
  } catch (error) {
    if (error instanceof RangeError) return refuse('EXPORT_TEXT', { reason: error.message });
    throw error;
  }
}

async function keep(
  content: JobContext['content'],
  files: RunFiles,
  path: string,
  signal: AbortSignal,
) {
  try {
    return await content.putFile(path, signal);
  } finally {
    await files.remove(path);
  }
}

async function record(
  { repos, officer, now, audit }: CommandContext,
  run: Run,
  type: 'runExported' | 'runExportedAgain',
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  const by = { at: now, officerId: officer.id };
  await repos.runs.appendCycleEvent(run.cycle.id, { type, runNo: run.no, details }, by);
  await audit(`payments.${type}`, { type: 'run', id: run.id }, details);
}

import { basename } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { parseBatchReference } from '../../../domain/payments/bank-references.ts';
import type { BankRecord, TransactionRecord } from '../../../domain/reconciliation/bank-message.ts';
import {
  SENT_DIFFERENCES,
  sentDifference,
  type KeptPayment,
  type SentDifference,
} from '../../../domain/reconciliation/compare-sent.ts';
import { decimalToHalalas } from '../../../domain/reconciliation/decimal-amount.ts';
import { maskIban } from '../../../domain/registry/mask.ts';
import { formatHalalas, halalas } from '../../../domain/shared/halalas.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { rangesOfRun } from '../payments/each-of-run.ts';
import type { Run } from '../payments/run-ports.ts';
import type { ReconciliationServices } from './services.ts';

type Report = OutputOf<'reconciliation.compareSent'>;
type Repos = JobContext['repos'];

const SHOWN_DIFFERENCES = 200;
const MEGABYTE = 1024 * 1024;

/**
 * Compares our own message with the run that it names, payment by payment.
 *
 * Errors: SENT_NOT_OURS (kind), SENT_RUN_UNKNOWN (messageId), and what the reader refuses.
 */
export async function compareSent(
  context: JobContext,
  { path }: ParsedInputOf<'reconciliation.compareSent'>,
  { files }: ReconciliationServices,
): Promise<Result<Report, Refusal>> {
  const { operation, repos, settings } = context;
  const { signal } = operation;
  const { sha256 } = await files.hash(path, signal);
  const message = await files.open(path, {
    signal,
    maxBytes: settings.bankFileLimitMegabytes * MEGABYTE,
    onProgress: (done, total) => operation.progress('reading', done, total),
  });
  if (message.kind !== 'pain.001') return refuse('SENT_NOT_OURS', { kind: message.kind });
  let comparison: Comparison | null = null;
  let messageId = '';
  for await (const records of message.records()) {
    for (const record of records) {
      if (record.type === 'message') {
        messageId = record.messageId ?? '';
        const run = await runNamed(repos, record, records);
        if (!run) return refuse('SENT_RUN_UNKNOWN', { messageId });
        comparison = new Comparison(run, await keptOf(context, run));
      }
      if (record.type === 'transaction') comparison?.add(record);
    }
    await operation.breathe();
  }
  if (!comparison) return refuse('SENT_RUN_UNKNOWN', { messageId });
  return ok({ fileName: basename(path), sha256, messageId, ...comparison.report() });
}

/**
 * Records a run as sent in this message: the message is kept, the prepared payments are instructed. Taken back like an export.
 *
 * Errors: those of `compareSent`, SENT_DIFFERS (count), RUN_SENT (at), CYCLE_CLOSED (month), CONFLICT, BANK_FILE_CHANGED.
 */
export async function recordSent(
  context: JobContext,
  input: ParsedInputOf<'reconciliation.recordSent'>,
  services: ReconciliationServices,
): Promise<Result<OutputOf<'reconciliation.recordSent'>, Refusal>> {
  const compared = await compareSent(context, { path: input.path }, services);
  if (!compared.ok) return compared;
  const { run: named, counts, sha256, agrees } = compared.value;
  if (sha256 !== input.sha256) return refuse('BANK_FILE_CHANGED');
  const differences = counts.reduce((sum, { count }) => sum + count, 0);
  if (differences > 0) return refuse('SENT_DIFFERS', { count: differences });
  const kept = await context.content.putFile(input.path, context.operation.signal);
  if (kept.sha256 !== sha256) return refuse('BANK_FILE_CHANGED');
  return context.transact<OutputOf<'reconciliation.recordSent'>, Refusal>(async (transaction) => {
    const { repos } = transaction;
    const run = await repos.runs.run(named.id);
    if (!run) return refuse('NOT_FOUND');
    if (run.cycle.status !== 'open') return refuse('CYCLE_CLOSED', { month: run.cycle.month });
    if (run.status === 'sent') return refuse('RUN_SENT', { at: run.sentAt });
    if (run.version !== input.expectedVersion) return refuse('CONFLICT');
    return instruct(transaction, context, run, { ...kept, ...agrees });
  });
}

async function instruct(
  { repos, now, officer, audit }: CommandContext,
  { operation }: JobContext,
  run: Run,
  { sha256, sizeBytes, count, amount }: { sha256: string; sizeBytes: number } & Report['agrees'],
) {
  const by = { at: now, officerId: officer.id };
  for await (const range of rangesOfRun(repos.runs, run.no, operation.breathe)) {
    await repos.runs.markSent(run.no, range, by, run.cycle.payDate);
  }
  const file = { format: 'pain001', sha256, sizeBytes } as const;
  if (!(await repos.runs.setExported(run.no, run.version, by, file))) return refuse('CONFLICT');
  const details = { ...file, payments: count, amount };
  const event = { type: 'runExported', runNo: run.no, details } as const;
  await repos.runs.appendCycleEvent(run.cycle.id, event, by);
  await audit('payments.runRecordedSent', { type: 'run', id: run.id }, details);
  return ok({ count, amount });
}

/** The run under whose reference we send: by the message, else by its first block. */
async function runNamed(
  repos: Repos,
  message: Extract<BankRecord, { type: 'message' }>,
  records: readonly BankRecord[],
): Promise<Run | undefined> {
  const block = records.find((record) => record.type === 'batch');
  const names = [
    message.messageId,
    block?.type === 'batch' ? block.paymentInformationId : null,
  ].flatMap((name) => (name === null ? [] : [parseBatchReference(name)]));
  const named = names.find((name) => name !== null);
  if (!named) return undefined;
  const cycle = (await repos.payments.cycles()).find(({ month }) => month === named.month);
  if (!cycle) return undefined;
  return (await repos.runs.runsOf(cycle.id)).find(({ number }) => number === named.list);
}

async function keptOf(
  { repos, operation }: JobContext,
  run: Run,
): Promise<Map<string, KeptPayment>> {
  const kept = new Map<string, KeptPayment>();
  for await (const range of rangesOfRun(repos.runs, run.no, operation.breathe)) {
    for (const { endToEndId, amount, iban } of await repos.runs.ordered(run.no, range)) {
      kept.set(endToEndId, { amount, iban });
    }
  }
  return kept;
}

/** Takes each payment of the message from those kept: what is left at the end is missing from it. */
class Comparison {
  readonly #run: Run;
  readonly #kept: Map<string, KeptPayment>;
  readonly #taken = new Set<string>();
  readonly #counts = new Map<SentDifference, number>();
  readonly #differences: Report['differences'] = [];
  #agreeing = 0;
  #amount = 0;

  constructor(run: Run, kept: Map<string, KeptPayment>) {
    this.#run = run;
    this.#kept = kept;
  }

  add(sent: TransactionRecord): void {
    const endToEndId = sent.endToEndId?.trim() ?? '';
    const kept = this.#kept.get(endToEndId);
    const theirs = { line: sent.line, endToEndId };
    if (!kept) {
      const kind = this.#taken.has(endToEndId) ? 'repeated' : 'unknown';
      return this.#differs({ kind, ...theirs, ours: null, theirs: sent.amount });
    }
    this.#kept.delete(endToEndId);
    this.#taken.add(endToEndId);
    const kind = sentDifference(sent, kept);
    if (kind === null) {
      this.#agreeing += 1;
      this.#amount += kept.amount;
    } else this.#differs({ kind, ...theirs, ...bothSides(kind, sent, kept) });
  }

  report(): Omit<Report, 'fileName' | 'sha256' | 'messageId'> {
    for (const [endToEndId, { amount }] of this.#kept) {
      const ours = formatHalalas(halalas(amount));
      this.#differs({ kind: 'missing', line: null, endToEndId, ours, theirs: null });
    }
    const { id, number, cycle, status, payments, amount, version } = this.#run;
    const isSent = status === 'sent';
    return {
      run: { id, number, month: cycle.month, isSent, payments, amount, version },
      agrees: { count: this.#agreeing, amount: halalas(this.#amount) },
      counts: SENT_DIFFERENCES.flatMap((kind) => {
        const count = this.#counts.get(kind);
        return count === undefined ? [] : [{ kind, count }];
      }),
      differences: this.#differences,
    };
  }

  #differs(difference: Report['differences'][number]): void {
    const { kind } = difference;
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    if (this.#differences.length < SHOWN_DIFFERENCES) this.#differences.push(difference);
  }
}

function bothSides(kind: SentDifference, sent: TransactionRecord, kept: KeptPayment) {
  if (kind === 'account') {
    return { ours: maskIban(kept.iban), theirs: sent.account && maskIban(sent.account) };
  }
  if (kind === 'currency') return { ours: 'SAR', theirs: sent.currency };
  const amount = sent.amount === null ? null : decimalToHalalas(sent.amount);
  const theirs = amount === null ? sent.amount : formatHalalas(amount);
  return { ours: formatHalalas(halalas(kept.amount)), theirs };
}

import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { ACKNOWLEDGED_WARNINGS } from '../../../contract/reconciliation.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { idSequence } from '../id-sequence.ts';
import { closedCycleOf } from '../payments/closed-cycle-guard.ts';
import { openLifeCases } from '../resume/life-cases.ts';
import { settleStatements } from '../statements/settle-statements.ts';
import { STATEMENT_WARNINGS, statementWarnings } from '../statements/statement-warnings.ts';
import { eachPayments, eachRange } from './each-range.ts';
import type { KnownReasons } from './known-reasons.ts';
import { matchAgain } from './match-file.ts';
import type { BankFile } from './ports.ts';
import { reusedMessage } from './reused-message.ts';
import { settleAnswersOf } from './settle-answers.ts';

type Committed = OutputOf<'reconciliation.commit'>;
type Input = ParsedInputOf<'reconciliation.commit'>;

/**
 * Applies a previewed file in one transaction: events, the payments' statuses, exceptions. Where the ledger has changed since
 * the preview, the lines are matched anew first.
 *
 * Errors: NOT_FOUND, CONFLICT, NOT_A_PREVIEW (status), CYCLE_CLOSED (month), and the code of a warning that was not
 * acknowledged.
 */
export async function commitFile(context: JobContext, input: Input, reasons: KnownReasons) {
  return context.transact<Committed, Refusal>(async (transaction) => {
    const { repos, now, officer, audit } = transaction;
    const file = await repos.bankFiles.byId(input.fileId);
    if (!file) return refuse('NOT_FOUND');
    if (file.status !== 'preview') return refuse('NOT_A_PREVIEW', { status: file.status });
    if (file.version !== input.expectedVersion) return refuse('CONFLICT');
    const matched = await matchedNow(transaction, context, file);
    const warning = matched.warnings.find(({ code }) => needsAnswer(code, input));
    if (warning) return refuse(warning.code, { ...warning.details });
    const toPost = (await repos.bankFiles.byId(file.id)) ?? file;
    const closed = await closedCycleOf(repos, toPost, context.operation.breathe);
    if (closed) return closed;

    const stamp = { at: now, officerId: officer.id };
    const set = await repos.bankFiles.setStatus(file.id, file.version, 'committed', stamp);
    if (!set) return refuse('CONFLICT');
    const posted = await postLines(transaction, context, file);
    const breaks = await settleStatements(transaction, file.id, { isCommitted: true });
    await settleAnswersOf(repos, 'withdraw', file.id, context.operation.breathe);
    await openLifeCases(transaction, file.id, reasons, context.operation.breathe);
    const done = { ...posted, exceptions: posted.exceptions + breaks };
    context.operation.progress('recording', file.lines, file.lines);
    await audit('reconciliation.committed', { type: 'bankFile', id: file.id }, { ...done });
    return ok(done);
  });
}

function needsAnswer(code: string, { acknowledged }: Input): boolean {
  return ACKNOWLEDGED_WARNINGS.some((known) => known === code && !acknowledged.includes(known));
}

async function matchedNow(
  { repos, settings }: CommandContext,
  { operation }: JobContext,
  file: BankFile,
): Promise<Pick<BankFile, 'warnings'>> {
  const { bankFiles } = repos;
  const matchedState = await bankFiles.ledgerState();
  if (matchedState === file.matchedState) return file;
  const { summary, cycleId, warnings } = await matchAgain(
    { repos, operation },
    file.id,
    file.lines,
  );
  const others = file.warnings.filter(
    ({ code }) =>
      !STATEMENT_WARNINGS.has(code) && !ACKNOWLEDGED_WARNINGS.some((known) => known === code),
  );
  const ofStatements = await statementWarnings(repos.statements, settings, file.id);
  const reused = await reusedMessage(bankFiles, file);
  const all = [...reused, ...warnings, ...ofStatements, ...others];
  await bankFiles.setMatched(file.id, { summary, warnings: all, matchedState, cycleId });
  return { warnings: all };
}

async function postLines(
  { repos, now, newId }: CommandContext,
  { operation }: JobContext,
  file: BankFile,
): Promise<Committed> {
  const { bankFiles, posting } = repos;
  const nextId = idSequence(newId);
  let applied = 0;
  let exceptions = 0;
  await posting.number(file.id, 'committed');
  const hasRepeats = await posting.hasRepeats(file.id);
  await eachPayments(posting, file.id, operation.breathe, async (payments) => {
    applied += await posting.post(file.id, payments, { hasRepeats });
    operation.progress('applying', Math.min(applied, file.lines), file.lines);
  });
  await eachRange(
    bankFiles,
    file.id,
    operation.breathe,
    async (lines) => {
      const opened = await posting.exceptionsOf(file.id, lines);
      exceptions += opened.length;
      if (opened.length === 0) return;
      const rows = opened.map((exception) => ({ ...exception, id: nextId() }));
      await posting.openException(file.id, rows, now);
      operation.progress('applying', file.lines, file.lines);
    },
    'exceptions',
  );
  return { applied, exceptions };
}

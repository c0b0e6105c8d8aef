import type { OutputOf } from '../../../contract/api.ts';
import { answerCutOff } from '../../../domain/reconciliation/answer-cut-off.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import { ok, type Result } from '../../../domain/shared/result.ts';
import { idSequence } from '../id-sequence.ts';
import type { RunningOperation } from '../operation.ts';
import type { WriteRepos } from '../ports.ts';
import type { AuditDetails } from '../context.ts';
import type { AwaitedCycle } from './answers-ports.ts';
import { RANGE_LINES } from './each-range.ts';
import type { NumberRange } from './ports.ts';
import { withdrawAnswered } from './settle-answers.ts';

type Checked = OutputOf<'reconciliation.checkAnswers'>;

/** What the check needs of an officer's job, or of the branch itself where nobody asks for it. */
export interface AnswerCheck {
  readonly today: IsoDate;
  readonly now: IsoInstant;
  readonly settings: SettingValues;
  readonly newId: () => string;
  readonly operation: Pick<RunningOperation, 'breathe'>;
  transact<T, E>(
    work: (context: {
      readonly repos: WriteRepos;
      audit(action: string, subject: null, details: AuditDetails): Promise<void>;
    }) => Promise<Result<T, E>>,
  ): Promise<Result<T, E>>;
}

/**
 * Opens an exception for every payment that was sent and not answered by the cut-off of its cycle, once each, and withdraws
 * those whose answer has come. Each range of payments is a transaction of its own: stopped half-way, the next check goes on.
 */
export async function checkAnswers(check: AnswerCheck) {
  const { operation, today, settings } = check;
  const settled = await check.transact<
    { withdrawn: number; cycles: readonly AwaitedCycle[] },
    never
  >(async ({ repos }) => {
    const withdrawn = await withdrawAnswered(repos, operation.breathe);
    return ok({ withdrawn, cycles: await repos.answers.cycles() });
  });
  const { withdrawn, cycles } = settled.ok ? settled.value : { withdrawn: 0, cycles: [] };
  let opened = 0;
  for (const cycle of cycles) {
    if (today <= answerCutOff(cycle.payDate, settings)) continue;
    opened += await openUnanswered(check, cycle);
  }
  if (opened > 0) {
    await check.transact<null, never>(async ({ audit }) => {
      await audit('reconciliation.unanswered', null, { opened });
      return ok(null);
    });
  }
  return ok<Checked>({ opened, withdrawn });
}

async function openUnanswered(check: AnswerCheck, cycle: AwaitedCycle): Promise<number> {
  const nextId = idSequence(check.newId);
  let opened = 0;
  const range = await check.transact<NumberRange | null, never>(async ({ repos }) =>
    ok(await repos.answers.awaited(cycle.number)),
  );
  const { from = 0, to = -1 } = (range.ok ? range.value : null) ?? {};
  for (let first = from; first <= to; first += RANGE_LINES) {
    const payments = { from: first, to: Math.min(first + RANGE_LINES - 1, to) };
    const step = await check.transact<number, never>(async ({ repos: { answers } }) => {
      const found = await answers.unanswered(cycle.number, payments);
      const rows = found.map((payment) => ({ ...payment, exceptionId: nextId() }));
      if (rows.length > 0) await answers.open(cycle.id, rows, check.now);
      return ok(rows.length);
    });
    opened += step.ok ? step.value : 0;
    await check.operation.breathe();
  }
  return opened;
}

import type { Outcome } from '../../domain/sample/payment-plan.ts';
import { datesOf } from '../../domain/sample/sample-months.ts';
import { eligibilityOf } from '../../domain/sample/sample-person.ts';
import { ok } from '../../domain/shared/result.ts';
import type { Handlers } from '../app/handlers.ts';
import { SampleWriteRepo } from '../db/repos/sample-repo.ts';
import type { CycleLedger } from './ledger.ts';
import { WEIGHTS, type SampleRun } from './sample-run.ts';
import { succeeded } from './stage.ts';
import type { TimelineStep } from './timeline.ts';

/**
 * A month's eligibility on the day of its announcement, after the ministry's list: computed and proposed by the supervisor,
 * approved by finance. Whoever the list leaves out or does not name yet was still being studied then.
 */
export function eligibilityRunSteps(
  run: SampleRun,
  ledger: CycleLedger,
  applicants: Applicants,
  handlers: Handlers,
): TimelineStep[] {
  const month = run.months[ledger.cycle];
  const date = datesOf(month).listedOn;
  let runId = '';
  return [
    {
      date,
      time: '10:30',
      by: 'mona',
      kind: 'long',
      phase: 'payments',
      weight: WEIGHTS.eligibility(run.size),
      run: async (context) => {
        await applicants.study(ledger, ['absent', 'notYetPaid']);
        const made = await handlers['entitlement.computeRun'](context, { month });
        ({ runId } = succeeded(made, 'entitlement.computeRun'));
        const proposed = await context.transact((command) =>
          handlers['entitlement.propose'](command, {
            runId,
            expectedVersion: 1,
          }),
        );
        succeeded(proposed, 'entitlement.propose');
      },
    },
    {
      date,
      time: '11:30',
      by: 'fahad',
      kind: 'long',
      phase: 'payments',
      weight: WEIGHTS.eligibility(run.size),
      run: async (context) => {
        const found = await context.repos.eligibility.run(runId);
        if (!found) throw new Error('Sample: no run of eligibility');
        const input = {
          runId,
          expectedVersion: found.version,
          acceptStale: false,
        };
        succeeded(await handlers['entitlement.approve'](context, input), 'entitlement.approve');
        await applicants.study(ledger, ['notYetPaid']);
      },
    },
  ];
}

/** This morning those are accepted whom the next list names first. */
export function acceptanceStep(
  run: SampleRun,
  ledger: CycleLedger,
  applicants: Applicants,
): TimelineStep {
  return {
    date: run.today,
    time: '07:05',
    by: 'mona',
    kind: 'long',
    phase: 'payments',
    weight: 0,
    run: () => applicants.study(ledger, []),
  };
}

/** Who of those that are entitled by now was still being studied, as the months go by. */
export class Applicants {
  readonly #run: SampleRun;
  #studied: readonly number[] = [];

  constructor(run: SampleRun) {
    this.#run = run;
  }

  /** Whoever has one of `outcomes` in a cycle is being studied from now on, and nobody else of them. */
  async study(ledger: CycleLedger, outcomes: readonly Outcome[]): Promise<void> {
    const nos: number[] = [];
    for (let index = 0; index < this.#run.size; index += 1) {
      if (eligibilityOf(index) !== 'eligible') continue;
      if (outcomes.includes(ledger.outcome(index))) nos.push(index + 1);
    }
    const decided = this.#studied;
    this.#studied = nos;
    await this.#run.database.transact(async (tx) => {
      const repo = new SampleWriteRepo(tx);
      await repo.setEligibility(decided, 'eligible');
      await repo.setEligibility(nos, 'studying');
      return ok(null);
    });
  }
}

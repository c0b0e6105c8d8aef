import { ok, type Refusal, type Result } from '../../domain/shared/result.ts';
import type { IsoDate } from '../../domain/shared/iso-date.ts';
import type { SampleUsername } from '../../domain/sample/sample-accounts.ts';
import type { CommandContext, JobContext } from '../app/context.ts';
import type { RunningOperation } from '../app/operation.ts';
import type { Database } from '../db/database.ts';
import type { Stage } from './stage.ts';

/** When and by whom a step of the past is taken; `time` is `HH:MM` in Riyadh. */
export interface StepMoment {
  readonly date: IsoDate;
  readonly time: string;
  readonly by: SampleUsername;
}

/** Contexts of one step; a job's transactions join the one that the neighbouring steps share. */
export interface StepContexts {
  readonly command: CommandContext;
  readonly job: JobContext;
}

export type TimelineStep = StepMoment &
  (
    | { readonly kind: 'long'; run(context: JobContext): Promise<void> }
    | { readonly kind: 'short'; run(contexts: StepContexts): Promise<void> }
  );

/** Short steps of a day that share a transaction: one sync to the disk for all of them. */
const STEPS_A_TRANSACTION = 20;

/** Takes all steps in the order of their time; steps of one minute keep the order in which they are given. */
export async function live(
  steps: readonly TimelineStep[],
  stage: Stage,
  database: Database,
  operation: RunningOperation,
): Promise<void> {
  const ordered = [...steps].sort((one, other) => order(one).localeCompare(order(other)));
  for (let next = 0; next < ordered.length;) {
    const step = ordered[next];
    if (step?.kind === 'long') {
      await step.run(stage.job(step.by, step.date, step.time));
      next += 1;
      continue;
    }
    const together = shortSteps(ordered, next);
    await takeTogether(together, stage, database, operation);
    next += together.length;
    operation.progress('cases', next, ordered.length);
  }
}

const order = ({ date, time }: StepMoment): string => `${date} ${time}`;

type ShortStep = Extract<TimelineStep, { kind: 'short' }>;

function shortSteps(steps: readonly TimelineStep[], from: number): ShortStep[] {
  const found: ShortStep[] = [];
  for (let index = from; index < steps.length && found.length < STEPS_A_TRANSACTION; index += 1) {
    const step = steps[index];
    if (step?.kind !== 'short' || step.date !== steps[from]?.date) break;
    found.push(step);
  }
  return found;
}

async function takeTogether(
  steps: readonly ShortStep[],
  stage: Stage,
  database: Database,
  operation: RunningOperation,
): Promise<void> {
  await database.transact<null, Refusal>(async (tx): Promise<Result<null, Refusal>> => {
    for (const step of steps) {
      const { by, date, time } = step;
      await step.run(stage.within(tx, by, date, time));
      await operation.breathe();
    }
    return ok(null);
  });
}

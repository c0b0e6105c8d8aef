import { ok, type Refusal, type Result } from '../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../app/context.ts';
import type { RunningOperation } from '../app/operation.ts';
import type { Database } from '../db/database.ts';
import type { Stage, StepMoment } from './stage.ts';
import type { WholeProgress } from './whole-progress.ts';

/** Contexts of one step; a job's transactions join the one that the neighbouring steps share. */
export interface StepContexts {
  readonly command: CommandContext;
  readonly job: JobContext;
}

export type TimelineStep = StepMoment &
  (
    | {
        readonly kind: 'long';
        readonly phase: string;
        readonly weight: number;
        run(context: JobContext): Promise<void>;
      }
    | { readonly kind: 'short'; run(contexts: StepContexts): Promise<void> }
  );

/** Short steps of a day that share a transaction: one sync to the disk for all of them. */
const STEPS_A_TRANSACTION = 20;

/**
 * Takes all steps in the order of their time; steps of one minute keep the order in which they are given.
 * @param casesWeight What all short steps weigh together.
 */
export async function live(
  steps: readonly TimelineStep[],
  stage: Stage,
  database: Database,
  progress: WholeProgress,
  casesWeight: number,
): Promise<void> {
  const ordered = inOrder(steps);
  const shortSteps = ordered.filter(({ kind }) => kind === 'short').length;
  for (let next = 0; next < ordered.length;) {
    const step = ordered[next];
    if (step?.kind === 'long') {
      await step.run(stage.job(step, progress.part(step.phase, step.weight)));
      next += 1;
      continue;
    }
    const together = shortStepsFrom(ordered, next);
    const operation = progress.part('cases', (casesWeight * together.length) / shortSteps);
    await takeTogether(together, stage, database, operation);
    next += together.length;
  }
}

/** By time; tens of thousands of steps, so their keys are made once. */
function inOrder(steps: readonly TimelineStep[]): TimelineStep[] {
  const keyed = steps.map((step) => ({ key: `${step.date} ${step.time}`, step }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return keyed.map(({ step }) => step);
}

type ShortStep = Extract<TimelineStep, { kind: 'short' }>;

function shortStepsFrom(steps: readonly TimelineStep[], from: number): ShortStep[] {
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
      await step.run(stage.within(tx, step, operation));
      await operation.breathe();
    }
    return ok(null);
  });
}

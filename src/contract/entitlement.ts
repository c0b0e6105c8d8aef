import { z } from 'zod';
import { DIFFERENCE_CODES } from '../domain/entitlement/difference-steps.ts';
import {
  CHANGE_CAUSES,
  ELIGIBILITY_RUN_EVENTS,
  ELIGIBILITY_RUN_STATUSES,
  OBSTACLES,
} from '../domain/entitlement/eligibility-run.ts';
import { command, job, query } from './define.ts';
import {
  dateField,
  halalasField,
  id,
  instantField,
  monthField,
  nothing,
  pageInput,
  pageOf,
  personRef,
  reasonText,
  version,
} from './fields.ts';

const runStatus = z.enum(ELIGIBILITY_RUN_STATUSES);
const causeField = z.enum(CHANGE_CAUSES);
const obstacleField = z.enum(OBSTACLES);

const runTotals = z.object({
  /** Households of which the sum was made. */
  households: z.int(),
  eligible: z.int(),
  ineligible: z.int(),
  pension: halalasField,
  /** Sums that differ from the ones written down last, or are the first. */
  calculated: z.int(),
  changed: z.int(),
  before: z.object({ eligible: z.int(), pension: halalasField }),
});

export const eligibilityRunDto = z.object({
  id,
  month: monthField,
  payDate: dateField,
  status: runStatus,
  /** Number of the registry change up to which households are known in it. */
  knownAt: z.int(),
  comparedWith: z.object({ kind: z.enum(['run', 'payments']), month: monthField }),
  totals: runTotals,
  madeAt: instantField,
  madeBy: z.string(),
  proposedAt: instantField.nullable(),
  proposedBy: z.string().nullable(),
  approvedAt: instantField.nullable(),
  approvedBy: z.string().nullable(),
  /** The cycle of its payments. */
  cycleId: id.nullable(),
  version,
});
export type EligibilityRunDto = z.output<typeof eligibilityRunDto>;

/** The month of which a run is to be made next. */
const nextRun = z.object({
  month: monthField,
  /** The day on which eligibility is announced: the 27th of the month before, by setting. */
  announcedOn: dateField,
});

export const causeGroup = z.object({
  cause: causeField,
  /** Of who became ineligible: why; blank otherwise. */
  reason: z.string(),
  count: z.int(),
  before: halalasField,
  after: halalasField,
});
export type CauseGroup = z.output<typeof causeGroup>;

export const obstacleGroup = z.object({
  kind: obstacleField,
  count: z.int(),
  due: halalasField,
  listed: halalasField,
});
export type ObstacleGroup = z.output<typeof obstacleGroup>;

export const changeRow = personRef.extend({
  cause: causeField,
  reason: z.string(),
  before: halalasField,
  after: halalasField,
  /** Every cause with what it adds or takes; they add up to the difference where they are known. */
  causes: z.array(
    z.object({
      code: z.enum(DIFFERENCE_CODES),
      amount: halalasField,
      /** Null where the code says it all. */
      text: z.object({ ar: z.string(), en: z.string() }).nullable(),
    }),
  ),
});
export type ChangeRow = z.output<typeof changeRow>;

export const obstacleRow = personRef.extend({
  kind: obstacleField,
  due: halalasField,
  /** What the imported list of the month pays; null where it has nobody of that name. */
  listed: halalasField.nullable(),
});
export type ObstacleRow = z.output<typeof obstacleRow>;

const expectedRun = z.object({ runId: id, expectedVersion: version });

export const entitlement = {
  /** Runs of eligibility, the newest first; of one month those that were discarded too. */
  runs: query({
    access: 'entitlement.read',
    input: nothing,
    output: z.object({ runs: z.array(eligibilityRunDto), next: nextRun }),
  }),
  run: query({
    access: 'entitlement.read',
    input: z.object({ id }),
    output: z.object({
      run: eligibilityRunDto,
      /** Null where the caller may approve it; otherwise the code of what is in the way. */
      blocked: z.string().nullable(),
      /** What was recorded since it was computed; null while it is up to date, and once it is approved. */
      stale: z
        .object({
          lastChange: z.int(),
          changes: z.int(),
          /** Households that those changes concern. */
          households: z.int(),
          /** The rules of the month were set otherwise since. */
          rules: z.boolean(),
        })
        .nullable(),
      causes: z.array(causeGroup),
      obstacles: z.array(obstacleGroup),
      /** What its approval prepared. */
      prepared: z.object({ count: z.int(), amount: halalasField }).nullable(),
      events: z.array(
        z.object({
          seq: z.int(),
          type: z.enum(ELIGIBILITY_RUN_EVENTS),
          at: instantField,
          officerName: z.string(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  }),
  /** Households whose pension is another than the month before. */
  changes: query({
    access: 'entitlement.read',
    input: pageInput.extend({
      runId: id,
      cause: causeField.optional(),
      reason: z.string().max(40).optional(),
      sort: z.enum(['difference', 'before', 'after', 'name']).default('difference'),
      descending: z.boolean().default(true),
    }),
    output: pageOf(changeRow),
  }),
  /** Households that get no payment of the run, or one that is not simply what is due. */
  obstacles: query({
    access: 'entitlement.read',
    input: pageInput.extend({
      runId: id,
      kind: obstacleField.optional(),
      sort: z.enum(['due', 'listed', 'name']).default('due'),
      descending: z.boolean().default(true),
    }),
    output: pageOf(obstacleRow),
  }),
  /**
   * Computes a month for every household that is entitled to it as known now, and compares it with the month before. Cancelled or
   * broken off it leaves nothing. Errors: CYCLE_CLOSED (month), CYCLE_BEFORE_FIRST (month), MONTH_TOO_FAR (month, last),
   * ELIGIBILITY_RUN_EXISTS (month, status), NO_HOUSEHOLDS.
   */
  computeRun: job({
    access: 'entitlement.run',
    input: z.object({ month: monthField }),
    output: z.object({ runId: id, totals: runTotals }),
  }),
  /** Errors: NOT_FOUND, CONFLICT, ELIGIBILITY_RUN_STATUS (status). */
  propose: command({ access: 'entitlement.run', input: expectedRun, output: nothing }),
  /** Back to whoever computed it, to look again. Errors as `propose`. */
  sendBack: command({
    access: 'entitlement.run',
    input: expectedRun.extend({ reason: reasonText }),
    output: nothing,
  }),
  /** Sets a run aside that was not approved; its month may be computed anew. Errors as `propose`. */
  discard: command({
    access: 'entitlement.run',
    input: expectedRun.extend({ reason: reasonText }),
    output: nothing,
  }),
  /**
   * The second officer's word: prepares the payments of the cycle, all or none. Nobody who has one of the month already, from an
   * imported list say, is given another. Errors: NOT_FOUND, CONFLICT, ELIGIBILITY_RUN_STATUS (status), PROPOSED_BY_YOU,
   * ELIGIBILITY_RUN_STALE (changes, households), CYCLE_CLOSED (month).
   */
  approve: job({
    access: 'entitlement.approve',
    input: expectedRun.extend({
      /** What was recorded since it was computed is left to the next month. */
      acceptStale: z.boolean().default(false),
    }),
    output: z.object({
      cycleId: id,
      payments: z.int(),
      amount: halalasField,
      notPlanned: z.int(),
    }),
  }),
};

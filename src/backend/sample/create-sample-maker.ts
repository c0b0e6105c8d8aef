import path from 'node:path';
import { settingsOn, workCalendar } from '../../domain/settings/settings.ts';
import { isoDate, type IsoDate } from '../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../domain/shared/result.ts';
import { createPaymentPlan } from '../../domain/sample/payment-plan.ts';
import { daysAfter } from '../../domain/sample/plain-days.ts';
import { planApplications } from '../../domain/sample/sample-applications.ts';
import {
  planComplaints,
  type KnownCycle,
  type PlannedComplaint,
} from '../../domain/sample/sample-complaints.ts';
import { chooseCorrected } from '../../domain/sample/sample-corrections.ts';
import {
  CYCLES,
  datesOf,
  monthOfCycle,
  type SampleCycle,
} from '../../domain/sample/sample-months.ts';
import { planObjections } from '../../domain/sample/sample-objections.ts';
import type { JobContext } from '../app/context.ts';
import type { ContentStore, InspectDocument } from '../app/documents/ports.ts';
import type { Handlers } from '../app/handlers.ts';
import { Cancelled } from '../app/operation.ts';
import type { LetterPress } from '../app/letters/ports.ts';
import type { SampleMaker } from '../app/staff/sample-maker.ts';
import type { Database } from '../db/database.ts';
import { readRepos } from '../db/repos/repos.ts';
import { addPeople } from './add-people.ts';
import { applicationSteps } from './application-steps.ts';
import { writeAnswers } from './bank-answers.ts';
import { complaintSteps, type CaseServices } from './complaint-steps.ts';
import { correctionSteps } from './correction-steps.ts';
import { importStep, reconcileSteps, settleStep, unansweredStep } from './cycle-steps.ts';
import { acceptanceStep, Applicants, eligibilityRunSteps } from './eligibility-steps.ts';
import { writeEvidence } from './evidence-files.ts';
import { foundBranch, nameBranch } from './found-branch.ts';
import { clearHalfMade, SAMPLE_FILES } from './half-made.ts';
import type { CycleLedger, Ledger } from './ledger.ts';
import { objectionSteps } from './objection-steps.ts';
import { writeReadme } from './readme.ts';
import { recoverySteps } from './recovery-steps.ts';
import { writeRegisterLists } from './register-files.ts';
import { rememberedContent, rememberedInspection } from './remembered-content.ts';
import { computesRuns, SAMPLE_SIZES, WEIGHTS, wholeWeight, type SampleRun } from './sample-run.ts';
import { createSeededIds, createSimulatedTime } from './simulated-time.ts';
import { createStage } from './stage.ts';
import { live, type TimelineStep } from './timeline.ts';
import { WholeProgress } from './whole-progress.ts';

/** The handlers of the backend as they work in the sample's own time. */
export interface PastHandlers {
  readonly handlers: Handlers;
  stop(): Promise<void>;
}

export interface SampleServices {
  readonly database: Database;
  readonly content: ContentStore;
  readonly dataFolder: string;
  readonly press: LetterPress;
  readonly inspect: InspectDocument;
  readonly inPast: (past: {
    readonly now: () => Date;
    readonly newId: () => string;
    readonly content: ContentStore;
  }) => Promise<PastHandlers>;
}

/** Days before the sample's own in which people were registered. */
const REGISTERED_BEFORE = 130;

/** The months of the programme that a sample can stand in: three cycles before it, Umm al-Qura dates after it. */
const FIRST_DAY = isoDate('2022-06-01');
const LAST_DAY = isoDate('2075-12-31');

/**
 * Makes an invented branch in an empty data folder, the same for the same seed and day. Stopped half-way it leaves an
 * empty folder. Errors: BRANCH_EXISTS, SAMPLE_DATE.
 */
export function createSampleMaker(services: SampleServices): SampleMaker {
  const { database, dataFolder } = services;
  return async (context, { size, seed, today: givenDay }) => {
    const today = givenDay ?? context.today;
    if ((await context.repos.staff.list()).length > 0) return refuse('BRANCH_EXISTS');
    if (today < FIRST_DAY || today > LAST_DAY) {
      return refuse('SAMPLE_DATE', { from: FIRST_DAY, to: LAST_DAY });
    }
    const beneficiaries = SAMPLE_SIZES[size];
    const filesFolder = path.join(dataFolder, SAMPLE_FILES);
    try {
      const payments = await make(services, context, { seed, size: beneficiaries, today });
      return ok({ beneficiaries, payments, filesFolder });
    } catch (error) {
      await clearHalfMade(database, dataFolder);
      // NOTE: readers of files stop with the signal's own reason.
      throw context.operation.signal.aborted ? new Cancelled() : error;
    }
  };
}

async function make(
  services: SampleServices,
  context: JobContext,
  { seed, size, today }: { readonly seed: number; readonly size: number; readonly today: IsoDate },
): Promise<number> {
  const { database, dataFolder } = services;
  const time = createSimulatedTime();
  const newId = createSeededIds(seed, time);
  const content = rememberedContent(services.content);
  const months = monthsOf(today);
  const filesFolder = path.join(dataFolder, SAMPLE_FILES);
  const plan = createPaymentPlan(seed, size);
  const run: SampleRun = {
    seed,
    size,
    today,
    months,
    plan,
    database,
    progress: new WholeProgress(context.operation, wholeWeight(size)),
    time,
    newId,
    filesFolder,
  };

  const foundedAt = time.set(daysAfter(today, -REGISTERED_BEFORE), '08:00');
  const officers = await foundBranch(database, foundedAt, newId);
  const past = await services.inPast({ now: time.now, newId, content });
  try {
    const ledger = await addPeople(run);
    const settings = await readRepos(database.reader).settings.all();
    const stage = createStage({ database, content, time, newId, officers, settings });
    const steps = await cycleSteps(run, ledger, past.handlers);
    const evidence = await writeEvidence(path.join(filesFolder, 'evidence'), services.press);
    const caseServices: CaseServices = {
      handlers: past.handlers,
      evidence,
      inspect: rememberedInspection(services.inspect),
      seed,
      today,
      calendar: workCalendar(settingsOn(today, settings)),
      personId: (index) => known(ledger.ids[index]),
    };
    steps.push(
      ...(await caseSteps(run, ledger, caseServices, officers, context.operation.breathe)),
    );
    await live(steps, stage, database, run.progress, WEIGHTS.cases(size));
    await writeRegisterLists(run);
    await writeReadme(run, ledger);
    await nameBranch(database, time.set(today, '07:30'), officers.admin);
    return size * 3;
  } finally {
    await past.stop();
  }
}

function monthsOf(today: IsoDate): SampleRun['months'] {
  const month = (cycle: SampleCycle) => monthOfCycle(today, cycle);
  return {
    beforeLast: month('beforeLast'),
    last: month('last'),
    current: month('current'),
    next: month('next'),
  };
}

/** Three cycles imported, two of them answered by the bank; the answers of the others wait as files. */
async function cycleSteps(
  run: SampleRun,
  { cycles }: Ledger,
  handlers: Handlers,
): Promise<TimelineStep[]> {
  const steps: TimelineStep[] = [];
  const applicants = new Applicants(run);
  for (const cycle of CYCLES) {
    const waits = cycle === 'current' || cycle === 'next';
    const files = await writeAnswers(run, cycles[cycle], waits);
    if (cycle !== 'next') steps.push(importStep(run, cycles[cycle], handlers));
    if (cycle !== 'next' && computesRuns(run)) {
      steps.push(...eligibilityRunSteps(run, cycles[cycle], applicants, handlers));
    }
    if (!waits) steps.push(...reconcileSteps(run, cycle, files, handlers));
    if (cycle === 'beforeLast') steps.push(settleStep(run, cycle, handlers));
  }
  if (computesRuns(run)) steps.push(acceptanceStep(run, cycles.next, applicants));
  steps.push(unansweredStep(run, handlers));
  return steps;
}

/** Cases planned between two turns of the event loop. */
const PLANNED_AT_ONCE = 100;

async function caseSteps(
  run: SampleRun,
  { cycles }: Ledger,
  services: CaseServices,
  officers: Readonly<Record<string, string>>,
  breathe: () => Promise<void>,
): Promise<TimelineStep[]> {
  const { seed, size, today, months } = run;
  const settings = settingsOn(today, await readRepos(run.database.reader).settings.all());
  const calendar = workCalendar(settings);
  const cycle = (name: 'beforeLast' | 'last' | 'current') => knownCycle(run, cycles[name]);
  const complaints = planComplaints(
    seed,
    size,
    today,
    { beforeLast: cycle('beforeLast'), last: cycle('last'), current: cycle('current') },
    { ...settings, calendar },
  );
  const objections = planObjections(seed, size, today, {
    calendar,
    period: settings.objectionPeriod,
    deadlineDays: settings.objectionDeadline.days,
  });
  const steps: TimelineStep[] = [];
  for (const [index, planned] of complaints.entries()) {
    steps.push(...complaintSteps(planned, months[planned.cycle], services));
    if (index % PLANNED_AT_ONCE === 0) await breathe();
  }
  let place = 0;
  for (const planned of objections) {
    steps.push(...objectionSteps(planned, services, (username) => known(officers[username])));
    place += 1;
    if (place % PLANNED_AT_ONCE === 0) await breathe();
  }
  for (const [index, application] of planApplications(seed, size, today).entries()) {
    steps.push(...applicationSteps(application, index, services));
  }
  const corrected = chooseCorrected(run, months.beforeLast, paidAsDue(cycles, complaints));
  steps.push(...correctionSteps(run, corrected, services));
  const repaid = corrected.get('repaidWage');
  if (repaid) steps.push(...recoverySteps(run, repaid, services));
  return steps;
}

/** Who was paid the pension and nothing else in all months, and has not complained. */
function paidAsDue(
  cycles: Ledger['cycles'],
  complaints: readonly PlannedComplaint[],
): (index: number) => boolean {
  const past = [cycles.beforeLast, cycles.last, cycles.current];
  const busy = new Set(complaints.map(({ index }) => index));
  for (const { extras } of past) for (const { index } of extras) busy.add(index);
  return (index) => !busy.has(index) && past.every((cycle) => cycle.outcome(index) === 'paid');
}

function knownCycle(run: SampleRun, ledger: CycleLedger): KnownCycle {
  const month = run.months[ledger.cycle];
  return {
    cycle: ledger.cycle,
    month,
    paidOn: datesOf(month).paidOn,
    outcome: (index) => ledger.outcome(index),
    due: (index) => ledger.due(index),
    amount: (index) => ledger.amount(index),
  };
}

function known(id: string | undefined): string {
  if (id === undefined) throw new Error('Sample: nobody there');
  return id;
}

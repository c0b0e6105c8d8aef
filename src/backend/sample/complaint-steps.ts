import type { MonthFinding } from '../../domain/complaints/complaint-status.ts';
import type { IsoDate, IsoMonth } from '../../domain/shared/iso-date.ts';
import type { WorkCalendar } from '../../domain/shared/working-days.ts';
import { SAMPLE_PASSWORD, type SampleUsername } from '../../domain/sample/sample-accounts.ts';
import {
  DOCUMENT_REQUESTS,
  LATE_REASONS,
  REASONINGS,
  SENT_BACK_NOTES,
} from '../../domain/sample/case-words.ts';
import { workingDayAfter } from '../../domain/sample/complaint-days.ts';
import { createRandom, seedOf, type Random } from '../../domain/sample/random.ts';
import type { ComplaintGoal, PlannedComplaint } from '../../domain/sample/sample-complaints.ts';
import type { GatheredMonth } from '../app/complaints/gather-claim.ts';
import { gatherClaim } from '../app/complaints/gather-claim.ts';
import type { CommandContext } from '../app/context.ts';
import { attachDocument } from '../app/documents/attach-document.ts';
import type { InspectDocument } from '../app/documents/ports.ts';
import type { Handlers } from '../app/handlers.ts';
import { createCaseClock } from './case-clock.ts';
import { receiptFor } from './receipt-for.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import { succeeded } from './stage.ts';
import type { TimelineStep } from './timeline.ts';

export interface CaseServices {
  readonly handlers: Handlers;
  readonly evidence: EvidenceFiles;
  readonly inspect: InspectDocument;
  readonly seed: number;
  readonly today: IsoDate;
  readonly calendar: WorkCalendar;
  /** Id of a beneficiary by his place. */
  readonly personId: (index: number) => string;
}

type StepName = 'take' | 'ask' | 'receive' | 'propose' | 'sendBack' | 'approve';

/** The steps after filing that lead to a goal, with the working days that each takes. */
const WAYS: Readonly<Record<ComplaintGoal, readonly (readonly [StepName, number])[]>> = {
  new: [],
  studying: [['take', 1]],
  awaitingDocuments: [
    ['take', 1],
    ['ask', 1],
  ],
  awaitingApproval: [
    ['take', 1],
    ['propose', 3],
  ],
  sentBack: [
    ['take', 1],
    ['propose', 2],
    ['sendBack', 1],
  ],
  decided: [
    ['take', 1],
    ['propose', 3],
    ['approve', 1],
  ],
};

/** Share of complaints that come with a bank statement, and of decided ones that waited for documents in between. */
const WITH_STATEMENT = 0.25;
const WAITED = 0.2;

/** A complaint's life as steps of the time line: filed, studied by one officer, approved by another. */
export function complaintSteps(
  planned: PlannedComplaint,
  month: IsoMonth,
  services: CaseServices,
): TimelineStep[] {
  const { handlers, today, calendar } = services;
  const random = createRandom(seedOf(services.seed, 'complaint steps', planned.index));
  const [officer, colleague]: readonly SampleUsername[] = random.chance(0.5)
    ? ['sara', 'khalid']
    : ['khalid', 'sara'];
  const approver = random.chance(0.5) ? 'mona' : colleague;
  if (officer === undefined || approver === undefined) throw new Error('Two officers work here');
  const clock = createCaseClock(random, planned.filedOn);
  let id = '';

  const steps: TimelineStep[] = [
    {
      ...clock.next(),
      by: planned.late ? officer : random.pick(['sara', 'khalid']),
      kind: 'short',
      run: async ({ job }) => {
        const claim = claimInput(planned, month, random, services);
        const receipt = await receiptFor(job, claim);
        id = succeeded(
          await handlers['complaints.file'](job, { ...claim, receipt }),
          'complaints.file',
        ).id;
      },
    },
  ];
  if (random.chance(WITH_STATEMENT)) {
    const { path, title } = random.pick(services.evidence.bankStatement);
    steps.push({
      ...clock.next(),
      by: officer,
      kind: 'short',
      run: async ({ job }) => {
        const attached = { ownerType: 'complaint', ownerId: id, path, title } as const;
        succeeded(await attachDocument(job, attached, services.inspect), 'documents.attach');
      },
    });
  }
  const add = (
    days: number,
    by: SampleUsername,
    name: string,
    run: (context: CommandContext, at: { id: string; expectedVersion: number }) => Promise<unknown>,
  ): void => {
    clock.moveTo(workingDayAfter(clock.date(), days, today, calendar));
    steps.push({
      ...clock.next(),
      by,
      kind: 'short',
      run: async ({ command }) => {
        const file = await command.repos.complaints.byId(id);
        if (!file) throw new Error(`Sample: no complaint for ${name}`);
        await run(command, { id, expectedVersion: file.version });
      },
    });
  };
  const take = (step: StepName, days: number): void => {
    switch (step) {
      case 'take':
        return add(days, officer, step, async (command, at) =>
          succeeded(await handlers['complaints.take'](command, at), step),
        );
      case 'ask':
        return add(days, officer, step, async (command, at) => {
          const note = random.pick(DOCUMENT_REQUESTS);
          succeeded(
            await handlers['complaints.askForDocuments'](command, { ...at, note, request: null }),
            step,
          );
        });
      case 'receive':
        return add(days, officer, step, async (command, at) =>
          succeeded(await handlers['complaints.documentsReceived'](command, at), step),
        );
      case 'propose':
        return add(days, officer, step, async (command, at) => {
          const proposal = await proposalFor(command, at.id, planned);
          succeeded(await handlers['complaints.propose'](command, { ...at, ...proposal }), step);
        });
      case 'sendBack':
        return add(days, approver, step, async (command, at) => {
          const note = random.pick(SENT_BACK_NOTES);
          succeeded(await handlers['complaints.sendBack'](command, { ...at, note }), step);
        });
      case 'approve':
        return add(days, approver, step, async (command, at) =>
          succeeded(await handlers['complaints.approve'](command, at), step),
        );
    }
  };
  const waited = planned.goal === 'decided' && random.chance(WAITED);
  for (const [step, days] of WAYS[planned.goal]) {
    if (step === 'propose' && waited) {
      take('ask', 1);
      take('receive', 2);
    }
    take(step, days);
  }
  return steps;
}

function claimInput(
  planned: PlannedComplaint,
  month: IsoMonth,
  random: Random,
  { personId }: CaseServices,
): Parameters<Handlers['complaints.file']>[1] {
  const { index, category, channel, claim, expected, received, late } = planned;
  return {
    beneficiaryId: personId(index),
    category,
    channel,
    claim,
    months: [{ month, expected, received }],
    receipt: null,
    ...(late
      ? {
          late: {
            reason: random.pick(LATE_REASONS),
            supervisorUsername: 'mona',
            supervisorPassword: SAMPLE_PASSWORD,
          },
        }
      : {}),
  };
}

/** What an officer proposes who believes the records, and the household's own sum where nothing was paid. */
async function proposalFor(command: CommandContext, id: string, planned: PlannedComplaint) {
  const file = await command.repos.complaints.byId(id);
  if (!file) throw new Error('Sample: no complaint to propose on');
  const claim = await gatherClaim(command.repos, file);
  const months = claim.map((month) => ({ month: month.month, ...found(month, planned) }));
  const proven = months.filter(({ finding }) => finding === 'shortfallProven');
  const total = proven.reduce(
    (sum, { month, due }) =>
      sum + due - (claim.find((one) => one.month === month)?.facts.credited ?? 0),
    0,
  );
  const outcome =
    proven.length === 0 ? 'rejected' : total >= file.claimed ? 'accepted' : 'partlyAccepted';
  const reasoning = REASONINGS[months[0]?.finding ?? 'paidInFull'];
  return { outcome, reasoning, months } as const;
}

function found(
  { facts }: GatheredMonth,
  planned: PlannedComplaint,
): { readonly finding: MonthFinding; readonly due: PlannedComplaint['due'] } {
  if (facts.due === null) return { finding: 'shortfallProven', due: planned.due };
  return { finding: facts.suggestedFinding, due: facts.due };
}

import type { ReasonFinding } from '../../domain/objections/objection-status.ts';
import { SAMPLE_PASSWORD, type SampleUsername } from '../../domain/sample/sample-accounts.ts';
import {
  FINDING_NOTES,
  LATE_REASONS,
  OBJECTION_REASONINGS,
  SENT_BACK_NOTES,
} from '../../domain/sample/case-words.ts';
import { workingDayAfter } from '../../domain/sample/complaint-days.ts';
import { createRandom, seedOf } from '../../domain/sample/random.ts';
import type { PlannedObjection } from '../../domain/sample/sample-objections.ts';
import type { CommandContext } from '../app/context.ts';
import { attachDocument } from '../app/documents/attach-document.ts';
import type { Handlers } from '../app/handlers.ts';
import { createCaseClock } from './case-clock.ts';
import { receiptFor } from './receipt-for.ts';
import type { CaseServices } from './complaint-steps.ts';
import { succeeded } from './stage.ts';
import type { TimelineStep } from './timeline.ts';

type OnCase = (
  context: CommandContext,
  at: { readonly id: string; readonly expectedVersion: number },
) => Promise<unknown>;

/** An objection's life as steps of the time line: filed with evidence, reviewed reason by reason, seconded. */
export function objectionSteps(
  planned: PlannedObjection,
  services: CaseServices,
  officerId: (username: SampleUsername) => string,
): TimelineStep[] {
  const { handlers, today, calendar } = services;
  const { goal, reasons } = planned;
  const random = createRandom(seedOf(services.seed, 'objection steps', planned.index));
  // NOTE: who refused is known for some; he neither reviews nor seconds.
  const refuser: SampleUsername | null = random.chance(0.25) ? 'khalid' : null;
  const reviewer: SampleUsername = refuser !== null || random.chance(0.5) ? 'sara' : 'khalid';
  const second: SampleUsername = reviewer === 'sara' && refuser === null ? 'khalid' : 'mona';
  const clock = createCaseClock(random, planned.filedOn);
  const file = random.pick(services.evidence[planned.evidence]);
  const steps: TimelineStep[] = [];
  let id = '';
  let documentId = '';

  steps.push({
    ...clock.next(),
    by: reviewer,
    kind: 'short',
    run: async ({ job }) => {
      const input = filing(planned, services, refuser === null ? null : officerId(refuser));
      const receipt = await receiptFor(job, input);
      id = succeeded(
        await handlers['objections.file'](job, { ...input, receipt }),
        'objections.file',
      ).id;
    },
  });
  steps.push({
    ...clock.next(),
    by: reviewer,
    kind: 'short',
    run: async ({ job }) => {
      const attached = { ownerType: 'objection', ownerId: id, ...file } as const;
      documentId = succeeded(await attachDocument(job, attached, services.inspect), 'attach').id;
    },
  });
  if (goal === 'submitted') return steps;

  const add = (days: number, by: SampleUsername, run: OnCase): void => {
    clock.moveTo(workingDayAfter(clock.date(), days, today, calendar));
    steps.push({
      ...clock.next(),
      by,
      kind: 'short',
      run: async ({ command }) => {
        const found = await command.repos.objections.byId(id);
        if (!found) throw new Error('Sample: no such objection');
        await run(command, { id, expectedVersion: found.version });
      },
    });
  };
  add(1, reviewer, async (command, at) =>
    succeeded(await handlers['objections.take'](command, at), 'take'),
  );
  // NOTE: of those in review, half have their first finding.
  const examined = goal === 'reviewing' ? reasons.slice(0, random.int(0, 1)) : reasons;
  for (const { code, finding } of goal === 'committee' ? [] : examined) {
    add(1, reviewer, async (command, at) => {
      const recorded = { code, finding, note: FINDING_NOTES[finding], evidence: page(documentId) };
      const input = { ...at, finding: recorded };
      succeeded(await handlers['objections.recordFinding'](command, input), 'recordFinding');
    });
  }
  if (goal === 'reviewing') return steps;

  add(1, reviewer, async (command, at) => {
    const outcome = outcomeOf(planned);
    const reasoning = OBJECTION_REASONINGS[outcome];
    succeeded(
      await handlers['objections.propose'](command, { ...at, outcome, reasoning }),
      'propose',
    );
  });
  if (goal === 'awaitingSecond') return steps;

  add(1, second, async (command, at) => {
    if (goal === 'sentBack') {
      const note = random.pick(SENT_BACK_NOTES);
      succeeded(await handlers['objections.sendBack'](command, { ...at, note }), 'sendBack');
    } else {
      succeeded(await handlers['objections.approve'](command, at), 'approve');
    }
  });
  return steps;
}

const page = (documentId: string) => ({ documentId, page: 1 });

/** What the findings bear; a committee is asked without any. */
function outcomeOf({
  goal,
  reasons,
}: PlannedObjection): 'accepted' | 'partlyAccepted' | 'rejected' | 'committee' {
  if (goal === 'committee') return goal;
  const isProven = (finding: ReasonFinding): boolean => finding === 'proven';
  const proven = reasons.filter(({ finding }) => isProven(finding)).length;
  if (proven === 0) return 'accepted';
  return proven === reasons.length ? 'rejected' : 'partlyAccepted';
}

function filing(
  planned: PlannedObjection,
  { personId, seed }: CaseServices,
  firstDecidedBy: string | null,
): Parameters<Handlers['objections.file']>[1] {
  const { index, refusedOn, notifiedOn, channel, statement, reasons, late } = planned;
  const random = createRandom(seedOf(seed, 'late objection', index));
  return {
    beneficiaryId: personId(index),
    refusedOn,
    notifiedOn,
    channel,
    statement,
    reasons: reasons.map(({ code }) => code),
    receipt: null,
    ...(firstDecidedBy === null ? {} : { firstDecidedBy }),
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { addDays, isoDate, isoMonth } from '../shared/iso-date.ts';
import type { Refusal, Result } from '../shared/result.ts';
import { approveProposal, sendProposalBack } from './approve-complaint.ts';
import {
  complaintStateOf,
  isDecided,
  type ComplaintDecided,
  type ComplaintState,
  type RecordedComplaintEvent,
} from './complaint.ts';
import type { ClaimedMonth } from './propose-complaint.ts';
import { proposeOutcome } from './propose-complaint.ts';
import {
  assignComplaint,
  receiveDocuments,
  requestDocuments,
  takeComplaint,
} from './study-complaint.ts';

const MONTH = isoMonth('2026-11');
const START = isoDate('2026-11-12');
const calendar = { weekend: [5, 6], holidays: new Set<string>() };
const claim: readonly ClaimedMonth[] = [
  {
    month: MONTH,
    claimed: halalas(660),
    facts: {
      due: halalas(1960),
      sent: halalas(1300),
      credited: halalas(1300),
      returned: halalas(0),
      pending: halalas(0),
      withheld: halalas(0),
      accounted: halalas(1300),
      difference: halalas(660),
      suggestedFinding: 'shortfallProven',
    },
  },
];

const STEPS = ['take', 'assign', 'request', 'receive', 'propose', 'approve', 'sendBack'] as const;
type Step = (typeof STEPS)[number];

function step(
  kind: Step,
  state: ComplaintState,
  by: string,
  to: string,
  day: number,
): Result<ComplaintDecided, Refusal> {
  const today = addDays(START, day);
  switch (kind) {
    case 'take':
      return takeComplaint(state, by);
    case 'assign':
      return assignComplaint(state, to, by);
    case 'request':
      return requestDocuments(state, 'سجل المنافذ', by, today);
    case 'receive':
      return receiveDocuments(state, by, today, { count: 'working', calendar });
    case 'propose': {
      const months = [{ month: MONTH, finding: 'shortfallProven', due: halalas(1960) }] as const;
      return proposeOutcome(
        state,
        claim,
        { outcome: 'accepted', reasoning: 'ثبت', months },
        by,
        today,
      );
    }
    case 'approve':
      return approveProposal(state, claim, by, today);
    case 'sendBack':
      return sendProposalBack(state, 'راجع', by);
  }
}

const filed: RecordedComplaintEvent = {
  by: 'sara',
  event: { type: 'filed', on: START, deadlineOn: addDays(START, 21) },
};

/** Plays steps; those that are refused change nothing. */
function play(steps: readonly (readonly [Step, string, string])[]) {
  const events: RecordedComplaintEvent[] = [filed];
  const start = complaintStateOf(events);
  if (start === null) throw new Error('A complaint begins with its filing');
  let state = start;
  const codes: string[] = [];
  for (const [index, [kind, by, to]] of steps.entries()) {
    const decided = step(kind, state, by, to, index);
    codes.push(decided.ok ? 'ok' : decided.error.code);
    if (!decided.ok) continue;
    state = decided.value.next;
    events.push(...decided.value.events.map((event) => ({ by, event })));
  }
  return { state, events, codes };
}

describe('a complaint', () => {
  it.each([
    [
      'is taken, proposed and approved by another',
      [
        ['take', 'a'],
        ['propose', 'a'],
        ['approve', 'b'],
      ],
      'accepted',
      ['ok', 'ok', 'ok'],
    ],
    ['is not proposed before it is taken', [['propose', 'a']], 'new', ['NOT_TAKEN']],
    [
      'is not proposed by another than who has it',
      [
        ['take', 'a'],
        ['propose', 'b'],
      ],
      'studying',
      ['ok', 'NOT_ASSIGNED_TO_YOU'],
    ],
    [
      'is not taken away from who has it',
      [
        ['take', 'a'],
        ['take', 'b'],
      ],
      'studying',
      ['ok', 'ASSIGNED_TO_ANOTHER'],
    ],
    [
      'is not taken twice',
      [
        ['take', 'a'],
        ['take', 'a'],
      ],
      'studying',
      ['ok', 'ALREADY_YOURS'],
    ],
    [
      'is not approved before it is proposed',
      [
        ['take', 'a'],
        ['approve', 'b'],
      ],
      'studying',
      ['ok', 'NOT_PROPOSED'],
    ],
    [
      'is not approved by who proposed it',
      [
        ['take', 'a'],
        ['propose', 'a'],
        ['approve', 'a'],
      ],
      'awaitingApproval',
      ['ok', 'ok', 'PROPOSED_BY_YOU'],
    ],
    [
      'is not proposed while documents are awaited',
      [
        ['take', 'a'],
        ['request', 'a'],
        ['propose', 'a'],
      ],
      'awaitingDocuments',
      ['ok', 'ok', 'AWAITING_DOCUMENTS'],
    ],
    [
      'goes on when the documents have come',
      [
        ['take', 'a'],
        ['request', 'a'],
        ['receive', 'b'],
        ['propose', 'a'],
      ],
      'awaitingApproval',
      ['ok', 'ok', 'ok', 'ok'],
    ],
    [
      'receives no documents that nobody asked for',
      [
        ['take', 'a'],
        ['receive', 'a'],
      ],
      'studying',
      ['ok', 'NOT_AWAITING_DOCUMENTS'],
    ],
    [
      'is studied again when it was sent back',
      [
        ['take', 'a'],
        ['propose', 'a'],
        ['sendBack', 'b'],
        ['take', 'a'],
      ],
      'studying',
      ['ok', 'ok', 'ok', 'ok'],
    ],
    [
      'is proposed again when it was sent back',
      [
        ['take', 'a'],
        ['propose', 'a'],
        ['sendBack', 'b'],
        ['propose', 'a'],
      ],
      'awaitingApproval',
      ['ok', 'ok', 'ok', 'ok'],
    ],
    [
      'is not sent back by who proposed it',
      [
        ['take', 'a'],
        ['propose', 'a'],
        ['sendBack', 'a'],
      ],
      'awaitingApproval',
      ['ok', 'ok', 'PROPOSED_BY_YOU'],
    ],
    [
      'is not given away while it awaits approval',
      [
        ['take', 'a'],
        ['propose', 'a'],
        ['assign', 'a'],
      ],
      'awaitingApproval',
      ['ok', 'ok', 'AWAITING_APPROVAL'],
    ],
    [
      'stays decided',
      [
        ['take', 'a'],
        ['propose', 'a'],
        ['approve', 'b'],
        ['sendBack', 'c'],
        ['take', 'a'],
      ],
      'accepted',
      ['ok', 'ok', 'ok', 'ALREADY_DECIDED', 'ALREADY_DECIDED'],
    ],
  ] as const)('%s', (_name, steps, status, codes) => {
    const played = play(steps.map(([kind, by]) => [kind, by, 'c'] as const));
    expect([played.state.status, played.codes]).toEqual([status, codes]);
  });

  const officer = fc.constantFrom('a', 'b', 'c');
  const anySteps = fc.array(fc.tuple(fc.constantFrom(...STEPS), officer, officer), {
    maxLength: 40,
  });

  it('is never decided by one person, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { state } = play(steps);
        expect(isDecided(state.status)).toBe(state.approvedBy !== null);
        if (state.approvedBy === null) return;
        expect(state.proposedBy).not.toBe(null);
        expect(state.approvedBy).not.toBe(state.proposedBy);
      }),
      { numRuns: 500 },
    );
  });

  it('always is what its events say, and nothing follows the decision', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { state, events } = play(steps);
        expect(complaintStateOf(events)).toEqual(state);
        const decision = events.findIndex(({ event }) => event.type === 'approved');
        expect(decision === -1 || decision === events.length - 1).toBe(true);
        expect(state.pausedOn !== null).toBe(state.status === 'awaitingDocuments');
      }),
      { numRuns: 500 },
    );
  });
});

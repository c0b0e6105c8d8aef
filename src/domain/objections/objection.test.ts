import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../shared/iso-date.ts';
import type { Refusal, Result } from '../shared/result.ts';
import {
  approveObjection,
  proposeObjection,
  sendObjectionBack,
  whyOutcomeNotBorne,
} from './decide-objection.ts';
import { OBJECTION_OUTCOMES, REASON_FINDINGS, type ReasonFinding } from './objection-status.ts';
import {
  isClosed,
  objectionStateOf,
  type ContestedReason,
  type ObjectionDecided,
  type ObjectionState,
  type RecordedObjectionEvent,
} from './objection.ts';
import { assignObjection, recordFinding, takeObjection } from './review-objection.ts';

const START = isoDate('2026-11-16');
const STEPS = ['take', 'assign', 'find', 'propose', 'approve', 'sendBack'] as const;
type Step = (typeof STEPS)[number];

function step(
  kind: Step,
  state: ObjectionState,
  by: string,
  to: string,
  day: number,
): Result<ObjectionDecided, Refusal> {
  const today = addDays(START, day);
  switch (kind) {
    case 'take':
      return takeObjection(state, by);
    case 'assign':
      return assignObjection(state, to, by);
    case 'find': {
      const found = { finding: 'notProven', note: 'مطابق', evidence: null } as const;
      return recordFinding(state, 'R07', found, by);
    }
    case 'propose':
      return proposeObjection(state, { outcome: 'accepted', reasoning: 'ثبت' }, by, today);
    case 'approve':
      return approveObjection(state, 'ineligible', by, today);
    case 'sendBack':
      return sendObjectionBack(state, 'راجع', by);
  }
}

/** Plays steps; those that are refused change nothing. `c` took the first decision. */
function play(steps: readonly (readonly [Step, string, string])[]) {
  const events: RecordedObjectionEvent[] = [
    {
      by: 'a',
      event: {
        type: 'filed',
        on: START,
        deadlineOn: addDays(START, 60),
        firstDecidedBy: 'c',
        reasons: ['R07'],
      },
    },
  ];
  const start = objectionStateOf(events);
  if (start === null) throw new Error('An objection begins with its filing');
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

describe('an objection', () => {
  it.each([
    [
      'is reviewed, proposed and approved by another',
      [
        ['take', 'a'],
        ['find', 'a'],
        ['propose', 'a'],
        ['approve', 'b'],
      ],
      'accepted',
      ['ok', 'ok', 'ok', 'ok'],
    ],
    [
      'is not reviewed by who refused at first',
      [['take', 'c']],
      'submitted',
      ['FIRST_DECIDED_BY_YOU'],
    ],
    [
      'is not approved by who refused at first',
      [
        ['take', 'a'],
        ['find', 'a'],
        ['propose', 'a'],
        ['approve', 'c'],
      ],
      'awaitingSecond',
      ['ok', 'ok', 'ok', 'FIRST_DECIDED_BY_YOU'],
    ],
    [
      'is not approved by who proposed',
      [
        ['take', 'a'],
        ['find', 'a'],
        ['propose', 'a'],
        ['approve', 'a'],
      ],
      'awaitingSecond',
      ['ok', 'ok', 'ok', 'PROPOSED_BY_YOU'],
    ],
    [
      'is not proposed without its findings',
      [
        ['take', 'a'],
        ['propose', 'a'],
      ],
      'reviewing',
      ['ok', 'FINDING_MISSING'],
    ],
    [
      'keeps its findings once it is proposed',
      [
        ['take', 'a'],
        ['find', 'a'],
        ['propose', 'a'],
        ['find', 'a'],
      ],
      'awaitingSecond',
      ['ok', 'ok', 'ok', 'AWAITING_APPROVAL'],
    ],
    [
      'is mended when it was sent back',
      [
        ['take', 'a'],
        ['find', 'a'],
        ['propose', 'a'],
        ['sendBack', 'b'],
        ['find', 'a'],
        ['propose', 'a'],
      ],
      'awaitingSecond',
      ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
    ],
  ] as const)('%s', (_name, steps, status, codes) => {
    const played = play(steps.map(([kind, by]) => [kind, by, 'b'] as const));
    expect([played.state.status, played.codes]).toEqual([status, codes]);
  });

  const officer = fc.constantFrom('a', 'b', 'c', 'd');
  const anySteps = fc.array(fc.tuple(fc.constantFrom(...STEPS), officer, officer), {
    maxLength: 40,
  });

  it('is never decided by one person, nor by who refused at first, whatever is tried', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { state, events } = play(steps);
        expect(objectionStateOf(events)).toEqual(state);
        expect(isClosed(state.status)).toBe(state.approvedBy !== null);
        if (state.approvedBy === null) return;
        expect(state.approvedBy).not.toBe(state.proposedBy);
        expect([state.approvedBy, state.proposedBy]).not.toContain('c');
      }),
      { numRuns: 500 },
    );
  });
});

describe('an outcome', () => {
  const reason = (code: string, finding: ReasonFinding | null): ContestedReason => ({
    code,
    found: finding === null ? null : { finding, note: 'مطابق', evidence: null },
  });

  it('follows from the findings, in every combination', () => {
    const findings = fc.array(fc.constantFrom(...REASON_FINDINGS, null), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(findings, fc.constantFrom(...OBJECTION_OUTCOMES), (found, outcome) => {
        const reasons = found.map((finding, index) => reason(`R${index}`, finding));
        const refused = whyOutcomeNotBorne(reasons, { outcome, reasoning: 'ثبت' });
        const proven = found.filter((finding) => finding === 'proven').length;
        const complete = !found.includes(null);
        const borne = {
          committee: true,
          accepted: complete && proven === 0,
          rejected: complete && proven > 0,
          partlyAccepted: complete && proven > 0 && proven < found.length,
        };
        expect(refused === null).toBe(borne[outcome]);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, isoInstant, isoMonth } from '../shared/iso-date.ts';
import { halalas } from '../shared/halalas.ts';
import type { Refusal, Result } from '../shared/result.ts';
import type { WorkCalendar } from '../shared/working-days.ts';
import {
  applicationStateOf,
  isClosed,
  type ApplicationDecided,
  type ApplicationState,
  type Assessment,
  type HomeVisit,
  type RecordedApplicationEvent,
} from './application.ts';
import {
  approveInitially,
  decideApplication,
  effectiveMonth,
  proposeRefusal,
  sendApplicationBack,
} from './decide-application.ts';
import { askReview, reviewUntil, withdrawApplication } from './end-application.ts';
import {
  askCompletion,
  assignApplication,
  cancelApplication,
  checkPaper,
  discardDraft,
  receiveCompletion,
  recordVisit,
  submitApplication,
  takeApplication,
} from './work-on-application.ts';

const START = isoDate('2026-11-16');
const calendar: WorkCalendar = { weekend: [5, 6], holidays: new Set() };
const TWENTY = { days: 20, count: 'working', calendar } as const;

/** A sum of so many halalas; only what is decided by is filled in. */
function sumOf(pension: number): Assessment {
  return {
    month: isoMonth('2026-12'),
    madeAt: isoInstant(new Date('2026-11-16T07:00:00.000Z')),
    input: {
      month: isoMonth('2026-12'),
      applicationDate: START,
      kind: 'independent',
      head: {
        id: '0',
        birthDate: isoDate('1980-01-01'),
        daysAbroad: 0,
        inCentre: false,
        nationality: 'saudi',
        student: false,
        dwellingProven: true,
      },
      dependants: [],
      families: 1,
      breachAllMinors: false,
      incomes: [],
      assets: [],
    },
    calculation: {
      eligible: pension > 0,
      minimum: halalas(132_000),
      counted: halalas(132_000 - pension),
      pension: halalas(pension),
      reasons: pension > 0 ? [] : ['income'],
      lines: [],
      rules: isoDate('2023-11-01'),
    },
  };
}

const STEPS = [
  'submit',
  'discard',
  'take',
  'assign',
  'paper',
  'ask',
  'complete',
  'cancel',
  'visit',
  'approve',
  'refuse',
  'decide',
  'sendBack',
  'withdraw',
  'review',
] as const;
type Step = (typeof STEPS)[number];
type Played = readonly [Step, string, string];

function step(
  kind: Step,
  state: ApplicationState,
  by: string,
  to: string,
  day: number,
): Result<ApplicationDecided, Refusal> {
  const today = addDays(START, day);
  switch (kind) {
    case 'submit':
      return submitApplication(state, by, today, TWENTY);
    case 'discard':
      return discardDraft(state, by, today);
    case 'take':
      return takeApplication(state, by);
    case 'assign':
      return assignApplication(state, to, by);
    case 'paper':
      return checkPaper(state, 'lease', { state: 'accepted', documentId: 'd', reason: '' }, by);
    case 'ask':
      return askCompletion(state, { papers: ['lease'], data: [], note: '' }, by, today, TWENTY);
    case 'complete':
      return receiveCompletion(state, '', by, today, TWENTY);
    case 'cancel':
      return cancelApplication(state, by, today);
    case 'visit': {
      const visit = { on: today, visitor: 'باحث', findings: 'مطابق', items: [] };
      return recordVisit(state, visit, by, today);
    }
    case 'approve':
      return approveInitially(state, 'استوفى', ['lease'], sumOf(64_000), by, today);
    case 'refuse': {
      const reasons = [{ code: 'R04', note: '' }];
      return proposeRefusal(state, { reasoning: 'دخل', reasons }, ['R04'], null, by, today);
    }
    case 'decide':
      return decideApplication(state, sumOf(64_000), by, today);
    case 'sendBack':
      return sendApplicationBack(state, 'راجع', by);
    case 'withdraw':
      return withdrawApplication(state, 'رغبته', null, by, today);
    case 'review':
      return askReview(state, 'تغير', { months: 12, objection: null }, by, today, TWENTY);
  }
}

/** Plays steps a day apart (`skip` more before one); those that are refused change nothing. */
function play(steps: readonly Played[], skip = 0) {
  const events: RecordedApplicationEvent[] = [
    { by: 'a', event: { type: 'started', on: START, programme: 'PENSION' } },
  ];
  const start = applicationStateOf(events);
  if (start === null) throw new Error('An application begins with its start');
  let state = start;
  const codes: string[] = [];
  for (const [index, [kind, by, to]] of steps.entries()) {
    const decided = step(kind, state, by, to, index + (index === steps.length - 1 ? skip : 0));
    codes.push(decided.ok ? 'ok' : decided.error.code);
    if (!decided.ok) continue;
    state = decided.value.next;
    events.push(...decided.value.events.map((event) => ({ by, event })));
  }
  return { state, events, codes };
}

const plain = (text: string): Played[] =>
  text.split(' ').map((word) => {
    const [kind = '', by = 'a'] = word.split(':');
    return [kind as Step, by, 'b'];
  });

describe('an application', () => {
  it.each([
    ['accepted by two', 'submit take paper approve decide:b', 'finalApproval', 'ok ok ok ok ok'],
    ['refused by two', 'submit take refuse decide:b', 'refused', 'ok ok ok ok'],
    [
      'decided by whoever proposed it',
      'submit take refuse decide:a',
      'refusalProposed',
      'ok ok ok PROPOSED_BY_YOU',
    ],
    ['approved with an open paper', 'submit take approve', 'review', 'ok ok PAPERS_OPEN'],
    ['worked on by nobody', 'submit paper', 'review', 'ok NOT_TAKEN'],
    ['worked on by another', 'submit take:b approve', 'review', 'ok ok NOT_ASSIGNED_TO_YOU'],
    ['decided before it was proposed', 'submit take decide:b', 'review', 'ok ok NOT_PROPOSED'],
    [
      'approved while it is completed',
      'submit take paper ask approve',
      'completion',
      'ok ok ok ok IN_COMPLETION',
    ],
    [
      'sent back and proposed again',
      'submit take paper approve sendBack:b refuse decide:b',
      'refused',
      'ok ok ok ok ok ok ok',
    ],
    ['cancelled too early', 'submit take ask cancel', 'completion', 'ok ok ok COMPLETION_RUNNING'],
    ['thrown away as a draft', 'discard submit', 'cancelled', 'ok NOT_A_DRAFT'],
    ['withdrawn before the decision', 'submit withdraw', 'withdrawn', 'ok ok'],
    [
      'withdrawn after it was refused',
      'submit take refuse decide:b withdraw',
      'refused',
      'ok ok ok ok ALREADY_CLOSED',
    ],
    [
      'reviewed after a refusal',
      'submit take refuse decide:b review take paper approve decide:b',
      'finalApproval',
      'ok ok ok ok ok ok ok ok ok',
    ],
    [
      'reviewed after an acceptance',
      'submit take paper approve decide:b review',
      'finalApproval',
      'ok ok ok ok ok NOT_REFUSED',
    ],
  ])('%s', (_what, steps, status, codes) => {
    const played = play(plain(steps));
    expect(played.codes.join(' ')).toBe(codes);
    expect(played.state.status).toBe(status);
  });

  it('that is not completed in twenty working days can only be cancelled', () => {
    expect(play(plain('submit take ask complete'), 30).codes.at(-1)).toBe('COMPLETION_LAPSED');
    expect(play(plain('submit take ask cancel'), 30).state.status).toBe('cancelled');
    expect(play(plain('submit take ask complete'), 20).state.status).toBe('review');
  });

  it('takes effect with the month after its acceptance (REG 22), also in December', () => {
    expect(effectiveMonth(isoDate('2026-11-30'))).toBe('2026-12');
    expect(effectiveMonth(isoDate('2026-12-01'))).toBe('2027-01');
    const { state } = play(plain('submit take paper approve decide:b'));
    expect(state).toMatchObject({ effectiveFrom: '2026-12', pension: 64_000 });
  });

  it('is not approved finally on another sum than was proposed', () => {
    const { state } = play(plain('submit take paper approve'));
    for (const pension of [63_999, 64_001, 0]) {
      expect(decideApplication(state, sumOf(pension), 'b', START)).toMatchObject({
        error: { code: 'ASSESSMENT_CHANGED', details: { pension: 64_000, now: pension } },
      });
    }
  });

  it('of somebody who is not entitled is not approved, and says why', () => {
    const { state } = play(plain('submit take paper'));
    expect(approveInitially(state, 'x', [], sumOf(0), 'a', START)).toMatchObject({
      error: { code: 'NOT_ENTITLED', details: { reasons: 'income' } },
    });
  });

  it.each([
    ['2026-11-16', '2027-11-16'],
    ['2028-02-29', '2029-02-28'],
  ])('refused and filed on %s can be reviewed until %s', (submittedOn, until) => {
    const refused = { status: 'refused', submittedOn: isoDate(submittedOn) } as const;
    expect(reviewUntil(refused, 12)).toBe(until);
  });

  it('keeps a visit only from the past, each item once, each difference said', () => {
    const { state } = play(plain('submit take'));
    const visit: HomeVisit = { on: START, visitor: 'باحث', findings: 'زيارة', items: [] };
    const item = { item: 'dwelling', agrees: false, note: '' } as const;
    const recorded = (more: Partial<typeof visit> & { items?: (typeof item)[] }) =>
      recordVisit(state, { ...visit, ...more }, 'a', START);
    expect(recorded({ on: addDays(START, 1) })).toMatchObject({
      error: { code: 'VISIT_IN_FUTURE' },
    });
    expect(recorded({ items: [item] })).toMatchObject({
      error: { code: 'VISIT_DIFFERENCE_UNSAID', details: { item: 'dwelling' } },
    });
    expect(recorded({ items: [item, item] })).toMatchObject({
      error: { code: 'VISIT_ITEM_TWICE' },
    });
  });
});

describe('whatever officers do', () => {
  const officer = fc.constantFrom('a', 'b', 'c');
  const steps = fc.array(fc.tuple(fc.constantFrom(...STEPS), officer, officer), { maxLength: 40 });

  it('an application is what its events say', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { state, events } = play(taken);
        expect(applicationStateOf(events)).toEqual(state);
      }),
    );
  });

  it('nobody decides what he proposed', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { events } = play(taken);
        let proposer: string | null = null;
        for (const { by, event } of events) {
          if (event.type === 'initiallyApproved' || event.type === 'refusalProposed') proposer = by;
          if (event.type !== 'finallyApproved' && event.type !== 'refused') continue;
          expect(proposer).not.toBe(null);
          expect(by).not.toBe(proposer);
        }
      }),
    );
  });

  it('the days of the decision never become fewer by a completion', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { events } = play(taken);
        let deadline = '';
        for (const { event } of events) {
          if (event.type === 'submitted' || event.type === 'reviewAsked')
            deadline = event.deadlineOn;
          if (event.type !== 'completed') continue;
          expect((event.deadlineOn ?? '') >= deadline).toBe(true);
          deadline = event.deadlineOn ?? '';
        }
      }),
    );
  });

  it('what is closed stays closed, but for a review and a withdrawal', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { events } = play(taken);
        for (let length = 1; length < events.length; length += 1) {
          const before = applicationStateOf(events.slice(0, length));
          const next = events[length]?.event.type;
          if (before === null || !isClosed(before.status)) continue;
          expect(['reviewAsked', 'withdrawn']).toContain(next);
        }
      }),
    );
  });
});

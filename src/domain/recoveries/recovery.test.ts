import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas } from '../shared/halalas.ts';
import { isoDate, isoMonth, type IsoDate } from '../shared/iso-date.ts';
import { coveredBy, planInstalments } from './instalment-plan.ts';
import {
  leftOf,
  recoveryAfter,
  recoveryStateOf,
  type RecoveryClaim,
  type RecordedRecoveryEvent,
  type RecoveryState,
} from './recovery-case.ts';
import { DEFAULT_RECOVERY } from './recovery-setting.ts';
import {
  agree,
  appeal,
  approveRecovery,
  deduct,
  endPlan,
  missedInstalment,
  nextDueOn,
  notice,
  openRecovery,
  proposeClosure,
  receive,
  recordMiss,
  rejectAppeal,
  sendRecoveryBack,
  warn,
  type Acting,
  type RecoveryDecided,
} from './work-recovery.ts';
import type { Refusal, Result } from '../shared/result.ts';

const CALENDAR = { weekend: [5, 6], holidays: new Set<string>() };
const acting = (by: string, today: string): Acting => ({
  by,
  today: isoDate(today),
  setting: DEFAULT_RECOVERY,
  calendar: CALENDAR,
});
const sara = acting('sara', '2026-11-12');
const fahad = acting('fahad', '2026-11-12');

const CLAIM: RecoveryClaim = {
  ground: 'changeNotReported',
  cause: 'دخل لم يُبلّغ عنه',
  visitOn: null,
  months: [
    {
      month: isoMonth('2026-09'),
      due: halalas(132_000),
      paid: halalas(198_000),
      amount: halalas(66_000),
    },
    {
      month: isoMonth('2026-10'),
      due: halalas(132_000),
      paid: halalas(166_000),
      amount: halalas(34_000),
    },
  ],
};

/** Runs steps by whoever takes them, and keeps the trail. */
class Case {
  state: RecoveryState;
  readonly events: RecordedRecoveryEvent[] = [];
  constructor(claim: RecoveryClaim = CLAIM) {
    const opened = openRecovery(claim, sara);
    if (!opened.ok) throw new Error(opened.error.code);
    this.state = opened.value.next;
    this.#keep(opened.value, 'sara');
  }

  take(by: string, step: (state: RecoveryState) => Result<RecoveryDecided, Refusal>): this {
    const done = step(this.state);
    if (!done.ok) throw new Error(done.error.code);
    this.state = done.value.next;
    this.#keep(done.value, by);
    return this;
  }

  #keep({ events }: RecoveryDecided, by: string): void {
    this.events.push(...events.map((event) => ({ by, event })));
  }
}

const approved = () => new Case().take('fahad', (state) => approveRecovery(state, fahad));
const noticed = () => approved().take('sara', (state) => notice(state, 'letter', sara));
const agreed = (count = 5, fromPension = false) =>
  noticed().take('sara', (state) =>
    agree(
      state,
      {
        consentDocumentId: 'doc',
        fromPension,
        size: { by: 'count', count },
        firstMonth: isoMonth('2026-12'),
      },
      sara,
    ),
  );
const money = (amount: number, on: IsoDate = sara.today) => ({
  amount: halalas(amount),
  on,
  reference: 'تحويل',
});

describe('instalments', () => {
  it('make up the amount, whatever it is divided by, and cover the oldest first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 10_000_000 }),
        fc.oneof(
          fc.record({ by: fc.constant('count' as const), count: fc.integer({ min: 1, max: 240 }) }),
          fc.record({
            by: fc.constant('amount' as const),
            amount: fc.integer({ min: 50_000, max: 500_000 }).map(halalas),
          }),
        ),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (amount, size, part) => {
          const planned = planInstalments(halalas(amount), size, isoMonth('2026-12'), 20);
          if (!planned.ok) throw new Error(planned.error.code);
          const instalments = planned.value;
          expect(instalments.reduce((sum, one) => sum + one.amount, 0)).toBe(amount);
          expect(instalments.every((one) => one.amount > 0)).toBe(true);
          const given = halalas(Math.floor(amount * part));
          const covered = coveredBy(instalments, given);
          expect(covered.reduce((sum, one) => sum + one, 0)).toBe(given);
          const first = covered.findIndex((one, index) => one < (instalments[index]?.amount ?? 0));
          if (first >= 0) expect(covered.slice(first + 1).every((one) => one === 0)).toBe(true);
        },
      ),
    );
  });

  it('are due by the end of each month, and run no longer than the years of the setting', () => {
    const size = { by: 'count', count: 3 } as const;
    expect(planInstalments(halalas(100), size, isoMonth('2026-12'), 20)).toMatchObject({
      value: [
        { no: 1, dueOn: '2026-12-31', amount: 33 },
        { no: 2, dueOn: '2027-01-31', amount: 33 },
        { no: 3, dueOn: '2027-02-28', amount: 34 },
      ],
    });
    const long = { by: 'amount', amount: halalas(100) } as const;
    expect(planInstalments(halalas(100_000), long, isoMonth('2026-12'), 20)).toMatchObject({
      error: { code: 'PLAN_TOO_LONG', details: { instalments: 1000, most: 240 } },
    });
  });
});

describe('a recovery', () => {
  it('is approved by another officer than demanded it', () => {
    const { state } = new Case();
    expect(state).toMatchObject({ status: 'awaitingApproval', total: 100_000 });
    expect(approveRecovery(state, sara)).toMatchObject({ error: { code: 'PROPOSED_BY_YOU' } });
    expect(approved().state.status).toBe('toNotify');
  });

  it('asks nothing before it is approved', () => {
    expect(notice(new Case().state, 'letter', sara)).toMatchObject({
      error: { code: 'RECOVERY_NOT_APPROVED' },
    });
    expect(receive(new Case().state, money(1), sara)).toMatchObject({
      error: { code: 'RECOVERY_NOT_APPROVED' },
    });
  });

  it.each([
    ['no month', [], 'NO_MONTHS_CHOSEN'],
    ['more than was paid', [{ ...CLAIM.months[0], amount: halalas(200_000) }], 'NOT_OVERPAID'],
    ['a month twice', [CLAIM.months[0], CLAIM.months[0]], 'MONTH_TWICE'],
  ] as const)('is refused for %s', (_, months, code) => {
    expect(openRecovery({ ...CLAIM, months: months as never }, sara)).toMatchObject({
      error: { code },
    });
  });

  it('leaves what was paid before the visit that found him not eligible (REG 5/2)', () => {
    const claim = {
      ...CLAIM,
      ground: 'ineligibleByVisit',
      visitOn: isoDate('2026-09-20'),
    } as const;
    expect(openRecovery(claim, sara)).toMatchObject({
      error: { code: 'MONTH_KEPT', details: { month: '2026-09' } },
    });
    const after = { ...claim, months: CLAIM.months.slice(1) };
    expect(openRecovery(after, sara).ok).toBe(true);
    expect(openRecovery({ ...claim, ground: 'falseData' }, sara).ok).toBe(true);
  });

  it('gives thirty working days to answer, then warns with fifteen more', () => {
    const one = noticed();
    expect(one.state).toMatchObject({ status: 'noticed', deadlineOn: '2026-12-24' });
    expect(warn(one.state, sara)).toMatchObject({
      error: { code: 'NOTICE_RUNS', details: { until: '2026-12-24' } },
    });
    one.take('sara', (state) => warn(state, acting('sara', '2026-12-27')));
    expect(one.state).toMatchObject({ status: 'warned', deadlineOn: '2027-01-17' });
  });

  it('stands still while an appeal is heard, and goes on with the days that were left', () => {
    const one = noticed().take('sara', (state) =>
      appeal(state, 'اعتراض', acting('sara', '2026-12-20')),
    );
    expect(one.state.status).toBe('appealed');
    expect(warn(one.state, acting('sara', '2027-03-01'))).toMatchObject({
      error: { code: 'RECOVERY_APPEALED' },
    });
    one.take('sara', (state) => rejectAppeal(state, 'رُفض', acting('sara', '2027-02-07')));
    expect(one.state).toMatchObject({ status: 'noticed', deadlineOn: '2027-02-11' });
  });

  it('ends by an accepted appeal only when another officer says so', () => {
    const one = noticed();
    const accepted = { ground: 'appealAccepted', reason: 'قُبل التظلم' } as const;
    expect(proposeClosure(one.state, accepted, sara)).toMatchObject({
      error: { code: 'NOT_APPEALED' },
    });
    one
      .take('sara', (state) => appeal(state, 'اعتراض', sara))
      .take('sara', (state) => proposeClosure(state, accepted, sara));
    expect(approveRecovery(one.state, sara)).toMatchObject({ error: { code: 'PROPOSED_BY_YOU' } });
    const back = sendRecoveryBack(one.state, 'أرفق القرار', fahad);
    expect(back).toMatchObject({ value: { next: { status: 'appealed', closure: null } } });
    one.take('fahad', (state) => approveRecovery(state, fahad));
    expect(one.state).toMatchObject({ status: 'closed', closedBy: 'fahad' });
    expect(leftOf(one.state)).toBe(100_000);
  });

  it('is kept back from the pension only where the person agreed to that', () => {
    const kept = {
      amount: halalas(20_000),
      month: isoMonth('2026-12'),
      paymentId: 'p',
      pension: halalas(132_000),
    };
    expect(deduct(agreed(5).state, kept, sara)).toMatchObject({ error: { code: 'NO_CONSENT' } });
    expect(deduct(agreed(5, true).state, kept, sara)).toMatchObject({
      value: { next: { given: 20_000 } },
    });
    expect(
      deduct(agreed(5, true).state, { ...kept, pension: halalas(20_000) }, sara),
    ).toMatchObject({
      error: { code: 'DEDUCTION_ABOVE_PENSION' },
    });
  });

  it('notes a missed instalment, waits, and then makes everything due', () => {
    const one = agreed();
    expect(nextDueOn(one.state)).toBe('2026-12-31');
    expect(missedInstalment(one.state, isoDate('2026-12-31'))).toBeNull();
    const january = acting('sara', '2027-01-03');
    expect(missedInstalment(one.state, january.today)).toBe(1);
    one.take('sara', (state) => recordMiss(state, january));
    expect(one.state).toMatchObject({ status: 'agreed', missedNo: 1, deadlineOn: '2027-02-14' });
    expect(endPlan(one.state, 'لم يسدد', january)).toMatchObject({
      error: { code: 'NOTICE_RUNS' },
    });
    const paid = receive(one.state, money(20_000, january.today), january);
    expect(paid).toMatchObject({ value: { next: { missedNo: null, deadlineOn: null } } });
    one.take('sara', (state) => endPlan(state, 'لم يسدد', acting('sara', '2027-02-15')));
    expect(one.state).toMatchObject({ status: 'noticed', plan: null });
  });

  it('ends when everything is given back, and takes no halala more', () => {
    const one = agreed().take('sara', (state) => receive(state, money(60_000), sara));
    expect(receive(one.state, money(40_001), sara)).toMatchObject({
      error: { code: 'ABOVE_LEFT', details: { left: 40_000 } },
    });
    one.take('sara', (state) => receive(state, money(40_000), sara));
    expect(one.state).toMatchObject({ status: 'paid', closedOn: sara.today });
    expect(receive(one.state, money(1), sara)).toMatchObject({ error: { code: 'RECOVERY_OVER' } });
  });

  it('stands as its events say, whatever comes in in whatever parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 12 }), (parts) => {
        const one = agreed();
        for (const part of parts) {
          const taken = receive(one.state, money(part), sara);
          if (taken.ok) one.take('sara', () => taken);
        }
        expect(recoveryStateOf(one.events)).toEqual(one.state);
        expect(one.state.given + leftOf(one.state)).toBe(one.state.total);
        expect(leftOf(one.state)).toBeGreaterThanOrEqual(0);
        expect(one.events.slice(1).reduce(recoveryAfter, new Case().state)).toEqual(one.state);
      }),
    );
  });
});

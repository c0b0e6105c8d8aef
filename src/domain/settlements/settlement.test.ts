import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MonthPayment } from '../complaints/month-facts.ts';
import type { AnyFact } from '../registry/household-fact.ts';
import type { RecoveryBasis } from '../recoveries/recovery-ground.ts';
import { halalas } from '../shared/halalas.ts';
import { addMonths, isoDate, isoMonth, type IsoMonth } from '../shared/iso-date.ts';
import { affectedMonths, firstTouched } from './affected-months.ts';
import { composeSettlement, paymentsOf, type SettlementWish } from './compose-settlement.ts';
import { settledSums, settleMonth, type MonthKnown } from './settled-month.ts';
import {
  approveSettlement,
  openSettlement,
  sendSettlementBack,
  settlementStateOf,
  withdrawSettlement,
} from './settlement.ts';

const PAID = ['settled', 'credited'] as const;
const JUNE = isoMonth('2026-06');
const TODAY = isoDate('2026-11-12');
const CLAIM = { number: '2026-000001', given: halalas(0), left: halalas(0), isOpen: true };
const BASIS: RecoveryBasis = { ground: 'changeNotReported', cause: 'لم يُبلّغ', visitOn: null };

function known(
  month: IsoMonth,
  due: number | null,
  paid: number,
  more: Partial<MonthKnown> = {},
): MonthKnown {
  return {
    month,
    before: halalas(paid),
    due: due === null ? null : halalas(due),
    payments: paid === 0 ? [] : [payment(paid)],
    kept: halalas(0),
    claims: [],
    causes: [],
    ...more,
  };
}

function payment(amount: number, more: Partial<MonthPayment> = {}): MonthPayment {
  return {
    kind: 'regular',
    status: 'credited',
    amount: halalas(amount),
    due: null,
    live: true,
    ...more,
  };
}

const settle = (month: MonthKnown) => settleMonth(month, PAID);
const wish = (months: readonly IsoMonth[], more: Partial<SettlementWish> = {}): SettlementWish => ({
  source: { type: 'correction', number: null },
  reason: 'تابعة أُضيفت من يونيو',
  months,
  recovery: null,
  consentDocumentId: null,
  ...more,
});

describe('what a month is owed', () => {
  it('is what is due as known now, less what arrived', () => {
    expect(settle(known(JUNE, 198_000, 132_000))).toMatchObject({
      paid: 132_000,
      difference: 66_000,
      standing: 'owed',
    });
  });

  it.each([
    ['is on its way', payment(132_000, { status: 'sent' }), 66_000],
    ['is only prepared', payment(132_000, { status: 'prepared' }), 66_000],
    [
      'a bank gave back, which is resumed and not paid twice',
      payment(132_000, { status: 'returned' }),
      66_000,
    ],
    ['was cancelled', payment(132_000, { status: 'cancelled' }), 198_000],
    [
      'gave its place to another attempt',
      payment(132_000, { status: 'rejected', live: false }),
      198_000,
    ],
    ['takes money back and pays no month', payment(132_000, { kind: 'recovery' }), 198_000],
  ] as const)('counts a payment that %s', (_, one, difference) => {
    expect(settle(known(JUNE, 198_000, 0, { payments: [one] })).difference).toBe(difference);
  });

  it('is nothing where no household was known', () => {
    expect(settle(known(JUNE, null, 132_000))).toMatchObject({
      difference: 0,
      standing: 'unknown',
    });
  });

  it('does not claim a second time what a recovery claims', () => {
    const claims = [{ ...CLAIM, left: halalas(66_000) }];
    expect(settle(known(JUNE, 132_000, 198_000, { claims })).standing).toBe('even');
  });

  it.each([
    ['what was given back is owed again', { given: 66_000, left: 0, isOpen: false }, 66_000],
    ['what was let go is not paid a second time', { given: 0, left: 66_000, isOpen: false }, 0],
  ] as const)('after a recovery that was no debt: %s', (_, claim, difference) => {
    const { given, left, isOpen } = claim;
    const claims = [{ ...CLAIM, given: halalas(given), left: halalas(left), isOpen }];
    expect(settle(known(JUNE, 198_000, 198_000, { claims })).difference).toBe(difference);
  });

  it('tells what the causes leave: another sum was paid than was found', () => {
    const cause = {
      code: 'dependantAdded',
      amount: halalas(66_000),
      text: { ar: 'تابع', en: 'x' },
    };
    const month = settle(
      known(JUNE, 198_000, 100_000, { before: halalas(132_000), causes: [cause] }),
    );
    expect(month.causes).toMatchObject([cause, { code: 'paidOtherwise', amount: 32_000 }]);
  });

  it('tells a difference that was paid since from another sum that was paid then', () => {
    const text = { ar: 'تابع', en: 'x' };
    const cause = { code: 'dependantAdded', amount: halalas(66_000), text };
    const payments = [payment(132_000), payment(66_000, { kind: 'difference' })];
    const month = settle(
      known(JUNE, 198_000, 0, { before: halalas(132_000), causes: [cause], payments }),
    );
    expect(month.standing).toBe('even');
    expect(month.causes).toMatchObject([cause, { code: 'differencePaid', amount: -66_000 }]);
  });
});

const monthsArbitrary = fc
  .array(
    fc.record({
      due: fc.option(fc.integer({ min: 0, max: 500_000 })),
      paid: fc.integer({ min: 0, max: 500_000 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => rows.map(({ due, paid }, index) => known(addMonths(JUNE, index), due, paid)));

/** What each month would say after the settlement was approved and its payments prepared. */
function afterwards(months: readonly MonthKnown[], isNetted: boolean) {
  const settled = months.map(settle);
  const chosen = settled.filter(({ difference }) => difference !== 0).map(({ month }) => month);
  const consentDocumentId = isNetted ? 'doc' : null;
  const plan = composeSettlement(settled, wish(chosen, { recovery: BASIS, consentDocumentId }));
  if (!plan.ok) return null;
  const next = months.map((month) => {
    const planned = plan.value.plan.find((one) => one.month === month.month);
    const paid = paymentsOf(plan.value).find((one) => one.month === month.month);
    if (planned === undefined) return month;
    return {
      ...month,
      payments: [
        ...month.payments,
        ...(paid ? [payment(paid.amount, { kind: 'difference', status: 'prepared' })] : []),
      ],
      kept: halalas(planned.difference > 0 ? planned.netted : 0),
      claims:
        planned.difference < 0
          ? [
              {
                ...CLAIM,
                given: planned.netted,
                left: halalas(0 - planned.difference - planned.netted),
              },
            ]
          : [],
    };
  });
  return { plan: plan.value, next };
}

describe('a settlement', () => {
  it('pays what is due less what was paid, and asks the rest back: nothing is lost', () => {
    fc.assert(
      fc.property(monthsArbitrary, fc.boolean(), (months, isNetted) => {
        const settled = months.map(settle);
        const { due, paid, owed, overpaid } = settledSums(settled);
        expect(owed - overpaid).toBe(due - paid);
        const done = afterwards(months, isNetted);
        if (done === null) return;
        const { pays, recovers, netted, plan } = done.plan;
        expect(pays - (recovers - netted)).toBe(due - paid);
        expect(pays).toBe(paymentsOf(done.plan).reduce((sum, { amount }) => sum + amount, 0));
        expect(plan.reduce((sum, one) => sum + one.difference, 0)).toBe(due - paid);
      }),
    );
  });

  it('once approved leaves nothing to settle: asking again pays nothing twice', () => {
    fc.assert(
      fc.property(monthsArbitrary, fc.boolean(), (months, isNetted) => {
        const done = afterwards(months, isNetted);
        if (done === null) return;
        const again = done.next.map(settle);
        expect(again.every(({ difference }) => difference === 0)).toBe(true);
      }),
    );
  });

  it('is the same in whatever order its months are given', () => {
    fc.assert(
      fc.property(monthsArbitrary, fc.func(fc.integer()), (months, key) => {
        const settled = months.map(settle).filter(({ difference }) => difference !== 0);
        const shuffled = settled.toSorted((one, two) => key(one.month) - key(two.month));
        const of = (list: typeof settled) =>
          composeSettlement(
            list,
            wish(
              list.map(({ month }) => month),
              { recovery: BASIS },
            ),
          );
        expect(of(shuffled)).toEqual(of(settled));
      }),
    );
  });

  const owed = settle(known(JUNE, 198_000, 132_000));
  const overpaid = settle(known(addMonths(JUNE, 1), 132_000, 232_000));

  it('never sets one month against another without the recorded consent', () => {
    const both = [owed.month, overpaid.month];
    expect(composeSettlement([owed, overpaid], wish(both, { recovery: BASIS }))).toMatchObject({
      value: { pays: 66_000, recovers: 100_000, netted: 0 },
    });
    const agreed = wish(both, { recovery: BASIS, consentDocumentId: 'doc' });
    expect(composeSettlement([owed, overpaid], agreed)).toMatchObject({
      value: { pays: 0, recovers: 100_000, netted: 66_000 },
    });
  });

  it.each([
    ['no month is chosen', [], {}, 'NO_MONTHS_CHOSEN'],
    ['a month is not affected', [isoMonth('2020-01')], {}, 'NOT_AFFECTED'],
    ['money is asked back without a ground', [overpaid.month], {}, 'RECOVERY_GROUND_NEEDED'],
    ['there is nothing to set off', [owed.month], { consentDocumentId: 'doc' }, 'NOTHING_TO_NET'],
    [
      'it was paid before the visit (REG 5/2)',
      [overpaid.month],
      { recovery: { ground: 'ineligibleByVisit', cause: 'زيارة', visitOn: isoDate('2026-07-20') } },
      'MONTH_KEPT',
    ],
  ] as const)('is refused where %s', (_, months, more, code) => {
    expect(composeSettlement([owed, overpaid], wish(months, more))).toMatchObject({
      error: { code },
    });
  });

  it('does not pay a month of which a recovery still asks money back', () => {
    const claims = [{ ...CLAIM, number: '2026-000007', left: halalas(1_000) }];
    const month = settle(known(JUNE, 198_000, 132_000, { claims }));
    expect(composeSettlement([month], wish([JUNE]))).toMatchObject({
      error: { code: 'RECOVERY_OPEN', details: { number: '2026-000007', month: JUNE } },
    });
  });

  const plan = composeSettlement([owed], wish([JUNE]));
  if (!plan.ok) throw new Error(plan.error.code);
  const { next, events } = openSettlement(plan.value, 'sara', TODAY);

  it('is approved by another officer than proposed it', () => {
    expect(approveSettlement(next, [owed], 'sara', TODAY)).toMatchObject({
      error: { code: 'PROPOSED_BY_YOU' },
    });
    expect(approveSettlement(next, [owed], 'fahad', TODAY)).toMatchObject({
      value: { next: { status: 'approved' } },
    });
  });

  it('is not approved when a month was paid meanwhile', () => {
    const meanwhile = settle(known(JUNE, 198_000, 198_000));
    expect(approveSettlement(next, [meanwhile], 'fahad', TODAY)).toMatchObject({
      error: { code: 'RECORDS_CHANGED', details: { month: JUNE } },
    });
  });

  it('is sent back by another, and taken back by whoever proposed it', () => {
    expect(sendSettlementBack(next, 'انظر يوليو', 'sara')).toMatchObject({
      error: { code: 'PROPOSED_BY_YOU' },
    });
    expect(sendSettlementBack(next, 'انظر يوليو', 'fahad')).toMatchObject({
      value: { next: { status: 'sentBack' } },
    });
    expect(withdrawSettlement(next, 'fahad', TODAY)).toMatchObject({
      error: { code: 'NOT_YOURS' },
    });
  });

  it('stands as its events say', () => {
    expect(settlementStateOf(events.map((event) => ({ by: 'sara', event })))).toEqual(next);
  });
});

describe('the months that a correction touches', () => {
  const fact = (validFrom: string, recordedIn: number, more: Partial<AnyFact> = {}): AnyFact =>
    ({
      seq: recordedIn,
      record: recordedIn,
      kind: 'income',
      subject: 0,
      data: { type: 'wage', amount: halalas(100), per: 'month', source: '' },
      validFrom: isoDate(validFrom),
      validTo: null,
      recordedIn,
      supersededIn: null,
      ...more,
    }) as AnyFact;
  const made = ['2026-05', '2026-06', '2026-07'].map((month, index) => ({
    month: isoMonth(month),
    knownAt: 10 + index,
  }));

  it('begin with the first that was paid without knowing it', () => {
    expect(firstTouched([fact('2026-01-01', 5), fact('2026-06-01', 20)], made)).toBe('2026-06');
    expect(firstTouched([fact('2026-01-01', 12)], made)).toBe('2026-05');
  });

  it('are none where nothing is known otherwise, or only a telephone', () => {
    expect(firstTouched([fact('2026-01-01', 5)], made)).toBeNull();
    expect(firstTouched([fact('2026-01-01', 20, { kind: 'contact' } as never)], made)).toBeNull();
    expect(firstTouched([fact('2026-01-01', 20, { supersededIn: 21 })], made)).toBeNull();
  });

  it('reach to the last that was paid, and no further back than the setting allows', () => {
    const months = affectedMonths(isoMonth('2026-01'), isoMonth('2026-11'), TODAY, null);
    expect(months).toHaveLength(11);
    expect(affectedMonths(isoMonth('2026-01'), isoMonth('2026-11'), TODAY, 5)).toEqual([
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    expect(affectedMonths(null, isoMonth('2026-11'), TODAY, null)).toEqual([]);
  });
});

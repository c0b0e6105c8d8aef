import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halalas, type Halalas } from '../shared/halalas.ts';
import { addMonths, isoMonth } from '../shared/iso-date.ts';
import { COMPLAINT_OUTCOMES, MONTH_FINDINGS, type MonthFinding } from './complaint-status.ts';
import type { MonthFacts } from './month-facts.ts';
import { composeProposal, type ClaimedMonth } from './propose-complaint.ts';

const SEPTEMBER = isoMonth('2026-09');
const OCTOBER = isoMonth('2026-10');

function claimed(
  month = SEPTEMBER,
  credited = 1300,
  returned = 0,
  claim = 660,
  pending = 0,
): ClaimedMonth {
  const facts: MonthFacts = {
    due: halalas(1960),
    sent: halalas(credited + returned + pending),
    credited: halalas(credited),
    returned: halalas(returned),
    pending: halalas(pending),
    withheld: halalas(0),
    accounted: halalas(credited + returned + pending),
    difference: halalas(1960 - credited - returned - pending),
    suggestedFinding: 'shortfallProven',
  };
  return { month, claimed: halalas(claim), facts };
}

const found = (finding: MonthFinding, due = 1960, month = SEPTEMBER) => ({
  month,
  finding,
  due: halalas(due),
});
const reasoning = 'ثبت من السجلات';

describe('a proposal', () => {
  it.each([
    [
      'a shortfall that the records show',
      'accepted',
      [claimed()],
      [found('shortfallProven')],
      null,
    ],
    [
      'a shortfall where nothing is missing',
      'accepted',
      [claimed(SEPTEMBER, 1960)],
      [found('shortfallProven')],
      'NO_SHORTFALL',
    ],
    [
      'paid in full while something is missing',
      'rejected',
      [claimed()],
      [found('paidInFull')],
      'SHORTFALL_LEFT',
    ],
    [
      'paid in full where it was',
      'rejected',
      [claimed(SEPTEMBER, 1960)],
      [found('paidInFull')],
      null,
    ],
    [
      'returned by a bank that returned nothing',
      'rejected',
      [claimed(SEPTEMBER, 0)],
      [found('bankReturned')],
      'NOT_RETURNED',
    ],
    [
      'returned whole by the bank',
      'rejected',
      [claimed(SEPTEMBER, 0, 1960)],
      [found('bankReturned')],
      null,
    ],
    [
      'returned, yet less than was due',
      'rejected',
      [claimed(SEPTEMBER, 0, 1300)],
      [found('bankReturned')],
      'SHORTFALL_LEFT',
    ],
    ['not due, yet with a sum', 'rejected', [claimed()], [found('notDue')], 'DUE_NOT_ZERO'],
    ['not due', 'rejected', [claimed()], [found('notDue', 0)], null],
    ['a negative sum', 'rejected', [claimed()], [found('notDue', -1)], 'NEGATIVE_AMOUNT'],
    [
      'a month left out',
      'accepted',
      [claimed(), claimed(OCTOBER)],
      [found('shortfallProven')],
      'MONTH_MISSING',
    ],
    [
      'a month that was not claimed',
      'accepted',
      [claimed()],
      [found('shortfallProven'), found('shortfallProven', 1960, OCTOBER)],
      'MONTH_NOT_CLAIMED',
    ],
    [
      'a month twice',
      'accepted',
      [claimed()],
      [found('shortfallProven'), found('paidInFull')],
      'MONTH_TWICE',
    ],
    [
      'accepted without a proven shortfall',
      'accepted',
      [claimed(SEPTEMBER, 1960)],
      [found('paidInFull')],
      'NO_SHORTFALL_PROVEN',
    ],
    [
      'partly accepted without one',
      'partlyAccepted',
      [claimed(SEPTEMBER, 1960)],
      [found('paidInFull')],
      'NO_SHORTFALL_PROVEN',
    ],
    ['rejected with one', 'rejected', [claimed()], [found('shortfallProven')], 'SHORTFALL_PROVEN'],
    [
      'partly accepted with all that was claimed',
      'partlyAccepted',
      [claimed()],
      [found('shortfallProven')],
      'NOTHING_REFUSED',
    ],
    [
      'partly accepted with less than was claimed',
      'partlyAccepted',
      [claimed(SEPTEMBER, 1300, 0, 900)],
      [found('shortfallProven')],
      null,
    ],
    [
      'partly accepted with one month of two',
      'partlyAccepted',
      [claimed(), claimed(OCTOBER, 1960)],
      [found('shortfallProven'), found('paidInFull', 1960, OCTOBER)],
      null,
    ],
  ] as const)('with %s', (_name, outcome, claim, months, code) => {
    const composed = composeProposal(claim, { outcome, reasoning, months });
    expect(composed.ok ? null : composed.error.code).toBe(code);
  });

  it('pays what is proven and nothing that the bank gave back', () => {
    const composed = composeProposal([claimed(), claimed(OCTOBER, 0, 1960)], {
      outcome: 'accepted',
      reasoning,
      months: [found('shortfallProven'), found('bankReturned', 1960, OCTOBER)],
    });
    expect(composed).toMatchObject({
      value: { total: 660, months: [{ difference: 660 }, { paid: 1960, difference: 0 }] },
    });
  });

  it('never lets an overpaid month lower what another month is owed', () => {
    const composed = composeProposal([claimed(), claimed(OCTOBER, 2500)], {
      outcome: 'accepted',
      reasoning,
      months: [found('shortfallProven'), found('paidInFull', 1960, OCTOBER)],
    });
    expect(composed).toMatchObject({ value: { total: 660 } });
  });

  it('whatever is entered, adds up or is refused', () => {
    const amount = fc.integer({ min: 0, max: 500_000 });
    const month = fc.record({
      credited: amount,
      returned: amount,
      claim: amount,
      due: amount,
      finding: fc.constantFrom(...MONTH_FINDINGS),
    });
    fc.assert(
      fc.property(
        fc.array(month, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...COMPLAINT_OUTCOMES),
        (drafts, outcome) => {
          const at = (index: number) => addMonths(SEPTEMBER, index);
          const composed = composeProposal(
            drafts.map((draft, index) =>
              claimed(at(index), draft.credited, draft.returned, draft.claim),
            ),
            {
              outcome,
              reasoning,
              months: drafts.map(({ finding, due }, index) => found(finding, due, at(index))),
            },
          );
          if (!composed.ok) return;
          const { months, total } = composed.value;
          for (const one of months) expect(one.difference).toBe(one.due - one.paid);
          const owed = months.map(({ difference }) => Math.max(difference, 0));
          expect(total).toBe(owed.reduce((sum, part) => sum + part, 0) as Halalas);
          const proven = months.some(({ finding }) => finding === 'shortfallProven');
          expect(proven).toBe(outcome !== 'rejected');
          expect(total > 0).toBe(outcome !== 'rejected');
        },
      ),
    );
  });
});

describe('a month whose payment is still at the bank', () => {
  const propose = (outcome: 'accepted' | 'partlyAccepted' | 'rejected') =>
    composeProposal([claimed(SEPTEMBER, 1300), claimed(OCTOBER, 0, 0, 1960, 1960)], {
      outcome,
      reasoning,
      months: [found('shortfallProven'), found('pending', 1960, OCTOBER)],
    });

  it('is neither granted nor refused: only the other months can be accepted', () => {
    expect(propose('accepted')).toMatchObject({ error: { code: 'PAYMENT_PENDING' } });
    expect(propose('rejected')).toMatchObject({ error: { code: 'PAYMENT_PENDING' } });
    expect(propose('partlyAccepted')).toMatchObject({ ok: true, value: { total: 660 } });
  });

  it('is never paid a second time as a shortfall', () => {
    expect(
      composeProposal([claimed(SEPTEMBER, 0, 0, 1960, 1960)], {
        outcome: 'accepted',
        reasoning,
        months: [found('shortfallProven')],
      }),
    ).toMatchObject({ error: { code: 'NO_SHORTFALL' } });
  });
});

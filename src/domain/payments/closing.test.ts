import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Halalas } from '../shared/halalas.ts';
import { isoDate } from '../shared/iso-date.ts';
import { closingChecks, mayClose, type ClosingFacts } from './closing.ts';

const money = (count: number, amount: number) => ({ count, amount: amount as Halalas });
const nothing = money(0, 0);

const CLEAN: ClosingFacts = {
  payDate: isoDate('2026-11-01'),
  today: isoDate('2026-11-20'),
  unanswered: nothing,
  prepared: nothing,
  proposals: nothing,
  exceptions: [],
  standing: {
    sent: money(10, 1000),
    paid: money(7, 700),
    rejected: money(1, 100),
    returned: money(1, 100),
    open: money(1, 100),
    planned: nothing,
  },
};

const failing = (change: Partial<ClosingFacts>) =>
  closingChecks({ ...CLEAN, ...change })
    .filter(({ passed }) => !passed)
    .map(({ id, count, amount }) => [id, count, amount]);

describe('closing a cycle', () => {
  it('is open to a cycle in which everything is answered or explained', () => {
    expect(mayClose(closingChecks(CLEAN))).toBe(true);
  });

  it.each([
    ['before its pay day', { today: isoDate('2026-10-31') }, ['payDate', 1, 0]],
    ['with payments not sent', { prepared: money(2, 500) }, ['prepared', 2, 500]],
    ['with proposals undecided', { proposals: money(1, 300) }, ['proposals', 1, 300]],
    ['with payments unanswered', { unanswered: money(3, 900) }, ['answered', 3, 900]],
    [
      'with exceptions',
      { exceptions: [{ kind: 'unknownId', ...money(2, 70) }] },
      ['exceptions', 2, 70],
    ],
    [
      'with a statement that does not balance',
      { exceptions: [{ kind: 'balanceBreak', ...money(1, 5) }] },
      ['balanceBreaks', 1, 5],
    ],
    [
      'with a payment that is nowhere',
      { standing: { ...CLEAN.standing, open: nothing } },
      ['totals', 1, 100],
    ],
    [
      'with an amount that differs',
      { standing: { ...CLEAN.standing, open: money(1, 99) } },
      ['totals', 1, 1],
    ],
  ] as const)('%s is refused, with what is missing', (_, change, missing) => {
    expect(failing(change)).toEqual([missing]);
  });

  it('counts exceptions by kind, the balance apart', () => {
    const exceptions = [
      { kind: 'returned', ...money(2, 20) },
      { kind: 'balanceBreak', ...money(1, 0) },
      { kind: 'noAnswer', ...money(4, 40) },
    ];
    const checks = closingChecks({ ...CLEAN, exceptions });
    expect(checks.find(({ id }) => id === 'exceptions')?.kinds.map(({ kind }) => kind)).toEqual([
      'returned',
      'noAnswer',
    ]);
    expect(checks.find(({ id }) => id === 'exceptions')?.count).toBe(6);
  });

  it('never passes while anything is left, whatever it is', () => {
    const part = fc.record({ count: fc.nat(3), amount: fc.nat(1000) });
    fc.assert(
      fc.property(part, part, part, part, (unanswered, prepared, proposals, exception) => {
        const facts = {
          ...CLEAN,
          unanswered: money(unanswered.count, unanswered.amount),
          prepared: money(prepared.count, prepared.amount),
          proposals: money(proposals.count, proposals.amount),
          exceptions: [{ kind: 'rejected', ...money(exception.count, exception.amount) }],
        };
        const left = unanswered.count + prepared.count + proposals.count + exception.count;
        expect(mayClose(closingChecks(facts))).toBe(left === 0);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCEPTION_KINDS } from '../../../domain/reconciliation/exception-kind.ts';
import { REQUIRED_ACTIONS } from '../../../domain/reconciliation/reason-code.ts';
import { requiredActionOf, sideOf } from '../../../domain/reconciliation/required-action.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import { queueGroups, type SortCount } from './work-queues.ts';

const anyCount = fc
  .record({
    kind: fc.constantFrom(...EXCEPTION_KINDS),
    reason: fc.constantFrom(...REQUIRED_ACTIONS),
    count: fc.integer({ min: 1, max: 1000 }),
    amount: fc.integer({ min: 0, max: 1_000_000 }),
    day: fc.integer({ min: 10, max: 28 }),
  })
  .map(({ kind, reason, count, amount, day }): SortCount => {
    const action = requiredActionOf(kind, { action: reason });
    return {
      action,
      side: sideOf(action),
      kind,
      reasonList: 'status',
      reasonCode: reason.slice(0, 4),
      count,
      amount: halalas(amount),
      oldest: `2026-11-${day}T08:00:00.000Z` as IsoInstant,
      due: 0,
      title: null,
    };
  });

describe('the queues on view', () => {
  it('hold every exception once, with its amount, and the age of the oldest', () => {
    fc.assert(
      fc.property(fc.array(anyCount, { maxLength: 40 }), (counts) => {
        const groups = queueGroups(counts);
        const queues = groups.flatMap((group) => group.queues);
        const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
        expect(sum(groups.map(({ count }) => count))).toBe(sum(counts.map(({ count }) => count)));
        expect(sum(queues.map(({ amount }) => amount))).toBe(
          sum(counts.map(({ amount }) => amount)),
        );
        expect(new Set(queues.map(({ action }) => action)).size).toBe(queues.length);
        expect(queues.flatMap(({ sorts }) => sorts)).toHaveLength(counts.length);
        for (const { oldest, sorts } of queues) {
          expect(sorts.every((sort) => oldest <= sort.oldest)).toBe(true);
        }
      }),
    );
  });
});

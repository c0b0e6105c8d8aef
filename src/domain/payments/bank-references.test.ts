import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, isoMonth } from '../shared/iso-date.ts';
import { batchReference, instructionIdOf, parseBatchReference } from './bank-references.ts';
import { PAYMENT_KINDS } from './payment-status.ts';

describe('the references of a batch', () => {
  it('name month, list and kind', () => {
    const month = isoMonth('2026-11');
    expect(batchReference({ month, list: 1, kind: 'regular' })).toBe('SSB202611-R');
    expect(batchReference({ month, list: 2, kind: 'retroactive' })).toBe('SSB202611L2-A');
    expect(batchReference({ month, list: 1, kind: null })).toBe('SSB202611');
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(...PAYMENT_KINDS, null),
        (months, list, kind) => {
          const reference = { month: addMonths(isoMonth('2022-01'), months), list, kind };
          const text = batchReference(reference);
          expect(text.length).toBeLessThanOrEqual(35);
          expect(parseBatchReference(text)).toEqual(reference);
        },
      ),
    );
  });

  it.each(['SSB202613-R', 'SSB202611-X', 'xSSB202611', 'SSB202611-R ', ''])(
    '«%s» is none of ours',
    (text) => {
      expect(parseBatchReference(text)).toBeNull();
    },
  );
});

it('an instruction id has the cycle and six digits', () => {
  expect(instructionIdOf(59, 123)).toBe('INS59-000123');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { households } from '../../../domain/entitlement/testing/household-arbitrary.ts';
import { readCalculationInput } from '../../../domain/entitlement/read-calculation-input.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { isoDate, isoMonth } from '../../../domain/shared/iso-date.ts';
import { draftOf, emptyDraft, householdOf, withDependant, withoutDependant } from './draft.ts';

const today = isoDate('2026-11-22');
const empty = emptyDraft(isoMonth('2026-12'));

describe('a household that is being typed', () => {
  it('is a sum from the first moment', () => {
    expect(readCalculationInput(householdOf(empty), today).ok).toBe(true);
    const alone = { ...empty, kind: 'independent' as const };
    expect(readCalculationInput(householdOf(alone), today).ok).toBe(true);
  });

  it('counts a row once it has its figure', () => {
    const wage = { person: 'head', type: 'wage', amount: null, per: 'month' } as const;
    const cars = { person: 'head', type: 'car', value: null, count: Number.NaN } as const;
    const typing = { ...empty, incomes: [wage], assets: [cars] };
    expect(householdOf(typing)).toMatchObject({ incomes: [], assets: [] });
    const done = {
      ...typing,
      incomes: [{ ...wage, amount: halalas(5) }],
      assets: [{ ...cars, count: 2 }],
    };
    expect(householdOf(done)).toMatchObject({
      incomes: [{ person: 'head', type: 'wage', monthly: 5 }],
      assets: [{ person: 'head', type: 'car', count: 2 }],
    });
    const days = { ...empty, head: { ...empty.head, daysAbroad: Number.NaN } };
    expect(householdOf(days)).toBeNull();
  });

  it('keeps dependants apart, and what one had goes with him', () => {
    const two = withDependant(withDependant(empty));
    expect(two.dependants.map(({ id, relation }) => [id, relation])).toEqual([
      ['1', 'spouse'],
      ['2', 'child'],
    ]);
    const rent = { person: '1', type: 'rent', amount: halalas(9), per: 'year' } as const;
    const left = withoutDependant({ ...two, incomes: [rent] }, 0);
    expect(left).toMatchObject({ dependants: [{ id: '2' }], incomes: [] });
    expect(withDependant(left).dependants.map(({ id }) => id)).toEqual(['2', '3']);
    const alone = { ...two, kind: 'independent' as const, incomes: [rent] };
    expect(householdOf(alone)).toMatchObject({ dependants: [], incomes: [], families: 1 });
  });

  it('is a known one as it was, as long as nothing is changed', () => {
    fc.assert(
      fc.property(households, (input) => {
        const asked = readCalculationInput(householdOf(draftOf(input)), today);
        const known = readCalculationInput(input, today);
        if (!known.ok || input.kind === 'independent') return;
        const { head, ...rest } = known.value.input;
        expect(asked).toEqual({
          ok: true,
          value: { input: { ...rest, head: { ...head, dwellingProven: true } }, settings: {} },
        });
      }),
    );
  });
});

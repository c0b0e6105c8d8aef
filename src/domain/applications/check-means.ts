import { isIsoDate, type IsoDate } from '../shared/iso-date.ts';
import type { IntakeAsset, IntakeIncome, IntakeProblem, IntakeStay } from './intake.ts';

/** Nobody who applies has a hundred million riyals, and no slip of the keyboard becomes one. */
const ABSURD_HALALAS = 10_000_000_000;
const ABSURD_COUNT = 100;

export function checkIncome({ type, amount }: IntakeIncome, path: string): IntakeProblem[] {
  return [
    ...(type === null ? [{ path: `${path}.type`, code: 'FIELD_MISSING' }] : []),
    ...wrongAmount(amount, `${path}.amount`),
  ];
}

export function checkAsset({ type, value, count }: IntakeAsset, path: string): IntakeProblem[] {
  if (type === null) return [{ path: `${path}.type`, code: 'FIELD_MISSING' }];
  if (type === 'car' || type === 'domesticWorkers') return wrongCount(count, `${path}.count`);
  return [
    // What a dwelling is worth need not be known: the main one never counts (REG 11).
    ...(value === null && type !== 'liquid' ? [] : wrongAmount(value, `${path}.value`)),
    ...(count === null ? [] : wrongCount(count, `${path}.count`)),
  ];
}

export function checkStay(
  { place, from, to }: IntakeStay,
  path: string,
  today: IsoDate,
): IntakeProblem[] {
  const problems: IntakeProblem[] = [];
  const add = (field: string, code: string) => problems.push({ path: `${path}.${field}`, code });
  if (place === null) add('place', 'FIELD_MISSING');
  if (from.trim() === '') add('from', 'FIELD_MISSING');
  else if (!isIsoDate(from)) add('from', 'DATE_IMPOSSIBLE');
  else if (from > today) add('from', 'DATE_IN_FUTURE');
  if (to.trim() !== '') {
    if (!isIsoDate(to)) add('to', 'DATE_IMPOSSIBLE');
    else if (isIsoDate(from) && to <= from) add('to', 'STAY_ENDS_BEFORE');
  }
  return problems;
}

function wrongAmount(amount: number | null, path: string): IntakeProblem[] {
  if (amount === null) return [{ path, code: 'FIELD_MISSING' }];
  if (amount < 0) return [{ path, code: 'AMOUNT_NEGATIVE' }];
  return amount >= ABSURD_HALALAS ? [{ path, code: 'AMOUNT_ABSURD' }] : [];
}

function wrongCount(count: number | null, path: string): IntakeProblem[] {
  if (count === null) return [{ path, code: 'FIELD_MISSING' }];
  return count < 0 || count > ABSURD_COUNT ? [{ path, code: 'COUNT_ABSURD' }] : [];
}

import { checkFact, type StatedData } from '../registry/check-fact.ts';
import { HEAD } from '../registry/household-fact.ts';
import { halalas, MAX_HALALAS } from '../shared/halalas.ts';
import { isIsoDate, type IsoDate } from '../shared/iso-date.ts';
import type { IntakeAsset, IntakeIncome, IntakeProblem, IntakeStay } from './intake.ts';

/** What the registry would not take, at the field of the list. */
function problemsOf(
  stated: StatedData,
  path: string,
  today: IsoDate,
  from: IsoDate = today,
  to: IsoDate | null = null,
): IntakeProblem[] {
  const { problem } = checkFact({ ...stated, subject: HEAD, from, to }, today);
  if (problem === null) return [];
  const { code, field, details } = problem;
  return [{ path: `${path}.${field}`, code, ...(details === undefined ? {} : { details }) }];
}

export function checkIncome(
  { type, amount, per, from }: IntakeIncome,
  path: string,
  today: IsoDate,
): IntakeProblem[] {
  const missing = missingOf(path, { type, amount });
  if (amount === null) return missing;
  if (isBeyond(amount)) return [...missing, beyond(`${path}.amount`, amount)];
  const data = { type: type ?? 'wage', amount: halalas(amount), per, from };
  return [...missing, ...problemsOf({ kind: 'income', data }, path, today)];
}

export function checkAsset(
  { type, value, count, description }: IntakeAsset,
  path: string,
  today: IsoDate,
): IntakeProblem[] {
  if (type === null) return missingOf(path, { type });
  if (value !== null && isBeyond(value)) return [beyond(`${path}.value`, value)];
  const worth = value === null ? null : halalas(value);
  return problemsOf(
    { kind: 'asset', data: { type, value: worth, count, description } },
    path,
    today,
  );
}

export function checkStay(
  { place, where, from, to }: IntakeStay,
  path: string,
  today: IsoDate,
): IntakeProblem[] {
  const missing = missingOf(path, { place, from: from.trim() === '' ? null : from });
  const wrong = Object.entries({ from, to })
    .filter(([, day]) => day.trim() !== '' && !isIsoDate(day))
    .map(([field]) => ({ path: `${path}.${field}`, code: 'DATE_IMPOSSIBLE' }));
  if (missing.length > 0 || wrong.length > 0 || place === null) return [...missing, ...wrong];
  return problemsOf(
    { kind: 'stay', data: { place, where } },
    path,
    today,
    from as IsoDate,
    to.trim() === '' ? null : (to as IsoDate),
  );
}

/** What is no amount of money at all. */
function isBeyond(amount: number): boolean {
  return !Number.isInteger(amount) || Math.abs(amount) >= MAX_HALALAS;
}

function beyond(path: string, amount: number): IntakeProblem {
  return { path, code: amount < 0 ? 'AMOUNT_NEGATIVE' : 'AMOUNT_ABSURD' };
}

function missingOf(path: string, fields: Readonly<Record<string, unknown>>): IntakeProblem[] {
  return Object.entries(fields)
    .filter(([, value]) => value === null)
    .map(([field]) => ({ path: `${path}.${field}`, code: 'FIELD_MISSING' }));
}

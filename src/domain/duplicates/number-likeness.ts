import { checkNationalId } from '../registry/national-id.ts';
import { latinDigits } from '../shared/search-key.ts';
import { isOneSlip } from './one-slip.ts';

/** Digits alone, Latin: however a number was typed. */
const digitsOf = (text: string): string =>
  /^\d*$/.test(text) ? text : latinDigits(text).replace(/\D/g, '');

/** `55XXXXXXX`: the national part of a mobile number in any of its forms; null for anything else. */
export function phoneKey(text: string | null): string | null {
  return /^(?:00966|966|0)?(5\d{8})$/.exec(digitsOf(text ?? ''))?.[1] ?? null;
}

/** A national id in its one form. */
export const nationalIdKey = (text: string): string => digitsOf(text);

/** `mistyped`: a slip apart, and one of the two has a wrong check digit; `slip` where both are numbers that could be given. */
export type IdLikeness = 'same' | 'mistyped' | 'slip' | 'differs';

/** Of two ids in their one form. */
export function idLikeness(left: string, right: string): IdLikeness {
  if (left === right) return 'same';
  if (!isOneSlip(left, right)) return 'differs';
  return checkNationalId(left).ok && checkNationalId(right).ok ? 'slip' : 'mistyped';
}

/** The numbers that may have been meant by one with a wrong check digit; none for a number that is right. */
export function meantIds(id: string): readonly string[] {
  if (checkNationalId(id).ok) return [];
  const meant = new Set<string>();
  const add = (candidate: string): void => {
    if (checkNationalId(candidate).ok) meant.add(candidate);
  };
  for (let at = 0; at <= id.length; at += 1) {
    const [before, rest] = [id.slice(0, at), id.slice(at)];
    add(before + rest.slice(1));
    add(before + rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2));
    for (let digit = 0; digit < 10; digit += 1) {
      add(`${before}${digit}${rest.slice(1)}`);
      add(`${before}${digit}${rest}`);
    }
  }
  return [...meant];
}

export type PhoneLikeness = 'same' | 'slip' | 'unknown' | 'differs';

/** Of two phones in their one form. */
export function phoneLikeness(left: string | null, right: string | null): PhoneLikeness {
  if (left === null || right === null) return 'unknown';
  if (left === right) return 'same';
  return isOneSlip(left, right) ? 'slip' : 'differs';
}

export interface HeldIban {
  readonly iban: string;
  /** Whether it is the account paid to today. */
  readonly current: boolean;
}

/** `shared`: both are paid to it today; `sharedOnce`: one of them was, at some time. */
export type IbanLikeness = 'shared' | 'sharedOnce' | 'unknown' | 'differs';

export function ibanLikeness(one: readonly HeldIban[], other: readonly HeldIban[]): IbanLikeness {
  if (one.length === 0 || other.length === 0) return 'unknown';
  const common = one.flatMap((left) =>
    other.filter(({ iban }) => iban === left.iban).map((right) => left.current && right.current),
  );
  if (common.length === 0) return 'differs';
  return common.includes(true) ? 'shared' : 'sharedOnce';
}

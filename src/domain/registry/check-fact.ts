import { saudiMobile } from '../deliveries/addresses.ts';
import { daysBetween, isIsoDate, type IsoDate } from '../shared/iso-date.ts';
import type { Refusal } from '../shared/result.ts';
import { latinDigits } from '../shared/search-key.ts';
import { readTypedDate } from '../shared/typed-date.ts';
import { checkNationalAddress } from './check-address.ts';
import { HEAD, type FactData, type FactKind, type SubjectNo } from './household-fact.ts';
import type { HouseholdWarning } from './household-change.ts';
import { checkNationalId } from './national-id.ts';

/** A fact as it is wanted: whom it is about and when it held. */
export type StatedData = {
  [Kind in FactKind]: { readonly kind: Kind; readonly data: FactData[Kind] };
}[FactKind];
export type StatedFact = StatedData & {
  readonly subject: SubjectNo;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};

/** Why one thing cannot be true, and of which of its fields. */
export interface FactProblem {
  readonly code: string;
  readonly field: string;
  readonly details?: Refusal['details'];
}

export interface CheckedFact {
  readonly problem: FactProblem | null;
  readonly warnings: readonly Pick<HouseholdWarning, 'code' | 'field'>[];
}

const OLDEST_YEARS = 125;
/** Where the Umm al-Qura table begins and ends: no day outside can be written in both calendars. */
const FIRST_DAY = '1900-04-30';
const LAST_DAY = '2077-11-16';
/** What is agreed begins within a year; what only was observed has begun. */
const LATEST_BEGIN_DAYS = 366;
const LONGEST_STAY_DAYS = 25 * 366;
/** Halalas: nobody who is asked about has half a million riyals a month, and no slip of the keyboard becomes one. */
const ABSURD_MONTHLY = 50_000_000;
const ABSURD_VALUE = 100_000_000_000;
const ABSURD_COUNT = 100;
const MOST_FAMILIES = 4;
const LONGEST_NAME = 120;

const REFUSED = (field: string, code: string, details?: Refusal['details']): FactProblem =>
  details === undefined ? { code, field } : { code, field, details };

/** What one wanted fact says by itself, whatever else is known. Fields are named as in `FactData`; `from` and `to` are its days. */
export function checkFact(fact: StatedFact, today: IsoDate): CheckedFact {
  const { from, to } = fact;
  const problem =
    dateProblem(from, 'from') ??
    (to === null ? null : dateProblem(to, 'to')) ??
    (to !== null && to <= from ? REFUSED('to', 'END_BEFORE_BEGIN') : null) ??
    (daysBetween(today, from) > LATEST_BEGIN_DAYS ? REFUSED('from', 'BEGIN_TOO_FAR') : null) ??
    dataProblem(fact, today);
  return { problem, warnings: fact.kind === 'person' ? personWarnings(fact.data) : [] };
}

function dateProblem(date: IsoDate, field: string): FactProblem | null {
  if (!isIsoDate(date)) return REFUSED(field, 'DATE_IMPOSSIBLE');
  return date < FIRST_DAY || date > LAST_DAY ? REFUSED(field, 'DATE_ABSURD') : null;
}

function dataProblem(fact: StatedFact, today: IsoDate): FactProblem | null {
  switch (fact.kind) {
    case 'household':
      return householdProblem(fact.data, today);
    case 'person':
      return personProblem(fact.data, fact, today);
    case 'contact':
      return contactProblem(fact.data);
    case 'income':
      return incomeProblem(fact.data);
    case 'asset':
      return assetProblem(fact.data);
    case 'stay':
      return stayProblem(fact, today);
    case 'dwelling':
      return addressProblem(fact.data.address);
    case 'breach':
      return fact.data.reason.trim() === '' ? REFUSED('reason', 'FIELD_MISSING') : null;
  }
}

function householdProblem(
  { kind, applicationDate, families }: FactData['household'],
  today: IsoDate,
): FactProblem | null {
  const most = kind === 'independent' ? 1 : MOST_FAMILIES;
  if (!Number.isInteger(families) || families < 1 || families > most) {
    return REFUSED('families', 'FAMILIES_ABSURD', { most });
  }
  const wrong = dateProblem(applicationDate, 'applicationDate');
  if (wrong !== null) return wrong;
  return applicationDate > today ? REFUSED('applicationDate', 'DATE_IN_FUTURE') : null;
}

function personProblem(
  data: FactData['person'],
  { subject, from }: StatedFact,
  today: IsoDate,
): FactProblem | null {
  const { name, nationalId, birthDate, deceasedOn, relation } = data;
  if (name.trim() === '') return REFUSED('name', 'FIELD_MISSING');
  if (/[\p{N}<>]/u.test(name) || name.length > LONGEST_NAME) return REFUSED('name', 'NAME_ABSURD');
  if (nationalId !== null) {
    const id = checkNationalId(nationalId);
    if (!id.ok && id.error.code !== 'NATIONAL_ID_CHECKSUM') {
      return REFUSED('nationalId', id.error.code);
    }
  }
  const wrongBirth = birthProblem(data, today);
  if (wrongBirth !== null) return wrongBirth;
  if (from < birthDate) return REFUSED('from', 'BEGIN_BEFORE_BIRTH');
  if (subject === HEAD && relation !== null) return REFUSED('relation', 'TWO_HEADS');
  if (subject !== HEAD && relation === null) return REFUSED('relation', 'FIELD_MISSING');
  if (deceasedOn === null) return null;
  const wrongDeath = dateProblem(deceasedOn, 'deceasedOn');
  if (wrongDeath !== null) return wrongDeath;
  if (deceasedOn > today) return REFUSED('deceasedOn', 'DATE_IN_FUTURE');
  return deceasedOn < birthDate ? REFUSED('deceasedOn', 'DEATH_BEFORE_BIRTH') : null;
}

/** Official documents can differ by a day from the Umm al-Qura table; by more, one of the two is wrong. */
const DAYS_APART = 1;

function birthProblem(
  { birthDate, birthTyped }: FactData['person'],
  today: IsoDate,
): FactProblem | null {
  if (birthTyped !== null) {
    const read = readTypedDate(birthTyped.text);
    if (!read.ok || read.value.typed.calendar !== birthTyped.calendar) {
      return REFUSED('birthDate', read.ok ? 'DATE_IMPOSSIBLE' : read.error.code);
    }
    if (!isIsoDate(birthDate) || Math.abs(daysBetween(birthDate, read.value.date)) > DAYS_APART) {
      return REFUSED('birthDate', 'BIRTH_DATES_DIFFER');
    }
  }
  if (!isIsoDate(birthDate)) return REFUSED('birthDate', 'DATE_IMPOSSIBLE');
  if (birthDate > today) return REFUSED('birthDate', 'DATE_IN_FUTURE');
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > OLDEST_YEARS
    ? REFUSED('birthDate', 'DATE_ABSURD')
    : null;
}

function personWarnings({ nationalId, nationality }: FactData['person']): CheckedFact['warnings'] {
  if (nationalId === null) return [];
  const checked = checkNationalId(nationalId);
  const isCitizen = latinDigits(nationalId).startsWith('1');
  return [
    // HRSD publishes no specification of the check digit: a warning, not a law.
    ...(checked.ok ? [] : [{ code: 'NATIONAL_ID_CHECKSUM', field: 'nationalId' } as const]),
    ...(isCitizen === (nationality === 'saudi')
      ? []
      : [{ code: 'NATIONALITY_DIFFERS_FROM_ID', field: 'nationality' } as const]),
  ];
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

function contactProblem({ phone, email, address }: FactData['contact']): FactProblem | null {
  if (phone !== null && saudiMobile(phone) === null) return REFUSED('phone', 'PHONE_FORMAT');
  if (email !== null && !EMAIL.test(email)) return REFUSED('email', 'EMAIL_FORMAT');
  return addressProblem(address);
}

function addressProblem(address: FactData['contact']['address']): FactProblem | null {
  if (address === null) return null;
  const [first] = checkNationalAddress(address, 'address');
  return first === undefined ? null : REFUSED(first.path, first.code, first.details);
}

function incomeProblem({ amount, per }: FactData['income']): FactProblem | null {
  const most = per === 'year' ? ABSURD_MONTHLY * 12 : ABSURD_MONTHLY;
  return amountProblem(amount, 'amount', most);
}

function amountProblem(amount: number, field: string, most: number): FactProblem | null {
  if (amount < 0) return REFUSED(field, 'AMOUNT_NEGATIVE');
  return !Number.isSafeInteger(amount) || amount > most
    ? REFUSED(field, 'AMOUNT_ABSURD', { most })
    : null;
}

function assetProblem({ type, value, count }: FactData['asset']): FactProblem | null {
  if (type === 'liquid' && value === null) return REFUSED('value', 'FIELD_MISSING');
  if ((type === 'car' || type === 'domesticWorkers') && count === null) {
    return REFUSED('count', 'FIELD_MISSING');
  }
  if (value !== null) {
    const wrong = amountProblem(value, 'value', ABSURD_VALUE);
    if (wrong !== null) return wrong;
  }
  if (count === null) return null;
  return !Number.isInteger(count) || count < 0 || count > ABSURD_COUNT
    ? REFUSED('count', 'COUNT_ABSURD', { most: ABSURD_COUNT })
    : null;
}

function stayProblem({ from, to }: StatedFact, today: IsoDate): FactProblem | null {
  if (from > today) return REFUSED('from', 'DATE_IN_FUTURE');
  if (to !== null && daysBetween(from, to) > LONGEST_STAY_DAYS) {
    return REFUSED('to', 'STAY_TOO_LONG', { days: LONGEST_STAY_DAYS });
  }
  return null;
}

/** The same in one spelling: plain digits, mobile numbers as `05XXXXXXXX`, names without stray spaces. Of a fact without a problem. */
export function tidied(stated: StatedData): StatedData {
  if (stated.kind === 'person') {
    const { name, nationalId } = stated.data;
    return {
      kind: 'person',
      data: {
        ...stated.data,
        name: name.trim().replace(/\s+/gu, ' '),
        nationalId: nationalId === null ? null : latinDigits(nationalId.trim()),
      },
    };
  }
  if (stated.kind === 'contact') {
    const { phone } = stated.data;
    const mobile = phone === null ? null : saudiMobile(phone);
    return {
      kind: 'contact',
      data: { ...stated.data, phone: mobile === null ? phone : `0${mobile.slice(4)}` },
    };
  }
  return stated;
}

import { gregorianToHijri, hasHijriDate, hijriToGregorian } from '../shared/hijri.ts';
import { isIsoDate, type IsoDate } from '../shared/iso-date.ts';
import { latinDigits } from '../shared/search-key.ts';
import { checkNationalId } from '../registry/national-id.ts';
import type { TypedDate } from '../registry/household-fact.ts';
import type { IntakeDependant, IntakePerson, IntakeProblem } from './intake.ts';
import type { CheckedIntake } from './check-intake.ts';

const OLDEST_YEARS = 125;

/** @param path Of the person; the applicant is known by his ID, a dependant may not have one yet. */
export function checkIntakePerson(
  person: IntakePerson | IntakeDependant,
  path: string,
  today: IsoDate,
  isApplicant: boolean,
): CheckedIntake {
  const problems: IntakeProblem[] = [];
  const warnings: IntakeProblem[] = [];
  const at = (field: string) => `${path}.${field}`;
  if (person.name.trim().split(/\s+/).length < 2) {
    const code = person.name.trim() === '' ? 'FIELD_MISSING' : 'NAME_INCOMPLETE';
    problems.push({ path: at('name'), code });
  }
  if (person.nationalId.trim() === '') {
    if (isApplicant) problems.push({ path: at('nationalId'), code: 'FIELD_MISSING' });
  } else {
    const id = checkNationalId(person.nationalId);
    // HRSD publishes no specification of the check digit: a warning, not a law.
    if (!id.ok) {
      const list = id.error.code === 'NATIONAL_ID_CHECKSUM' ? warnings : problems;
      list.push({ path: at('nationalId'), code: id.error.code });
    }
  }
  if (isApplicant && person.sex === null) problems.push({ path: at('sex'), code: 'FIELD_MISSING' });
  if (person.nationality === null) {
    problems.push({ path: at('nationality'), code: 'FIELD_MISSING' });
  }
  const wrongDate = whyNotBirthDate(person, today);
  if (wrongDate !== null) problems.push({ path: at('birthDate'), code: wrongDate });
  if ('relation' in person) {
    if (person.relation === null) problems.push({ path: at('relation'), code: 'FIELD_MISSING' });
    if (person.dependantKind === null) {
      problems.push({ path: at('dependantKind'), code: 'FIELD_MISSING' });
    }
  }
  return { problems, warnings };
}

function whyNotBirthDate(person: IntakePerson, today: IsoDate): string | null {
  if (person.birthTyped === null && person.birthDate.trim() === '') return 'FIELD_MISSING';
  const date = birthDateOf(person);
  if (date === null) return 'DATE_IMPOSSIBLE';
  const given = person.birthDate.trim();
  if (given !== '' && given !== date) return 'BIRTH_DATES_DIFFER';
  if (date > today) return 'DATE_IN_FUTURE';
  return Number(today.slice(0, 4)) - Number(date.slice(0, 4)) > OLDEST_YEARS ? 'DATE_ABSURD' : null;
}

/** The Gregorian day of birth; null where what was given is no day. */
export function birthDateOf({ birthDate, birthTyped }: IntakePerson): IsoDate | null {
  if (birthTyped !== null) return dateOf(birthTyped);
  const given = latinDigits(birthDate.trim());
  return isIsoDate(given) ? given : null;
}

/** A Hijri day is one of the Umm al-Qura table: no 30th of a month of 29 days, no year outside 1318 to 1500. */
function dateOf({ calendar, text }: TypedDate): IsoDate | null {
  const given = latinDigits(text.trim());
  if (calendar === 'gregorian') return isIsoDate(given) ? given : null;
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(given) ?? [];
  if (year === undefined) return null;
  return hijriToGregorian({ year: Number(year), month: Number(month), day: Number(day) });
}

/** As it is typed for who was born on a day, in the Hijri calendar; null where its table ends. */
export function hijriTyped(date: IsoDate): TypedDate | null {
  if (!hasHijriDate(date)) return null;
  const { year, month, day } = gregorianToHijri(date);
  const two = (number: number) => String(number).padStart(2, '0');
  return { calendar: 'hijri', text: `${year}-${two(month)}-${two(day)}` };
}

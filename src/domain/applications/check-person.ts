import type { IsoDate } from '../shared/iso-date.ts';
import { readTypedDate } from '../shared/typed-date.ts';
import { checkNationalId } from '../registry/national-id.ts';
import type { IntakeDependant, IntakePerson, IntakeProblem } from './intake.ts';
import type { CheckedIntake } from './check-intake.ts';

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
  const read = readTypedDate(person.birthTyped?.text ?? person.birthDate);
  if (!read.ok) return read.error.code;
  const { date, typed } = read.value;
  if (person.birthTyped !== null && typed.calendar !== person.birthTyped.calendar) {
    return 'DATE_IMPOSSIBLE';
  }
  return date > today ? 'DATE_IN_FUTURE' : null;
}

/**
 * The Gregorian day of birth; null where what was given is no day. Where both were given the Gregorian one counts: official
 * papers can differ by a day from the table, and the registry refuses what differs by more.
 */
export function birthDateOf({ birthDate, birthTyped }: IntakePerson): IsoDate | null {
  const given = readTypedDate(birthDate);
  if (given.ok) return given.value.date;
  const typed = readTypedDate(birthTyped?.text ?? '');
  return typed.ok ? typed.value.date : null;
}

import type { IsoDate } from '../shared/iso-date.ts';
import { saudiMobile } from '../deliveries/addresses.ts';
import { parseIban } from '../registry/iban.ts';
import { checkNationalAddress } from '../registry/check-address.ts';
import { HEAD } from '../registry/household-fact.ts';
import { checkIntakePerson } from './check-person.ts';
import { checkAsset, checkIncome, checkStay } from './check-means.ts';
import type { Intake, IntakeProblem } from './intake.ts';

export interface CheckedIntake {
  /** Each hinders the submission. */
  readonly problems: readonly IntakeProblem[];
  /** Each deserves a second look and hinders nothing. */
  readonly warnings: readonly IntakeProblem[];
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MOST_FAMILIES = 4;

/**
 * Everything that is wrong with an intake, each with the path of its field.
 * @param paysPension Whether the programme pays into an account: without one there is nothing to pay into.
 */
export function checkIntake(intake: Intake, paysPension: boolean, today: IsoDate): CheckedIntake {
  const people = [
    checkIntakePerson(intake.applicant, 'applicant', today, true),
    ...intake.dependants.map((one, index) =>
      checkIntakePerson(one, `dependants.${index}`, today, false),
    ),
  ];
  const means = [
    ...intake.incomes.flatMap((one, index) => checkIncome(one, `incomes.${index}`, today)),
    ...intake.assets.flatMap((one, index) => checkAsset(one, `assets.${index}`, today)),
    ...intake.stays.flatMap((one, index) => checkStay(one, `stays.${index}`, today)),
  ];
  return {
    problems: [
      ...people.flatMap(({ problems }) => problems),
      ...checkHousehold(intake),
      ...checkNumbers(intake),
      ...checkContact(intake),
      ...means,
      ...checkReferences(intake),
      ...checkDwelling(intake),
      ...checkAccount(intake, paysPension),
    ],
    warnings: people.flatMap(({ warnings }) => warnings),
  };
}

function checkHousehold({ household, social, dependants }: Intake): IntakeProblem[] {
  const { kind, families } = household;
  const problems: IntakeProblem[] = [];
  const add = (path: string, code: string) => problems.push({ path, code });
  if (kind === null) add('household.kind', 'FIELD_MISSING');
  if (kind === 'independent' && dependants.length > 0) {
    add('household.kind', 'INDEPENDENT_WITH_DEPENDANTS');
  }
  if (kind === 'family' && dependants.length === 0) {
    add('household.kind', 'FAMILY_WITHOUT_DEPENDANTS');
  }
  if (families === null) add('household.families', 'FIELD_MISSING');
  else if (families < 1 || families > MOST_FAMILIES) add('household.families', 'COUNT_ABSURD');
  else if (families > 1 && kind === 'independent') add('household.families', 'COUNT_ABSURD');
  if (social.maritalStatus === null) add('social.maritalStatus', 'FIELD_MISSING');
  if (social.employment === null) add('social.employment', 'FIELD_MISSING');
  return problems;
}

/** Nobody stands twice in a household, under his ID or under his number; a second head least of all. */
function checkNumbers({ applicant, dependants }: Intake): IntakeProblem[] {
  const ids = [applicant, ...dependants].map(({ nationalId }) => nationalId.trim());
  return dependants.flatMap(({ subject, nationalId }, index) => {
    const path = `dependants.${index}`;
    const id = nationalId.trim();
    const problems: IntakeProblem[] = [];
    if (id !== '' && ids.indexOf(id) !== index + 1) {
      problems.push({ path: `${path}.nationalId`, code: 'PERSON_TWICE' });
    }
    if (subject === HEAD) problems.push({ path: `${path}.subject`, code: 'SECOND_HEAD' });
    else if (dependants.findIndex((one) => one.subject === subject) !== index) {
      problems.push({ path: `${path}.subject`, code: 'SUBJECT_TWICE' });
    }
    return problems;
  });
}

function checkContact({ contact }: Intake): IntakeProblem[] {
  const { phone, email, address, addressLine } = contact;
  const problems: IntakeProblem[] = [];
  const add = (path: string, code: string) => problems.push({ path: `contact.${path}`, code });
  if (phone.trim() === '') add('phone', 'FIELD_MISSING');
  else if (saudiMobile(phone) === null) add('phone', 'PHONE_FORMAT');
  if (email.trim() !== '' && !EMAIL.test(email.trim())) add('email', 'EMAIL_FORMAT');
  if (address === null && addressLine.trim() === '') add('address', 'FIELD_MISSING');
  return address === null
    ? problems
    : [...problems, ...checkNationalAddress(address, 'contact.address')];
}

function checkDwelling({ dwelling }: Intake): IntakeProblem[] {
  const { tenure, address } = dwelling;
  return [
    ...(tenure === null ? [{ path: 'dwelling.tenure', code: 'FIELD_MISSING' }] : []),
    ...(address === null ? [] : checkNationalAddress(address, 'dwelling.address')),
  ];
}

function checkAccount({ bank }: Intake, paysPension: boolean): IntakeProblem[] {
  const path = 'bank.iban';
  if (bank.iban.trim() === '') return paysPension ? [{ path, code: 'FIELD_MISSING' }] : [];
  const iban = parseIban(bank.iban);
  return iban.ok ? [] : [{ path, ...iban.error }];
}

/** Incomes, assets and stays are somebody's of this household. */
function checkReferences({ dependants, incomes, assets, stays }: Intake): IntakeProblem[] {
  const known = new Set([HEAD, ...dependants.map(({ subject }) => subject)]);
  return Object.entries({ incomes, assets, stays }).flatMap(([list, items]) =>
    items.flatMap(({ person }, index) =>
      known.has(person) ? [] : [{ path: `${list}.${index}.person`, code: 'PERSON_UNKNOWN' }],
    ),
  );
}

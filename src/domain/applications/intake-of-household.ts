import type { HouseholdOn } from '../registry/household-at.ts';
import type { HouseholdFact } from '../registry/household-fact.ts';
import { EMPTY_INTAKE, type Intake, type IntakePerson } from './intake.ts';

/** Where the draft of a known person begins: with what is known of his household today. */
export function intakeOfHousehold(known: HouseholdOn, iban: string | null): Intake {
  const { household, head, dependants, contact, incomes, assets, stays, dwellings } = known;
  const dwelling = dwellings[0]?.data;
  return {
    applicant: head === null ? EMPTY_INTAKE.applicant : personOf(head),
    social: EMPTY_INTAKE.social,
    contact:
      contact === null
        ? EMPTY_INTAKE.contact
        : {
            phone: contact.data.phone ?? '',
            email: contact.data.email ?? '',
            address: contact.data.address,
            addressLine: contact.data.addressLine,
          },
    household: {
      kind: household?.data.kind ?? null,
      families: household?.data.families ?? 1,
    },
    dependants: dependants.map((person) => ({
      ...personOf(person),
      subject: person.subject,
      relation: person.data.relation,
      dependantKind: person.data.dependantKind,
    })),
    incomes: incomes.map(({ subject, data }) => ({ person: subject, ...data })),
    assets: assets.map(({ subject, data }) => ({ person: subject, ...data })),
    stays: stays.map(({ subject, data, validFrom, validTo }) => ({
      person: subject,
      ...data,
      from: validFrom,
      to: validTo ?? '',
    })),
    dwelling:
      dwelling === undefined
        ? EMPTY_INTAKE.dwelling
        : {
            tenure: dwelling.tenure,
            proof: dwelling.proof,
            proofNumber: dwelling.proofNumber,
            address: dwelling.address,
          },
    bank: { iban: iban ?? '' },
  };
}

function personOf({ data }: HouseholdFact<'person'>): IntakePerson {
  const { name, nationalId, sex, birthDate, birthTyped, nationality, student, disabled } = data;
  return {
    name,
    nationalId: nationalId ?? '',
    sex,
    birthDate,
    birthTyped,
    nationality,
    student,
    disabled,
  };
}

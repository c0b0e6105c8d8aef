import { intakeOfHousehold } from '../applications/intake-of-household.ts';
import type { Intake } from '../applications/intake.ts';
import type { Calculation } from '../entitlement/calculation.ts';
import { householdOn } from '../registry/household-at.ts';
import { addMonths, isoDate, monthOf, type IsoDate } from '../shared/iso-date.ts';
import { asKnown } from './sample-facts.ts';
import { calculationOf, samplePerson, type SamplePerson } from './sample-person.ts';

/** What is done with an application, and how many days ago. */
export type ApplicationDeed =
  | 'submit'
  | 'take'
  | 'papers'
  | 'ask'
  | 'cancel'
  | 'withdraw'
  | 'approveInitially'
  | 'proposeRefusal'
  | 'decide';

interface Plan {
  readonly startedAgo: number;
  readonly deeds: readonly (readonly [ApplicationDeed, number])[];
  readonly wants: 'entitled' | 'tooRich' | 'single' | 'anybody';
  /** Who the branch has already under another ID, or gives the account of somebody whom it pays. */
  readonly likeAnother?: 'person' | 'account';
}

/** One application in each state, two in review: of this week, and long overdue. */
const PLANS: readonly Plan[] = [
  { startedAgo: 1, deeds: [], wants: 'anybody' },
  { startedAgo: 3, deeds: [['submit', 2]], wants: 'single', likeAnother: 'person' },
  {
    startedAgo: 46,
    deeds: [
      ['submit', 45],
      ['take', 43],
    ],
    wants: 'anybody',
  },
  {
    startedAgo: 17,
    deeds: [
      ['submit', 16],
      ['take', 14],
      ['ask', 6],
    ],
    wants: 'anybody',
  },
  {
    startedAgo: 15,
    deeds: [
      ['submit', 14],
      ['take', 12],
      ['papers', 8],
      ['approveInitially', 4],
    ],
    wants: 'entitled',
  },
  {
    startedAgo: 26,
    deeds: [
      ['submit', 25],
      ['take', 23],
      ['papers', 15],
      ['approveInitially', 11],
      ['decide', 8],
    ],
    wants: 'entitled',
    likeAnother: 'account',
  },
  {
    startedAgo: 40,
    deeds: [
      ['submit', 39],
      ['take', 37],
      ['proposeRefusal', 26],
      ['decide', 22],
    ],
    wants: 'tooRich',
  },
  {
    startedAgo: 33,
    deeds: [
      ['submit', 32],
      ['take', 30],
      ['withdraw', 19],
    ],
    wants: 'anybody',
  },
  {
    startedAgo: 90,
    deeds: [
      ['submit', 89],
      ['take', 87],
      ['ask', 82],
      ['cancel', 27],
    ],
    wants: 'anybody',
  },
];

export interface PlannedApplication extends Omit<Plan, 'wants' | 'likeAnother'> {
  readonly person: SamplePerson;
  readonly intake: Intake;
}

/** Applications of people beyond those that the branch began with. */
export function planApplications(seed: number, size: number, today: IsoDate): PlannedApplication[] {
  let index = size;
  return PLANS.map(({ wants, likeAnother, ...plan }) => {
    for (;;) {
      const person = samplePerson(seed, index, today);
      index += 1;
      if (!mayApply(person) || !IS_WANTED[wants](person, today)) continue;
      const intake = intakeOf(person, today);
      if (likeAnother === undefined) return { ...plan, person, intake };
      const another = anotherOf(seed, size, today);
      const like = likeAnother === 'person' ? asAgain(intake, another) : paidTo(intake, another);
      return { ...plan, person, intake: like };
    }
  });
}

/** Somebody with a telephone whose birth date is another day when day and month change places. */
function anotherOf(seed: number, size: number, today: IsoDate): SamplePerson {
  for (let index = Math.floor(size / 2); ; index += 1) {
    const person = samplePerson(seed, index, today);
    const [, month, day] = person.birthDate.split('-');
    if (person.phone !== null && Number(day) <= 12 && day !== month) return person;
  }
}

/** The same person once more: his name and telephone, day and month of his birth exchanged. */
function asAgain(intake: Intake, { name, sex, birthDate, phone }: SamplePerson): Intake {
  const [year, month, day] = birthDate.split('-');
  const born = isoDate(`${year}-${day}-${month}`);
  return {
    ...intake,
    applicant: { ...intake.applicant, name, sex, birthDate: born },
    contact: { ...intake.contact, phone: phone ?? '' },
  };
}

const paidTo = (intake: Intake, { iban }: SamplePerson): Intake => ({ ...intake, bank: { iban } });

const mayApply = ({ phone, facts }: SamplePerson): boolean =>
  phone !== null && facts.every(({ kind }) => kind !== 'stay' && kind !== 'breach');

const IS_WANTED: Readonly<Record<Plan['wants'], (one: SamplePerson, today: IsoDate) => boolean>> = {
  anybody: () => true,
  single: ({ kind }) => kind === 'independent',
  entitled: (person, today) => {
    const sums = coming(person, today).map(({ pension }) => pension);
    return (sums[0] ?? 0) > 0 && new Set(sums).size === 1;
  },
  tooRich: (person, today) => coming(person, today).every(({ eligible }) => !eligible),
};

/** The month at hand and the next two: an application may take effect in any of them. */
function coming({ facts }: SamplePerson, today: IsoDate): Calculation[] {
  return [0, 1, 2].map((months) => calculationOf(facts, addMonths(monthOf(today), months)));
}

function intakeOf(person: SamplePerson, today: IsoDate): Intake {
  const intake = intakeOfHousehold(householdOn(asKnown(person.facts), today), person.iban);
  const isMarried = person.members.some(({ relation }) => relation === 'spouse');
  const hasWage = intake.incomes.some(({ type, person: whose }) => type === 'wage' && whose === 0);
  return {
    ...intake,
    social: {
      maritalStatus: isMarried ? 'married' : person.members.length > 0 ? 'divorced' : 'single',
      employment: hasWage ? 'employed' : 'unemployed',
    },
  };
}

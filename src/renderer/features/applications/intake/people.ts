import type { Intake, IntakeDependant } from '../../../../domain/applications/intake.ts';
import { HEAD } from '../../../../domain/registry/household-fact.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import type { Option } from '../../../ui/Choices.tsx';

/** A number that no dependant of the household has had on this application. */
export function nextSubject({ dependants }: Pick<Intake, 'dependants'>): number {
  return dependants.reduce((highest, { subject }) => Math.max(highest, subject), HEAD) + 1;
}

export function newDependant(intake: Intake): IntakeDependant {
  return {
    subject: nextSubject(intake),
    relation: intake.dependants.at(-1)?.relation ?? null,
    dependantKind: intake.dependants.at(-1)?.dependantKind ?? 'ward',
    name: '',
    nationalId: '',
    sex: null,
    birthDate: '',
    birthTyped: null,
    nationality: 'saudi',
    student: false,
    disabled: false,
  };
}

/** What belonged to a dependant goes with him. */
export function withoutDependant(intake: Intake, index: number): Intake {
  const gone = intake.dependants[index]?.subject;
  const isOthers = ({ person }: { readonly person: number }): boolean => person !== gone;
  return {
    ...intake,
    dependants: intake.dependants.toSpliced(index, 1),
    incomes: intake.incomes.filter(isOthers),
    assets: intake.assets.filter(isOthers),
    stays: intake.stays.filter(isOthers),
  };
}

/** The persons of the household by the number under which incomes, assets and stays point to them. */
export function personOptions(t: Translate, intake: Intake): readonly Option<string>[] {
  const { applicant, dependants } = intake;
  return [
    { value: String(HEAD), label: applicant.name.trim() || t('applications.applicant') },
    ...dependants.map(({ subject, name }, index) => ({
      value: String(subject),
      label: name.trim() || t('applications.row.dependants', { number: index + 1 }),
    })),
  ];
}

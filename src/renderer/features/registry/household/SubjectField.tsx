import { useT } from '../../../lib/i18n/use-t.ts';
import { Select } from '../../../ui/Choices.tsx';
import { stepsWaiting, type PendingStep } from './household-store.ts';
import { factsOf, type Household, type Step } from './use-household.ts';

type Subject = Extract<Step, { action: 'begin' }>['subject'];

/** Whose thing it is: somebody of the household, or a dependant who waits to be recorded with it. */
export function SubjectField({
  household,
  pending,
  subject,
  onChange,
  error,
}: {
  household: Household;
  pending: readonly PendingStep[];
  subject: Subject;
  onChange: (subject: Subject) => void;
  error: string | null;
}) {
  const t = useT();
  const known = factsOf(household, 'person')
    .filter(({ mark }) => mark !== 'missing')
    .map((person) => ({ value: String(person.subject), label: person.data.name }));
  const coming = stepsWaiting(pending).flatMap((step) =>
    step.action === 'begin' && step.fact.kind === 'person' && typeof step.subject === 'object'
      ? [{ value: step.subject.newDependant, label: step.fact.data.name }]
      : [],
  );
  const options = [...new Map(known.map((one) => [one.value, one])).values(), ...coming];
  return (
    <Select
      label={t('households.field.subject')}
      options={options}
      value={typeof subject === 'number' ? String(subject) : subject.newDependant}
      onChange={(value) =>
        onChange(
          coming.some((one) => one.value === value) ? { newDependant: value } : Number(value),
        )
      }
      error={error}
    />
  );
}

import type { ShownFact, StatedFact } from '../../../../contract/households.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import { factWords } from './fact-fields.ts';
import type { Household, Step } from './use-household.ts';

/** A correction that waits, in one line: of several steps the one that says what is known from now on. */
export function stepWords(t: Translate, steps: readonly Step[], { facts }: Household): string {
  const step = steps.find(({ action }) => action === 'begin' || action === 'revise') ?? steps[0];
  if (step === undefined) return '';
  if (step.action === 'end' || step.action === 'remove') {
    const fact = facts.find(({ record }) => record === step.record);
    return t(`households.step.${step.action}`, {
      words: fact === undefined ? '' : factWords(t, fact),
    });
  }
  const { kind } = step.fact;
  return t(`households.step.${step.action}`, {
    kind: t(
      kind === 'person' && step.action === 'begin'
        ? 'households.kind.dependant'
        : `households.kind.${kind}`,
    ),
    words: factWords(t, asShown(step.fact)),
  });
}

/** As if it were known: the numbers that were typed are not shown again. */
function asShown(fact: StatedFact): ShownFact {
  if (fact.kind === 'person') {
    const { nationalId: _id, ...data } = fact.data;
    return { kind: 'person', data: { ...data, maskedNationalId: null } };
  }
  if (fact.kind === 'contact') {
    const { phone: _phone, email: _email, ...data } = fact.data;
    return { kind: 'contact', data: { ...data, maskedPhone: null, maskedEmail: null } };
  }
  return fact;
}

import type { StatedFact, WantedStep } from '../../../../contract/households.ts';
import type { WantedFact } from '../../../../domain/registry/household-change.ts';
import type { AnyFact, FactData } from '../../../../domain/registry/household-fact.ts';

type Said = { [Kind in keyof FactData]: { kind: Kind; data: FactData[Kind] } }[keyof FactData];

/** What an officer stated, with the numbers that he left as they were: he sees them masked and need not type them again. */
export function wantedFacts(steps: readonly WantedStep[], facts: readonly AnyFact[]): WantedFact[] {
  return steps.map((step) => {
    switch (step.action) {
      case 'begin': {
        const { action, subject, fact, from, to } = step;
        return { action, subject, from, to, ...said(fact, undefined) };
      }
      case 'revise': {
        const { action, record, fact, from, to } = step;
        return { action, record, from, to, ...said(fact, latestOf(record, facts)) };
      }
      case 'end':
      case 'remove':
        return step;
    }
  });
}

function latestOf(record: number, facts: readonly AnyFact[]): AnyFact | undefined {
  return facts.findLast((fact) => fact.record === record && fact.supersededIn === null);
}

function said(fact: StatedFact, before: AnyFact | undefined): Said {
  if (fact.kind === 'person') {
    const known = before?.kind === 'person' ? before.data.nationalId : null;
    const { name, nationalId = known, ...data } = fact.data;
    return { kind: 'person', data: { name, nationalId, ...data } };
  }
  if (fact.kind === 'contact') {
    const known = before?.kind === 'contact' ? before.data : null;
    const { phone = known?.phone ?? null, email = known?.email ?? null, ...data } = fact.data;
    return { kind: 'contact', data: { phone, email, ...data } };
  }
  return fact;
}

import type { OutputOf, ParsedInputOf } from '../../../../contract/api.ts';
import type { HouseholdFactDto } from '../../../../contract/households.ts';
import { knownAt } from '../../../../domain/registry/household-at.ts';
import type { AnyFact } from '../../../../domain/registry/household-fact.ts';
import { ok, refuse } from '../../../../domain/shared/result.ts';
import type { QueryContext } from '../../context.ts';
import { factsShownOn, markFacts } from './facts-shown.ts';
import { lastChangeOf } from './last-change.ts';
import { peopleNames } from './people-names.ts';
import { accountsHeld } from './accounts-held.ts';
import { recordedChanges } from './recorded-changes.ts';
import { toShownFact } from './to-shown-fact.ts';

type View = OutputOf<'households.show'>;

/** The household of a day as it was known then or is known now, beside what it is compared with. */
export async function showHousehold(
  { repos, today }: QueryContext,
  { beneficiaryId, on = today, knownAt: instant }: ParsedInputOf<'households.show'>,
) {
  const person = await repos.registry.person(beneficiaryId);
  if (!person) return refuse('NOT_FOUND');
  const facts = await repos.households.facts(beneficiaryId);
  const asOf = instant === undefined ? null : await repos.households.changeAt(instant);
  const changes = await recordedChanges(repos, beneficiaryId);
  const known = knownAt(facts, asOf);
  const now = knownAt(facts, null);
  const comparedWith = asOf !== null ? 'knownNow' : on === today ? null : 'today';
  const compared =
    comparedWith === null ? null : factsShownOn(now, comparedWith === 'today' ? today : on, today);
  const versions = countByRecord(facts);
  const view: View = {
    on,
    knownAt: instant ?? null,
    isPresent: comparedWith === null,
    comparedWith,
    lastChange: lastChangeOf(facts),
    knownFrom: facts.map(({ validFrom }) => validFrom).sort()[0] ?? null,
    facts: markFacts(factsShownOn(known, on, today), compared).map(
      ({ fact, mark, instead }): HouseholdFactDto => ({
        seq: fact.seq,
        record: fact.record,
        subject: fact.subject,
        validFrom: fact.validFrom,
        validTo: fact.validTo,
        recorded: changeOf(changes, fact.recordedIn),
        corrected: fact.supersededIn === null ? null : changeOf(changes, fact.supersededIn),
        versions: versions.get(fact.record) ?? 1,
        mark,
        instead,
        ...toShownFact(fact),
      }),
    ),
    people: peopleNames(facts),
    accounts: await accountsHeld(repos, beneficiaryId),
    life: {
      deceasedOn: person.deceasedOn,
      frozenBy: await repos.life.frozenBy(beneficiaryId),
    },
  };
  return ok(view);
}

function countByRecord(facts: readonly AnyFact[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { record } of facts) counts.set(record, (counts.get(record) ?? 0) + 1);
  return counts;
}

function changeOf<Change>(changes: ReadonlyMap<number, Change>, no: number): Change {
  const change = changes.get(no);
  if (change === undefined) throw new Error(`No registry change ${no}`);
  return change;
}

import type { OutputOf, ParsedInputOf } from '../../../../contract/api.ts';
import { holdsOn, overlaps } from '../../../../domain/registry/household-at.ts';
import type { AnyFact } from '../../../../domain/registry/household-fact.ts';
import { groupBy } from '../../../../domain/shared/group-by.ts';
import { ok, refuse } from '../../../../domain/shared/result.ts';
import type { QueryContext } from '../../context.ts';
import { sameData } from './facts-shown.ts';
import { peopleNames } from './people-names.ts';
import { recordedChanges } from './recorded-changes.ts';
import { toShownFact } from './to-shown-fact.ts';

type Changes = OutputOf<'households.history'>['changes'];
type Entry = Changes[number]['entries'][number];

/** What every change of a household put in the place of what, the newest first. */
export async function householdHistory(
  { repos }: QueryContext,
  { beneficiaryId, record }: ParsedInputOf<'households.history'>,
) {
  if (!(await repos.registry.person(beneficiaryId))) return refuse('NOT_FOUND');
  const all = await repos.households.facts(beneficiaryId);
  const facts = record === undefined ? all : all.filter((fact) => fact.record === record);
  const names = new Map(peopleNames(all).map(({ subject, name }) => [subject, name]));
  const changes = await recordedChanges(repos, beneficiaryId);
  const view: Changes = [];
  for (const change of [...changes.values()].sort((left, right) => right.no - left.no)) {
    const touched = facts.filter(
      ({ recordedIn, supersededIn }) => recordedIn === change.no || supersededIn === change.no,
    );
    if (touched.length === 0) continue;
    const entries = [...groupBy(touched, (fact) => fact.record)].map(([, ofRecord]) =>
      entryOf(ofRecord, facts, change.no, names),
    );
    view.push({ ...change, entries });
  }
  return ok({ changes: view });
}

/** What one change did to one record: only the parts that say something else than before. */
function entryOf(
  touched: readonly AnyFact[],
  facts: readonly AnyFact[],
  no: number,
  names: ReadonlyMap<number, string>,
): Entry {
  const before = touched.filter(({ supersededIn }) => supersededIn === no);
  const after = touched.filter(({ recordedIn }) => recordedIn === no);
  const [{ record, subject, kind }] = touched as [AnyFact];
  const isFirst = !facts.some((fact) => fact.record === record && fact.recordedIn < no);
  const said = after.filter(
    (fact) => !before.some((old) => sameData(old, fact) && covers(old, fact)),
  );
  const common = { record, subject, personName: names.get(subject) ?? '', kind };
  const shown = (list: readonly AnyFact[]): Entry['after'] =>
    list.map((fact) => ({
      validFrom: fact.validFrom,
      validTo: fact.validTo,
      ...toShownFact(fact),
    }));
  if (after.length === 0) return { ...common, deed: 'removed', before: shown(before), after: [] };
  if (before.length === 0) {
    return { ...common, deed: isFirst ? 'begun' : 'reopened', before: [], after: shown(after) };
  }
  if (said.length === 0) {
    return { ...common, deed: 'ended', before: shown(before), after: shown(after) };
  }
  const replaced = before.filter((old) => said.some((fact) => overlaps(old, fact)));
  const onlySpan = said.every((fact) => before.some((old) => sameData(old, fact)));
  return {
    ...common,
    deed: onlySpan ? 'reopened' : 'revised',
    before: shown(replaced.length === 0 ? before : replaced),
    after: shown(said),
  };
}

/** Whether one fact holds on every day of the other. */
function covers(wide: AnyFact, narrow: AnyFact): boolean {
  if (!holdsOn(wide, narrow.validFrom)) return false;
  return wide.validTo === null || (narrow.validTo !== null && narrow.validTo <= wide.validTo);
}

import type { WantedFact } from '../registry/household-change.ts';
import { isKind } from '../registry/household-at.ts';
import { HEAD, type AnyFact } from '../registry/household-fact.ts';
import { addDays, type IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { Difference } from './difference.ts';
import type { RecordValue } from './record-value.ts';

export type AcceptProblem =
  | 'RECORD_PERSON_UNKNOWN'
  | 'RECORD_FACT_GONE'
  | 'RECORD_SEVERAL_HERE'
  | 'RECORD_BIRTH_DATE_MISSING';

/**
 * What accepting a difference records of the household. Who somebody is holds for all days of his record; what he earns, owns
 * or where he is reached holds from a day on.
 *
 * Errors: RECORD_PERSON_UNKNOWN (nobody here to record it of), RECORD_FACT_GONE (the household was corrected meanwhile),
 * RECORD_SEVERAL_HERE (ours are several of one type: only the household's own page can say which one it is),
 * RECORD_BIRTH_DATE_MISSING.
 *
 * @param facts What is known now.
 * @param from The first day on which it holds; null for who somebody is.
 */
export function acceptedFacts(
  difference: Difference & { readonly nationalId: string },
  facts: readonly AnyFact[],
  from: IsoDate,
): Result<WantedFact[], Refusal<AcceptProblem>> {
  const { field, subject, record, theirs } = difference;
  if (subject === null) return refuse('RECORD_PERSON_UNKNOWN');
  if (theirs.kind === 'person') return newDependant(theirs, difference.nationalId, from);
  const known = record === null ? [] : facts.filter((fact) => fact.record === record);
  const fact = known.at(-1);
  if (record !== null && fact === undefined) return refuse('RECORD_FACT_GONE');
  if (theirs.kind === 'income' || theirs.kind === 'asset') {
    return meansFacts(theirs, fact ?? null, facts, subject, from);
  }
  if (field === 'phone' && theirs.kind === 'phone') {
    const data =
      fact !== undefined && isKind(fact, 'contact')
        ? { ...fact.data, phone: theirs.phone }
        : { phone: theirs.phone, email: null, address: null, addressLine: '' };
    return ok([{ action: 'begin', subject: HEAD, kind: 'contact', data, from, to: null }]);
  }
  if (fact === undefined || !isKind(fact, 'person')) return refuse('RECORD_FACT_GONE');
  const stated = personChange(theirs, field);
  return ok(
    known
      .filter((one) => isKind(one, 'person'))
      .map((one) => ({
        action: 'revise',
        record: one.record,
        kind: 'person',
        data: { ...one.data, ...stated },
        from: one.validFrom,
        to: one.validTo,
      })),
  );
}

/** Fields of which a person has one for his whole life: no day from which they hold is asked. */
export const holdsForLife = (field: Difference['field']): boolean =>
  field === 'name' ||
  field === 'birthDate' ||
  field === 'sex' ||
  field === 'nationality' ||
  field === 'deceasedOn';

function newDependant(
  person: Extract<RecordValue, { kind: 'person' }>,
  nationalId: string,
  from: IsoDate,
): Result<WantedFact[], Refusal<AcceptProblem>> {
  if (person.birthDate === null) return refuse('RECORD_BIRTH_DATE_MISSING');
  const relation = person.relation ?? 'other';
  return ok([
    {
      action: 'begin',
      subject: { newDependant: nationalId },
      kind: 'person',
      data: {
        name: person.name,
        nationalId,
        sex: person.sex,
        birthDate: person.birthDate,
        birthTyped: null,
        nationality: person.nationality ?? (nationalId.startsWith('1') ? 'saudi' : 'exempt'),
        relation,
        dependantKind:
          relation === 'child' ? 'ward' : relation === 'other' ? 'cohabitant' : 'relative',
        student: false,
        disabled: false,
        deceasedOn: null,
      },
      from,
      to: null,
    },
  ]);
}

function meansFacts(
  theirs: Extract<RecordValue, { kind: 'income' | 'asset' }>,
  fact: AnyFact | null,
  facts: readonly AnyFact[],
  subject: number,
  from: IsoDate,
): Result<WantedFact[], Refusal<AcceptProblem>> {
  const to = theirs.until === null ? null : addDays(theirs.until, 1);
  const stated =
    theirs.kind === 'income'
      ? ({
          kind: 'income',
          data: { type: theirs.type, amount: theirs.amount, per: theirs.per, from: theirs.from },
        } as const)
      : ({
          kind: 'asset',
          data: {
            type: theirs.type,
            value: theirs.value,
            count: theirs.count,
            description: theirs.description,
          },
        } as const);
  if (fact === null) return ok([{ action: 'begin', subject, ...stated, from, to }]);
  const alike = facts.filter(
    (one) =>
      one.subject === subject &&
      isKind(one, 'asset') &&
      theirs.kind === 'asset' &&
      one.data.type === theirs.type &&
      one.validTo === null &&
      one.record !== fact.record,
  );
  if (alike.length > 0) return refuse('RECORD_SEVERAL_HERE');
  // What ended is known until then as it was.
  if (to !== null && to <= from) return ok([{ action: 'end', record: fact.record, on: to }]);
  return ok([{ action: 'revise', record: fact.record, ...stated, from, to }]);
}

function personChange(theirs: RecordValue, field: Difference['field']) {
  if (theirs.kind === 'text') return { name: theirs.text };
  if (theirs.kind === 'sex') return { sex: theirs.sex };
  if (theirs.kind === 'nationality') return { nationality: theirs.nationality };
  if (theirs.kind !== 'date') return {};
  return field === 'deceasedOn'
    ? { deceasedOn: theirs.date }
    : { birthDate: theirs.date, birthTyped: null };
}

import type { HouseholdOn } from '../registry/household-at.ts';
import type { HouseholdFact, SubjectNo } from '../registry/household-fact.ts';
import { groupBy } from '../shared/group-by.ts';
import { halalas, ZERO_HALALAS, type Halalas } from '../shared/halalas.ts';
import { addDays, type IsoDate } from '../shared/iso-date.ts';
import type { Compared, Difference } from './difference.ts';
import type { RecordRow } from './record-row.ts';
import type { RecordValue } from './record-value.ts';

/** A thing of the record beside one of ours: either may be missing, not both. */
interface Paired<Fact> {
  readonly row: RecordRow;
  readonly fact: Fact | null;
}

/** Incomes of a person, type by type: equal ones belong together, then the rest in their order. */
export function compareIncomes(
  rows: readonly RecordRow[],
  { date, incomes }: HouseholdOn,
  subject: SubjectNo,
): Compared {
  const ours = incomes.filter((fact) => fact.subject === subject);
  const stated = rows.filter(({ incomeType, amount }) => incomeType !== null && amount !== null);
  const pairs = [...groupBy(stated, ({ incomeType }) => incomeType)].flatMap(([type, theirs]) =>
    paired(
      theirs,
      ours.filter(({ data }) => data.type === type),
      (row, fact) =>
        yearly(row.amount ?? ZERO_HALALAS, row.per) === yearly(fact.data.amount, fact.data.per),
    ),
  );
  return judged(
    pairs.map(({ row, fact }) => ({
      row,
      subject,
      field: 'income',
      fact,
      hasEnded: hasEnded(row, date),
      isEqual:
        fact !== null &&
        yearly(row.amount ?? ZERO_HALALAS, row.per) === yearly(fact.data.amount, fact.data.per),
      ours: fact && incomeValue(fact),
      theirs: {
        kind: 'income',
        type: row.incomeType ?? 'wage',
        amount: row.amount ?? ZERO_HALALAS,
        per: row.per,
        from: row.payer,
        until: row.until,
      },
    })),
  );
}

/** What a person owns, type by type. A register lists each car or deed on a line of its own; the registry knows their sum. */
export function compareAssets(
  rows: readonly RecordRow[],
  { date, assets }: HouseholdOn,
  subject: SubjectNo,
): Compared {
  const ours = assets.filter((fact) => fact.subject === subject);
  const stated = rows.filter(({ assetType }) => assetType !== null);
  const sums = [...groupBy(stated, ({ assetType }) => assetType).values()].flatMap((all) => {
    const held = all.filter((row) => !hasEnded(row, date));
    const sum = summed(held.length > 0 ? held : all);
    return sum === null ? [] : [sum];
  });
  const pairs = sums.flatMap((row) =>
    paired([row], summedAssets(ours.filter(({ data }) => data.type === row.assetType)), () => true),
  );
  return judged(
    pairs.map(({ row, fact }) => ({
      row,
      subject,
      field: 'asset',
      fact,
      hasEnded: hasEnded(row, date),
      isEqual:
        fact !== null &&
        (row.value === null || row.value === fact.data.value) &&
        (row.count === null || fact.data.count === null || row.count === fact.data.count),
      ours: fact && assetValue(fact),
      theirs: {
        kind: 'asset',
        type: row.assetType ?? 'realEstate',
        value: row.value,
        count: row.count,
        description: row.description,
        until: row.until,
      },
    })),
  );
}

interface Judged {
  readonly row: RecordRow;
  readonly subject: SubjectNo;
  readonly field: 'income' | 'asset';
  readonly fact: HouseholdFact | null;
  readonly hasEnded: boolean;
  readonly isEqual: boolean;
  readonly ours: RecordValue | null;
  readonly theirs: RecordValue;
}

/** What has ended agrees where we know of nothing, or know of the end; what goes on agrees where the sums do. */
function judged(items: readonly Judged[]): Compared {
  const differing = items.filter(({ fact, hasEnded: ended, isEqual, row }) =>
    ended ? fact !== null && !endsSo(fact, row.until) : !isEqual,
  );
  return {
    agreed: items.length - differing.length,
    differences: differing.map(
      ({ row, field, fact, ours, theirs, subject, hasEnded: ended }): Difference => ({
        line: row.line,
        field,
        outcome: fact === null ? 'missingHere' : 'differs',
        subject,
        record: fact?.record ?? null,
        ours,
        theirs,
        validFrom: ended && row.until !== null ? addDays(row.until, 1) : row.since,
      }),
    ),
  };
}

function paired<Fact>(
  rows: readonly RecordRow[],
  facts: readonly Fact[],
  isEqual: (row: RecordRow, fact: Fact) => boolean,
): Paired<Fact>[] {
  const left = [...facts];
  const equal = rows.map((row) => {
    const at = left.findIndex((fact) => isEqual(row, fact));
    return { row, fact: at === -1 ? null : (left.splice(at, 1)[0] ?? null) };
  });
  return equal.map(({ row, fact }) => ({ row, fact: fact ?? left.shift() ?? null }));
}

const yearly = (amount: Halalas, per: 'month' | 'year'): number =>
  per === 'month' ? amount * 12 : amount;

/** Seen from the day of the record. */
const hasEnded = ({ until }: RecordRow, date: IsoDate): boolean => until !== null && until < date;

const endsSo = ({ validTo }: HouseholdFact, until: IsoDate | null): boolean =>
  until !== null && validTo !== null && validTo <= addDays(until, 1);

function summed(rows: readonly RecordRow[]): RecordRow | null {
  const [first] = rows;
  if (!first) return null;
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const countable = first.assetType === 'car' || first.assetType === 'domesticWorkers';
  return {
    ...first,
    value: values.length === 0 ? null : halalas(values.reduce((sum, value) => sum + value, 0)),
    count:
      countable || rows.some(({ count }) => count !== null)
        ? rows.reduce((sum, { count }) => sum + (count ?? 1), 0)
        : null,
    description: rows
      .map(({ description }) => description)
      .filter(Boolean)
      .join('، ')
      .slice(0, 200),
  };
}

/** One of ours that stands for all of a type: the first, with their sums. */
function summedAssets(facts: readonly HouseholdFact<'asset'>[]): HouseholdFact<'asset'>[] {
  const [first, ...more] = facts;
  if (!first || more.length === 0) return [...facts];
  const sum = (of: 'value' | 'count'): number | null =>
    facts.every(({ data }) => data[of] === null)
      ? null
      : facts.reduce((total, { data }) => total + (data[of] ?? 0), 0);
  const value = sum('value');
  return [
    {
      ...first,
      data: { ...first.data, value: value === null ? null : halalas(value), count: sum('count') },
    },
  ];
}

const lastDay = (validTo: IsoDate | null): IsoDate | null =>
  validTo === null ? null : addDays(validTo, -1);

const incomeValue = ({ data, validTo }: HouseholdFact<'income'>): RecordValue => ({
  kind: 'income',
  ...data,
  until: lastDay(validTo),
});

const assetValue = ({ data, validTo }: HouseholdFact<'asset'>): RecordValue => ({
  kind: 'asset',
  ...data,
  until: lastDay(validTo),
});

import { nameLikeness, nameParts } from '../duplicates/name-likeness.ts';
import { phoneKey } from '../duplicates/number-likeness.ts';
import type { HouseholdOn } from '../registry/household-at.ts';
import { HEAD, type HouseholdFact, type SubjectNo } from '../registry/household-fact.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { compareAssets, compareIncomes } from './compare-means.ts';
import type { Compared, Difference } from './difference.ts';
import type { RecordField, RecordKind } from './record-kinds.ts';
import type { RecordRow } from './record-row.ts';
import type { RecordValue } from './record-value.ts';

/** Rows of one person against one household that he belongs to, on the day of the record. */
export function compareWithHousehold(
  kind: RecordKind,
  rows: readonly RecordRow[],
  household: HouseholdOn,
  subject: SubjectNo,
): Compared {
  switch (kind) {
    case 'civil':
      return together(rows.map((row) => compareCivil(row, household, subject)));
    case 'income':
      return compareIncomes(rows, household, subject);
    case 'property':
      return compareAssets(rows, household, subject);
  }
}

/** Somebody of a head's family whom the branch does not count among his dependants. */
export function missingDependant(row: RecordRow): Difference {
  return {
    line: row.line,
    field: 'dependant',
    outcome: 'missingHere',
    subject: HEAD,
    record: null,
    ours: null,
    theirs: personOf(row),
    validFrom: row.since,
  };
}

export function unknownPerson(row: RecordRow): Difference {
  return {
    ...missingDependant(row),
    field: 'person',
    outcome: 'unknownPerson',
    subject: null,
  };
}

export const together = (parts: readonly Compared[]): Compared => ({
  agreed: parts.reduce((sum, { agreed }) => sum + agreed, 0),
  differences: parts.flatMap(({ differences }) => differences),
});

function compareCivil(row: RecordRow, household: HouseholdOn, subject: SubjectNo): Compared {
  const fact =
    subject === HEAD
      ? household.head
      : household.dependants.find((dependant) => dependant.subject === subject);
  const data = fact?.data;
  const parts: (Compared | null)[] = [
    row.name === null
      ? null
      : judge(
          row,
          fact,
          'name',
          data === undefined ? null : { kind: 'text', text: data.name },
          { kind: 'text', text: row.name },
          (ours, theirs) =>
            nameLikeness(nameParts(textOf(ours)), nameParts(textOf(theirs))) === 'same',
        ),
    row.birthDate === null
      ? null
      : judge(row, fact, 'birthDate', dateValue(data?.birthDate ?? null), {
          kind: 'date',
          date: row.birthDate,
        }),
    row.sex === null
      ? null
      : judge(
          row,
          fact,
          'sex',
          data?.sex === undefined || data.sex === null ? null : { kind: 'sex', sex: data.sex },
          { kind: 'sex', sex: row.sex },
        ),
    // Whom LAW 10 treats like a citizen is no citizen in another register.
    row.nationality === null || (data?.nationality === 'exempt' && row.nationality === 'other')
      ? null
      : judge(
          row,
          fact,
          'nationality',
          data === undefined ? null : { kind: 'nationality', nationality: data.nationality },
          { kind: 'nationality', nationality: row.nationality },
        ),
    row.deceasedOn === null
      ? null
      : judge(row, fact, 'deceasedOn', dateValue(data?.deceasedOn ?? null), {
          kind: 'date',
          date: row.deceasedOn,
        }),
    row.phone === null || subject !== HEAD ? null : comparePhone(row, row.phone, household),
  ];
  return together(parts.filter((part) => part !== null));
}

function comparePhone(row: RecordRow, phone: string, { contact }: HouseholdOn): Compared {
  const known = contact?.data.phone ?? null;
  const ours: RecordValue | null = known === null ? null : { kind: 'phone', phone: known };
  const theirs: RecordValue = { kind: 'phone', phone };
  return judge(
    row,
    contact,
    'phone',
    ours,
    theirs,
    () => phoneKey(known) === phoneKey(phone),
    HEAD,
  );
}

const isSame = (ours: RecordValue, theirs: RecordValue): boolean =>
  JSON.stringify(ours) === JSON.stringify(theirs);

function judge(
  row: RecordRow,
  fact: HouseholdFact | null | undefined,
  field: RecordField,
  ours: RecordValue | null,
  theirs: RecordValue,
  agrees: (ours: RecordValue, theirs: RecordValue) => boolean = isSame,
  subject: SubjectNo | null = fact?.subject ?? null,
): Compared {
  if (ours !== null && agrees(ours, theirs)) return { agreed: 1, differences: [] };
  const difference: Difference = {
    line: row.line,
    field,
    outcome: ours === null ? 'missingHere' : 'differs',
    subject,
    record: fact?.record ?? null,
    ours,
    theirs,
    validFrom: field === 'deceasedOn' ? row.deceasedOn : row.since,
  };
  return { agreed: 0, differences: [difference] };
}

function personOf(row: RecordRow): RecordValue {
  const { birthDate, sex, nationality, relation } = row;
  return { kind: 'person', name: row.name ?? '', birthDate, sex, nationality, relation };
}

const textOf = (value: RecordValue): string => (value.kind === 'text' ? value.text : '');

const dateValue = (date: IsoDate | null): RecordValue | null =>
  date === null ? null : { kind: 'date', date };

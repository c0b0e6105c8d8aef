import {
  compareWithHousehold,
  missingDependant,
  together,
  unknownPerson,
} from '../../../domain/government-records/compare-record.ts';
import type { Compared, Difference } from '../../../domain/government-records/difference.ts';
import type { RecordKind } from '../../../domain/government-records/record-kinds.ts';
import type { RecordLayout } from '../../../domain/government-records/record-layout.ts';
import {
  readRecordRow,
  type RecordRow,
  type RowProblem,
} from '../../../domain/government-records/record-row.ts';
import { householdOn } from '../../../domain/registry/household-at.ts';
import { HEAD, type AnyFact } from '../../../domain/registry/household-fact.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { JobContext } from '../context.ts';
import type { RunningOperation } from '../operation.ts';
import type { ReadRepos } from '../ports.ts';
import type { Belonging, NewDifference, RecordFiles } from './ports.ts';

/** Some 10 ms of work each. */
const PEOPLE_AT_ONCE = 200;
const ROWS_IN_A_BREATH = 500;
const KEPT_BAD_ROWS = 1000;

export interface ListRead {
  readonly rows: number;
  readonly badRowCount: number;
  /** At most a thousand. */
  readonly badRows: readonly RowProblem[];
  readonly people: ReadonlyMap<string, readonly RecordRow[]>;
}

export type FoundDifference = Omit<NewDifference, 'id'>;

/** Reads a list whole: its good rows by the person whom they are about, and what is wrong with the others. */
export async function readList(
  { operation, settings, today }: JobContext,
  kind: RecordKind,
  path: string,
  layout: RecordLayout,
  files: RecordFiles,
): Promise<ListRead> {
  const good: RecordRow[] = [];
  const badRows: RowProblem[] = [];
  let badRowCount = 0;
  let count = 0;
  const batches = files.rows(path, layout, {
    signal: operation.signal,
    maxBytes: settings.bankFileLimitMegabytes * 1024 * 1024,
    onProgress: (done, total) => {
      operation.progress('reading', done, total);
    },
  });
  for await (const batch of batches) {
    for (const row of batch) {
      count += 1;
      if (count <= layout.headerRow) continue;
      const result = readRecordRow(kind, layout, row, today);
      if ('row' in result) good.push(result.row);
      else {
        badRowCount += 1;
        badRows.push(...result.problems.slice(0, KEPT_BAD_ROWS - badRows.length));
      }
      if (count % ROWS_IN_A_BREATH === 0) await operation.breathe();
    }
  }
  const people = groupBy(good, ({ nationalId }) => nationalId);
  return { rows: Math.max(0, count - layout.headerRow), badRowCount, badRows, people };
}

/** Compares people of a list with the registry as known now, some at a time. */
export async function* compareList(
  {
    repos,
    operation,
  }: {
    readonly repos: Pick<ReadRepos, 'governmentRecords'>;
    readonly operation: RunningOperation;
  },
  kind: RecordKind,
  { people }: ListRead,
  asOf: IsoDate,
): AsyncGenerator<{ readonly agreed: number; readonly differences: readonly FoundDifference[] }> {
  const all = [...people];
  for (let at = 0; at < all.length; at += PEOPLE_AT_ONCE) {
    const part = all.slice(at, at + PEOPLE_AT_ONCE);
    const heads = part.flatMap(([, rows]) => rows.flatMap(({ headId }) => headId ?? []));
    const ids = new Set([...part.map(([id]) => id), ...heads]);
    const belongings = groupBy(
      await repos.governmentRecords.belongings([...ids]),
      ({ nationalId }) => nationalId,
    );
    const nos = new Set([...belongings.values()].flat().map(({ no }) => no));
    const facts = await repos.governmentRecords.knownFacts([...nos]);
    const compared = part.flatMap(([id, rows]) =>
      comparePerson(kind, rows, belongings.get(id) ?? [], belongings, facts, asOf),
    );
    yield {
      agreed: compared.reduce((sum, { agreed }) => sum + agreed, 0),
      differences: compared.flatMap(({ differences }) => differences),
    };
    operation.progress('comparing', at + part.length, all.length);
    await operation.breathe();
  }
}

interface ComparedPerson {
  readonly agreed: number;
  readonly differences: readonly FoundDifference[];
}

function comparePerson(
  kind: RecordKind,
  rows: readonly RecordRow[],
  own: readonly Belonging[],
  all: ReadonlyMap<string, readonly Belonging[]>,
  facts: ReadonlyMap<number, readonly AnyFact[]>,
  asOf: IsoDate,
): ComparedPerson[] {
  const [row] = rows;
  if (!row) return [];
  const named = ({ differences, agreed }: Compared, no: number | null): ComparedPerson => ({
    agreed,
    differences: differences.map((difference) => ({
      ...difference,
      nationalId: row.nationalId,
      name: row.name ?? '',
      beneficiaryNo: no,
    })),
  });
  const head = kind === 'civil' ? headOf(rows, own, all) : undefined;
  const found = own.map(({ no, subject }) =>
    named(compareWithHousehold(kind, rows, householdOn(facts.get(no) ?? [], asOf), subject), no),
  );
  if (head) return [...found, named(only(missingDependant(row)), head.no)];
  if (found.length > 0) return found;
  return [named(only(unknownPerson(row)), null)];
}

/** The household of ours to which the record counts a person whom we do not. */
function headOf(
  rows: readonly RecordRow[],
  own: readonly Belonging[],
  all: ReadonlyMap<string, readonly Belonging[]>,
): Belonging | undefined {
  const headId = rows.find(({ headId: id }) => id !== null)?.headId ?? null;
  if (headId === null || headId === rows[0]?.nationalId) return undefined;
  const head = (all.get(headId) ?? []).find(({ subject }) => subject === HEAD);
  return head && own.some(({ no }) => no === head.no) ? undefined : head;
}

const only = (difference: Difference): Compared =>
  together([{ agreed: 0, differences: [difference] }]);

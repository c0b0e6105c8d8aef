import { cellText, type TableCell } from '../tables/table-cell.ts';
import {
  dateOrderOf,
  headerRowOf,
  signsOf,
  textsIn,
  wordsIn,
  type TableRows,
} from '../tables/suggest-layout.ts';
import {
  tableWord,
  type DateOrder,
  type NumberSigns,
  type TableEncoding,
} from '../tables/table-layout.ts';
import {
  COLUMNS_OF,
  REQUIRED_COLUMNS,
  type RecordColumn,
  type RecordKind,
} from './record-kinds.ts';
import { CODED_COLUMNS, codeOfWord, columnOfTitle, type CodedColumn } from './record-words.ts';

/** A word of a register and the code that it stands for. */
export interface RecordWord {
  readonly column: CodedColumn;
  readonly word: string;
  readonly code: string;
}

/** How one list of a register is read, as an officer has said it. Columns count from 0, rows from 1. */
export interface RecordLayout extends NumberSigns {
  readonly encoding: TableEncoding | null;
  /** Null for the first of a workbook. */
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<RecordColumn, number>>>;
  readonly dateOrder: DateOrder;
  readonly words: readonly RecordWord[];
}

/** A layout with what the first rows leave open as null: nobody may guess it. */
export type RecordLayoutDraft = Omit<
  RecordLayout,
  'decimalSign' | 'thousandsSign' | 'dateOrder'
> & {
  readonly decimalSign: RecordLayout['decimalSign'] | null;
  readonly thousandsSign: RecordLayout['thousandsSign'] | null;
  readonly dateOrder: DateOrder | null;
};

const DATES = ['birthDate', 'deceasedOn', 'since', 'until'] as const;

/** How the list of a register is most likely meant, from its titles and first rows. */
export function suggestRecordLayout(
  kind: RecordKind,
  rows: TableRows,
  sheet: string | null,
): RecordLayoutDraft {
  const columnsOf = (cells: readonly TableCell[]) => recordColumnsOf(kind, cells);
  const headerRow = headerRowOf(rows, columnsOf);
  const columns = columnsOf(rows[headerRow - 1] ?? []);
  const below = rows.slice(headerRow);
  const dates = DATES.flatMap((column) => textsIn(below, columns[column]));
  return {
    encoding: null,
    sheet,
    headerRow,
    columns,
    ...signsOf([...textsIn(below, columns.amount), ...textsIn(below, columns.value)]),
    dateOrder: dateOrderOf(dates),
    words: codedWords(below, columns).flatMap(({ column, word }) => {
      const code = codeOfWord(column, word);
      return code === null ? [] : [{ column, word, code }];
    }),
  };
}

/** Words of the first rows in columns of codes. */
export function codedWords(
  below: TableRows,
  columns: RecordLayout['columns'],
): { readonly column: CodedColumn; readonly word: string }[] {
  return CODED_COLUMNS.flatMap((column) =>
    wordsIn(below, columns[column]).map((word) => ({ column, word })),
  );
}

function recordColumnsOf(
  kind: RecordKind,
  cells: readonly TableCell[],
): Partial<Record<RecordColumn, number>> {
  const columns: Partial<Record<RecordColumn, number>> = {};
  for (const [index, cell] of cells.entries()) {
    const column = columnOfTitle(cellText(cell));
    if (column !== null && COLUMNS_OF[kind].includes(column)) columns[column] ??= index;
  }
  return columns;
}

export const LAYOUT_PROBLEMS = [
  'COLUMN_MISSING',
  'NOTHING_TO_COMPARE',
  'SIGNS_EQUAL',
  'SIGNS_OPEN',
  'DATES_OPEN',
  'COLUMN_TWICE',
] as const;
export type LayoutProblem = (typeof LAYOUT_PROBLEMS)[number];

/** Why a layout cannot be used; empty when it can. */
export function layoutProblems(kind: RecordKind, layout: RecordLayoutDraft): LayoutProblem[] {
  const { columns, decimalSign, thousandsSign, dateOrder } = layout;
  const used = Object.values(columns);
  const problems: Readonly<Record<LayoutProblem, boolean>> = {
    COLUMN_MISSING: REQUIRED_COLUMNS[kind].some((column) => columns[column] === undefined),
    NOTHING_TO_COMPARE: used.length < 2,
    SIGNS_EQUAL: decimalSign !== null && decimalSign === thousandsSign,
    SIGNS_OPEN: decimalSign === null || thousandsSign === null,
    DATES_OPEN: dateOrder === null,
    COLUMN_TWICE: new Set(used).size < used.length,
  };
  return LAYOUT_PROBLEMS.filter((problem) => problems[problem]);
}

/** The code of a word: as the officer has said, else as it is commonly meant. */
export function codeIn(layout: RecordLayout, column: CodedColumn, word: string): string | null {
  const said = layout.words.find(
    (one) => one.column === column && tableWord(one.word) === tableWord(word),
  );
  return said?.code ?? codeOfWord(column, word);
}

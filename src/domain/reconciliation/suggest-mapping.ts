import { cellText, type TableCell } from '../tables/table-cell.ts';
import type { DateOrder } from '../tables/table-layout.ts';
import {
  dateOrderOf,
  headerRowOf,
  signsOf,
  textsIn,
  wordsIn,
  type TableRows,
} from '../tables/suggest-layout.ts';
import type { TableField, TableMapping } from './table-mapping.ts';
import { directionOfWord, fieldOfTitle, reportedOfWord } from './table-words.ts';

/** A mapping with what the first rows leave open as null: nobody may guess it. */
export interface SuggestedMapping extends Omit<
  TableMapping,
  'decimalSign' | 'thousandsSign' | 'dateOrder'
> {
  readonly decimalSign: TableMapping['decimalSign'] | null;
  readonly thousandsSign: TableMapping['thousandsSign'] | null;
  readonly dateOrder: DateOrder | null;
}

/** How a table of an unknown bank is most likely meant, from its titles and first rows. */
export function suggestMapping(rows: TableRows, sheet: string | null): SuggestedMapping {
  const header = headerRowOf(rows, columnsOf);
  const columns = columnsOf(rows[header - 1] ?? []);
  const below = rows.slice(header);
  const hasStatus = columns.status !== undefined;
  return {
    encoding: null,
    sheet,
    headerRow: header,
    columns,
    ...signsOf(textsIn(below, columns.amount ?? columns.debit ?? columns.credit)),
    dateOrder:
      columns.bookedOn === undefined ? 'ymd' : dateOrderOf(textsIn(below, columns.bookedOn)),
    meaning: hasStatus || columns.direction === undefined ? answersOr(columns) : 'entries',
    statusWords: wordsIn(below, columns.status).map((word) => ({
      word,
      reported: reportedOfWord(word) ?? 'unclear',
    })),
    everyRow: null,
    directionWords: wordsIn(below, columns.direction).flatMap((word) => {
      const direction = directionOfWord(word);
      return direction === null ? [] : [{ word, direction }];
    }),
    reasonWords: [],
  };
}

function answersOr(columns: TableMapping['columns']): TableMapping['meaning'] {
  const isStatement = columns.debit !== undefined || columns.credit !== undefined;
  return isStatement && columns.status === undefined ? 'entries' : 'answers';
}

function columnsOf(cells: readonly TableCell[]): Partial<Record<TableField, number>> {
  const columns: Partial<Record<TableField, number>> = {};
  for (const [index, cell] of cells.entries()) {
    const field = fieldOfTitle(cellText(cell));
    if (field !== null) columns[field] ??= index;
  }
  return columns;
}

import type { Direction } from './bank-message.ts';
import type { ReasonCodeList } from './reason-code.ts';
import type { Reported } from './reported.ts';
import {
  tableWord,
  type DateOrder,
  type NumberSigns,
  type TableEncoding,
} from '../tables/table-layout.ts';

/** What a column of a bank's table (CSV, XLSX) can hold. */
export const TABLE_FIELDS = [
  'endToEndId',
  'bankReference',
  'amount',
  'debit',
  'credit',
  'direction',
  'currency',
  'status',
  'reason',
  'reasonText',
  'account',
  'name',
  'personId',
  'bookedOn',
  'narrative',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** A row answers for one payment of ours, or is an entry of our account. */
export const TABLE_MEANINGS = ['answers', 'entries'] as const;
export type TableMeaning = (typeof TABLE_MEANINGS)[number];

/** Lists that a bank's own word for a reason can be brought to: those that a line of a table may carry. */
export const TABLE_REASON_LISTS = ['status', 'return', 'wages'] as const satisfies ReasonCodeList[];
export type TableReasonList = (typeof TABLE_REASON_LISTS)[number];

/** How one bank's table is read, as an officer has said it. Columns and rows count from 0 and 1. */
export interface TableMapping extends NumberSigns {
  readonly meaning: TableMeaning;
  /** For a file that does not say: a code page can only be guessed. Null takes the guess. */
  readonly encoding: TableEncoding | null;
  /** Sheet of a workbook; null for the first. */
  readonly sheet: string | null;
  /** 1-based among the filled rows: the row of the column titles; payments stand below it. */
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<TableField, number>>>;
  readonly dateOrder: DateOrder;
  /** The bank's words in the status column; a word that is not here is for an officer to read. */
  readonly statusWords: readonly { readonly word: string; readonly reported: Reported }[];
  /** What every row says where the bank gives no status column (a list of rejections only). */
  readonly everyRow: Reported | null;
  readonly directionWords: readonly { readonly word: string; readonly direction: Direction }[];
  readonly reasonWords: readonly {
    readonly word: string;
    readonly list: TableReasonList;
    readonly code: string;
  }[];
}

export const MAPPING_PROBLEMS = [
  'AMOUNT_MISSING',
  'KEY_MISSING',
  'STATUS_MISSING',
  'DIRECTION_MISSING',
  'SIGNS_EQUAL',
  'COLUMN_TWICE',
  'COLUMN_BEYOND',
  'WORD_TWICE',
] as const;
export type MappingProblem = (typeof MAPPING_PROBLEMS)[number];

/** Fields by which a row can be brought to a payment of ours; an account or a name alone never is one. */
const KEYS: readonly TableField[] = ['endToEndId', 'bankReference', 'narrative'];

/** Why a mapping cannot be used; empty when it can. `width` is the number of columns of the header. */
export function mappingProblems(mapping: TableMapping, width: number): MappingProblem[] {
  const { columns, meaning } = mapping;
  const has = (field: TableField): boolean => columns[field] !== undefined;
  const used = Object.values(columns);
  const problems: Readonly<Record<MappingProblem, boolean>> = {
    AMOUNT_MISSING: !has('amount') && !has('debit') && !has('credit'),
    KEY_MISSING: !KEYS.some(has),
    STATUS_MISSING: meaning === 'answers' && !has('status') && mapping.everyRow === null,
    DIRECTION_MISSING: has('direction') && mapping.directionWords.length === 0,
    SIGNS_EQUAL: mapping.decimalSign === mapping.thousandsSign,
    COLUMN_TWICE: new Set(used).size < used.length,
    COLUMN_BEYOND: used.some((column) => column >= width),
    WORD_TWICE: [mapping.statusWords, mapping.directionWords, mapping.reasonWords].some(repeats),
  };
  return MAPPING_PROBLEMS.filter((problem) => problems[problem]);
}

function repeats(words: readonly { readonly word: string }[]): boolean {
  return new Set(words.map(({ word }) => tableWord(word))).size < words.length;
}

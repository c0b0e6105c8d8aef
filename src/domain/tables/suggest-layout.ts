import { isIsoDate } from '../shared/iso-date.ts';
import { latinDigits } from '../shared/search-key.ts';
import { cellText, type TableCell } from './table-cell.ts';
import { tableWord, type DateOrder, type NumberSigns } from './table-layout.ts';

export type TableRows = readonly (readonly TableCell[])[];

const TITLE_ROWS = 20;
const MOST_WORDS = 40;

/** 1-based: the row with most titles that are known, else the first with two filled cells. */
export function headerRowOf(
  rows: TableRows,
  columnsOf: (cells: readonly TableCell[]) => Readonly<Partial<Record<string, number>>>,
): number {
  let best = { row: 0, titles: 1 };
  for (const [index, cells] of rows.slice(0, TITLE_ROWS).entries()) {
    const titles = Object.keys(columnsOf(cells)).length;
    if (titles > best.titles) best = { row: index + 1, titles };
  }
  if (best.row > 0) return best.row;
  const filled = rows.findIndex(
    (cells) => cells.filter((cell) => cellText(cell).trim() !== '').length > 1,
  );
  return Math.max(1, filled + 1);
}

/** Filled texts of a column; what a workbook stores as a number or a date needs no reading. */
export function textsIn(rows: TableRows, column: number | undefined): string[] {
  if (column === undefined) return [];
  return rows.flatMap((cells) => {
    const cell = cells[column];
    return typeof cell === 'string' && cell.trim() !== '' ? [cell.trim()] : [];
  });
}

/** The different words of a column, in order; far more than a status has means that it is none. */
export function wordsIn(rows: TableRows, column: number | undefined): string[] {
  if (column === undefined) return [];
  const words = new Map<string, string>();
  for (const cells of rows) {
    const word = cellText(cells[column] ?? '').trim();
    if (word !== '' && !words.has(tableWord(word))) words.set(tableWord(word), word.slice(0, 100));
  }
  return [...words.values()].slice(0, MOST_WORDS);
}

/**
 * The signs that all amounts agree on. A sign with exactly three digits behind it may be either, so `1,320` alone says
 * nothing.
 */
export function signsOf(texts: readonly string[]): {
  readonly [Sign in keyof NumberSigns]: NumberSigns[Sign] | null;
} {
  const decimals = new Set<'.' | ','>();
  const groups = new Set<NumberSigns['thousandsSign']>();
  let isOpen = false;
  for (const text of texts) {
    const digits = latinDigits(text).replaceAll('\u066B', '.').replaceAll('\u066C', ',');
    const signs = [...digits.matchAll(/[.,' \u00A0](?=\d)/g)].map(([sign]) => sign);
    const last = signs[signs.length - 1];
    if (last === undefined) continue;
    const behind = /\d+(?=\D*$)/.exec(digits)?.[0].length ?? 0;
    for (const sign of signs.slice(0, -1)) addGroup(groups, sign);
    const isDecimal = last === '.' || last === ',';
    if (!isDecimal || signs.slice(0, -1).includes(last)) addGroup(groups, last);
    else if (signs.length > 1 || behind !== 3) decimals.add(last);
    else isOpen = true;
  }
  const [decimal] = decimals;
  const [group] = groups;
  if (decimals.size > 1 || groups.size > 1 || (decimal !== undefined && decimal === group)) {
    return { decimalSign: null, thousandsSign: null };
  }
  if (decimal !== undefined) {
    const other = decimal === '.' ? ',' : '.';
    return { decimalSign: decimal, thousandsSign: group ?? (isOpen ? other : 'none') };
  }
  if (group !== undefined) return { decimalSign: group === '.' ? ',' : '.', thousandsSign: group };
  if (isOpen) return { decimalSign: null, thousandsSign: null };
  return { decimalSign: '.', thousandsSign: 'none' };
}

function addGroup(groups: Set<NumberSigns['thousandsSign']>, sign: string): void {
  if (sign === '.' || sign === ',' || sign === "'") groups.add(sign);
  else groups.add(' ');
}

/** Null where no date has a day above twelve, or the dates contradict each other. */
export function dateOrderOf(texts: readonly string[]): DateOrder | null {
  const orders = new Set<DateOrder>();
  for (const text of texts) {
    const [date = ''] = latinDigits(text).split(/[T ]/);
    const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(date);
    const parts = compact ? compact.slice(1) : date.split(/[-/.]/);
    const [first = '', second = '', third = ''] = parts;
    if (first.length === 4) {
      const iso = `${first}-${second.padStart(2, '0')}-${third.padStart(2, '0')}`;
      if (isIsoDate(iso)) orders.add('ymd');
    } else if (third.length === 4 && Number(first) > 12) orders.add('dmy');
    else if (third.length === 4 && Number(second) > 12) orders.add('mdy');
  }
  const [order] = orders;
  if (texts.length === 0) return 'ymd';
  return orders.size === 1 && order !== undefined ? order : null;
}

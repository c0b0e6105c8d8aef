import type { Cell } from '../app/exports/ports.ts';
import { formatHalalas, halalasToDecimal } from '../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant } from '../../domain/shared/iso-date.ts';

/** Places of the cell formats in `STYLES`. */
const STYLE = { text: 1, money: 2, date: 3, instant: 4, count: 5, share: 6, head: 7, literal: 8 };

/** Office Open XML (ECMA-376), 18.8: the formats that our cells need. */
export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4F4EC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** What stands before the rows: direction, a head that stays in sight, column widths. */
export function sheetStart(rightToLeft: boolean, widths: readonly number[]): string {
  const columns = widths
    .map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('');
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>` +
    `<sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}>` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${columns}</cols><sheetData>`
  );
}

/** What stands after `rows` rows of `columns` columns, the head among them. */
export function sheetEnd(rows: number, columns: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows}"/></worksheet>`;
}

export function headRow(headers: readonly string[]): string {
  const cells = headers.map((header, index) => inline(`${columnName(index)}1`, STYLE.head, header));
  return `<row r="1">${cells.join('')}</row>`;
}

/** @param number the row's place in the sheet, from 1 */
export function bodyRow(number: number, cells: readonly Cell[]): string {
  const drawn = cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell));
  return `<row r="${number}">${drawn.join('')}</row>`;
}

function cellXml(place: string, cell: Cell): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      // What begins like a formula stays text, also after somebody has edited the cell.
      return inline(place, /^[=+\-@\t\r]/.test(cell.text) ? STYLE.literal : STYLE.text, cell.text);
    case 'count':
      return number(place, STYLE.count, String(cell.value));
    case 'money':
      return number(place, STYLE.money, halalasToDecimal(cell.amount));
    case 'share':
      return number(place, STYLE.share, String(Math.round(cell.value * 1e6) / 1e6));
    case 'date':
      return number(place, STYLE.date, String(dayNumber(cell.date)));
    case 'instant':
      return number(place, STYLE.instant, instantNumber(cell.at));
  }
}

const number = (place: string, style: number, value: string): string =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`;

const inline = (place: string, style: number, text: string): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Characters wide, as much as the cells of a column need to be read. */
export function widthOf(header: string, cells: readonly Cell[]): number {
  const widest = cells.reduce((most, cell) => Math.max(most, lengthOf(cell)), header.length);
  return Math.min(60, Math.max(8, widest + 3));
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0;
  switch (cell.kind) {
    case 'text':
      return cell.text.length;
    case 'money':
      return formatHalalas(cell.amount).length;
    case 'count':
    case 'share':
      return 8;
    case 'date':
      return 10;
    case 'instant':
      return 16;
  }
}

const DAY_MS = 86_400_000;
const RIYADH_MS = 3 * 3_600_000;
/** Day 0 of the 1900 date system, its 29 February 1900 that never was counted in (ECMA-376, 18.17.4.1). */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function dayNumber(date: IsoDate): number {
  return (Date.parse(`${date}T00:00:00Z`) - DAY_ZERO) / DAY_MS;
}

/** The wall clock in Riyadh. Rounded up within the millisecond, since readers cut off what is left of it. */
function instantNumber(at: IsoInstant): string {
  const days = (Date.parse(at) + RIYADH_MS - DAY_ZERO) / DAY_MS;
  return String(Math.ceil(days * 1e9) / 1e9);
}

/** `A`, `Z`, `AA`. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Characters that a cell can hold (ECMA-376, 18.18 limits). */
const MAX_TEXT = 32_767;

/** XML text: what XML 1.0 cannot hold is left out, half a surrogate pair among it. */
export function escaped(text: string): string {
  return text
    .slice(0, MAX_TEXT)
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

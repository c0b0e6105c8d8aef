import type { TableCell } from '../../../domain/tables/table-cell.ts';
import type { ReadOptions } from '../bank-file-limits.ts';
import type { ElementShape } from '../xml/element-shape.ts';
import { dateOfSerial } from './date-styles.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { WorkbookArchive } from './workbook-archive.ts';

export interface SheetRow {
  /** As the sheet counts, from 1. */
  readonly row: number;
  readonly cells: readonly TableCell[];
}

interface SheetContext {
  readonly strings: SharedStrings;
  /** Cell styles that show a day. */
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** No bank's table is wider; what stands further right is left out. */
const MOST_COLUMNS = 256;

/** The rows of a sheet that hold cells, as they are unpacked. */
export async function* readSheetRows(
  archive: WorkbookArchive,
  part: string,
  context: SheetContext,
  options: ReadOptions,
): AsyncGenerator<SheetRow[]> {
  const reader = new RowReader(context);
  const pieces = archive.scan(
    part,
    'worksheet',
    { children: { sheetData: { children: { row: reader.shape } } } },
    options,
  );
  for await (const _piece of pieces) {
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
}

class RowReader {
  readonly shape: ElementShape;
  readonly #context: SheetContext;
  #rows: SheetRow[] = [];
  #row = 0;
  #column = -1;
  #cells: TableCell[] = [];
  #type = 'n';
  #style = 0;
  #value = '';
  #isFormula = false;

  constructor(context: SheetContext) {
    this.#context = context;
    const text: ElementShape = {
      text: (value) => {
        this.#value = this.#value === '' ? value : `${this.#value} ${value}`;
      },
    };
    this.shape = {
      open: (_at, { attributes }) => {
        const row = Number(attributes['r']?.value ?? this.#row + 1);
        this.#row = Number.isSafeInteger(row) && row > this.#row ? row : this.#row + 1;
        this.#column = -1;
        this.#cells = [];
      },
      children: {
        c: {
          open: (_at, { attributes }) => {
            this.#column = columnOf(attributes['r']?.value) ?? this.#column + 1;
            this.#type = attributes['t']?.value ?? 'n';
            this.#style = Number(attributes['s']?.value ?? 0);
            this.#value = '';
            this.#isFormula = false;
          },
          children: {
            v: text,
            is: { children: { t: text, r: { children: { t: text } } } },
            f: {
              open: () => {
                this.#isFormula = true;
              },
            },
          },
          close: () => this.#addCell(),
        },
      },
      close: () => {
        if (this.#cells.length > 0) this.#rows.push({ row: this.#row, cells: this.#cells });
      },
    };
  }

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #addCell(): void {
    if (this.#column >= MOST_COLUMNS) return;
    const cell = this.#cell();
    if (cell === '') return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = cell;
  }

  #cell(): TableCell {
    const value = this.#value;
    if (this.#isFormula) return { kind: 'formula', text: value };
    if (value === '') return '';
    switch (this.#type) {
      case 's':
        return this.#context.strings.at(Number(value)) ?? { kind: 'error', text: value };
      case 'n':
        return this.#number(value);
      case 'd':
        return { kind: 'date', text: value.slice(0, 10) };
      case 'e':
        return { kind: 'error', text: value };
      default:
        return value;
    }
  }

  #number(value: string): TableCell {
    const number = Number(value);
    // A workbook keeps fifteen digits: what is behind them is noise, and a longer number is not the one that was typed.
    if (!Number.isFinite(number) || Math.abs(number) >= 1e15) return { kind: 'error', text: value };
    const { dates, from1904 } = this.#context;
    if (dates.has(this.#style)) {
      const date = dateOfSerial(number, from1904);
      if (date !== null) return { kind: 'date', text: date };
    }
    const exact = Number(number.toPrecision(15));
    const text = Math.abs(exact) < 1e-6 ? exact.toFixed(15) : String(exact);
    return { kind: 'number', text };
  }
}

/** `AB12` is column 27, counted from 0; null without a reference. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d+$)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `AB` for 27: how people call the column. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

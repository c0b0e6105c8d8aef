import type { CsvDelimiter } from './csv-rows.ts';

const DELIMITERS: readonly CsvDelimiter[] = ['\t', ';', ',', '|'];

/** The cells of one line; quotes may hold delimiters and doubled quotes. For headers and samples only. */
export function splitCsvLine(line: string, delimiter: CsvDelimiter): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const char = line[index] ?? '';
    if (char === '"') {
      if (quoted && line[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = !quoted;
    } else if (char === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  cells.push(cell);
  return cells;
}

/**
 * The delimiter that splits all given lines into the same number of cells, two at least; the one with most cells where
 * several do. Null when none does.
 */
export function detectDelimiter(lines: readonly string[]): CsvDelimiter | null {
  let best: CsvDelimiter | null = null;
  let bestCells = 1;
  for (const delimiter of DELIMITERS) {
    const counts = new Set(lines.map((line) => splitCsvLine(line, delimiter).length));
    const [cells] = counts;
    if (counts.size === 1 && cells !== undefined && cells > bestCells) {
      best = delimiter;
      bestCells = cells;
    }
  }
  return best;
}

/** A table needs as many columns and rows to be told from prose that happens to hold commas. */
const LEAST_CELLS = 3;
const LEAST_ROWS = 3;

/**
 * The delimiter of a table that may have a title page above and totals below: the one under which most lines in a row have
 * the same number of cells.
 */
export function detectTableDelimiter(lines: readonly string[]): CsvDelimiter | null {
  const strict = detectDelimiter(lines);
  if (strict) return strict;
  let best: { delimiter: CsvDelimiter; cells: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const cells = longestRun(lines.map((line) => splitCsvLine(line, delimiter).length));
    if (cells > (best?.cells ?? 0)) best = { delimiter, cells };
  }
  return best?.delimiter ?? null;
}

/** Cells in the longest run of lines that are split alike; 0 where it is too short for a table. */
function longestRun(counts: readonly number[]): number {
  let most = 0;
  let run = 0;
  for (const [index, count] of counts.entries()) {
    run = count === counts[index - 1] ? run + 1 : 1;
    if (count >= LEAST_CELLS && run >= LEAST_ROWS) most = Math.max(most, run * count);
  }
  return most;
}

const TABLE_LINES = 40;

/**
 * The rows by which a table is recognised, quoted line breaks joined: the last one may be cut, so it counts only where there
 * are few.
 */
export function firstTableLines(lines: readonly string[]): readonly string[] {
  const rows: string[] = [];
  let open: string[] = [];
  for (const line of lines) {
    if (rows.length > TABLE_LINES) break;
    const turns = (line.match(/"/g)?.length ?? 0) % 2 === 1;
    const isOpen = open.length > 0 ? !turns : turns;
    open.push(line);
    if (isOpen) continue;
    rows.push(open.length === 1 ? line : open.join('\n'));
    open = [];
  }
  return rows.slice(0, Math.max(2, Math.min(TABLE_LINES, rows.length - 1)));
}

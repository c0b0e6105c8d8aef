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

import { basename } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { RecordLayoutDraftDto } from '../../../contract/government-records.ts';
import {
  codedWords,
  layoutProblems,
  suggestRecordLayout,
  type RecordLayoutDraft,
} from '../../../domain/government-records/record-layout.ts';
import type { RecordKind } from '../../../domain/government-records/record-kinds.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { cellText } from '../../../domain/tables/table-cell.ts';
import type { JobContext } from '../context.ts';
import type { TableHead } from '../reconciliation/mapping-ports.ts';
import type { RecordFiles } from './ports.ts';

const SHOWN_ROWS = 30;
const SHOWN_COLUMNS = 60;

/**
 * The first rows of a register's list with the layout that was asked for, or a suggested one.
 * Errors: BANK_FILE_SHEET_MISSING, and what the reader refuses.
 */
export async function readRecordList(
  { operation, settings }: JobContext,
  input: ParsedInputOf<'governmentRecords.read'>,
  files: RecordFiles,
) {
  const { path, kind, layout: asked } = input;
  operation.progress('reading', 0, null);
  const encoding = asked?.encoding ?? input.encoding ?? null;
  const head = await files.head(path, {
    signal: operation.signal,
    maxBytes: settings.bankFileLimitMegabytes * 1024 * 1024,
    encoding,
  });
  const layout = asked ?? { ...suggested(kind, head), encoding };
  const sheet =
    layout.sheet === null ? head.sheets[0] : head.sheets.find(({ name }) => name === layout.sheet);
  if (!sheet) return refuse('BANK_FILE_SHEET_MISSING', { detail: layout.sheet });
  const rows = sheet.rows.map(({ cells }) => cells);
  const output: OutputOf<'governmentRecords.read'> = {
    fileName: basename(path),
    kind: head.kind,
    encoding: head.encoding,
    encodingGuessed: head.encodingGuessed,
    sheets: head.sheets.map(({ name, rows: all }) => ({
      name,
      rows: all
        .slice(0, SHOWN_ROWS)
        .map(({ cells }) =>
          cells.slice(0, SHOWN_COLUMNS).map((cell) => cellText(cell).slice(0, 200)),
        ),
    })),
    titles: (rows[layout.headerRow - 1] ?? []).map((cell) => cellText(cell).slice(0, 200)),
    layout: asDto(layout),
    problems: layoutProblems(kind, layout),
    words: codedWords(rows.slice(layout.headerRow), layout.columns),
  };
  return ok(output);
}

/** From the sheet whose titles say most. */
function suggested(kind: RecordKind, { sheets, kind: file }: TableHead): RecordLayoutDraft {
  const all = sheets.map(({ name, rows }) =>
    suggestRecordLayout(
      kind,
      rows.map(({ cells }) => cells),
      file === 'xlsx' ? name : null,
    ),
  );
  const found = ({ columns }: RecordLayoutDraft): number => Object.keys(columns).length;
  const [best] = all.toSorted((left, right) => found(right) - found(left));
  return best ?? suggestRecordLayout(kind, [], null);
}

const asDto = (layout: RecordLayoutDraft): RecordLayoutDraftDto => ({
  ...layout,
  columns: { ...layout.columns },
  words: layout.words.map((word) => ({ ...word })),
});

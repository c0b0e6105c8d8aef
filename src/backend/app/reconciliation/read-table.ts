import { basename } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { TableMappingDraft } from '../../../contract/table-mappings.ts';
import { RecordStager } from '../../../domain/reconciliation/stage-records.ts';
import { suggestMapping } from '../../../domain/reconciliation/suggest-mapping.ts';
import { wordsIn } from '../../../domain/tables/suggest-layout.ts';
import { cellText } from '../../../domain/tables/table-cell.ts';
import {
  mappingProblems,
  type TableMapping,
} from '../../../domain/reconciliation/table-mapping.ts';
import { isIsoDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { mappingsFor, rowsOfSheet, titlesOf } from './find-mapping.ts';
import type { TableHead, TriedRow } from './mapping-ports.ts';
import type { ReconciliationServices } from './services.ts';

const SHOWN_ROWS = 30;
const SHOWN_COLUMNS = 60;
const TRIED_ROWS = 25;

type ReadTable = OutputOf<'reconciliation.readTable'>;

/**
 * The first rows of a bank's table, with the mapping that was asked for, or saved for these titles, or suggested.
 *
 * Errors: BANK_FILE_SHEET_MISSING, and what the reader refuses.
 */
export async function readTable(
  { operation, repos, settings }: JobContext,
  { path, mapping: asked, encoding: chosen }: ParsedInputOf<'reconciliation.readTable'>,
  { tables }: ReconciliationServices,
) {
  const { signal } = operation;
  operation.progress('reading', 0, null);
  const maxBytes = settings.bankFileLimitMegabytes * 1024 * 1024;
  const encoding = asked?.encoding ?? chosen ?? null;
  const head = await tables.head(path, { signal, maxBytes, encoding });
  const known = mappingsFor(head, await repos.mappings.list());
  const mapping = asked ?? known[0]?.mapping ?? { ...suggested(head), encoding };
  const rows = rowsOfSheet(head, mapping);
  if (!rows) return refuse('BANK_FILE_SHEET_MISSING', { detail: mapping.sheet });
  const titles = titlesOf(head, mapping);
  const { columns } = mapping;
  const keys = [columns.endToEndId, columns.bankReference, columns.account, columns.narrative];
  const cells = rows
    .slice(mapping.headerRow)
    .map((row) => row.cells)
    .filter((row) => keys.some((key) => key !== undefined && cellText(row[key] ?? '') !== ''));
  const complete = isComplete(mapping) ? mapping : null;
  const problems = mappingProblems(complete ?? withAnySigns(mapping), titles.length);
  const tried =
    complete === null || problems.length > 0
      ? []
      : tables.tryRows(
          head.kind,
          complete,
          rows.slice(mapping.headerRow - 1, mapping.headerRow + TRIED_ROWS),
        );
  const output: ReadTable = {
    fileName: basename(path),
    kind: head.kind,
    encoding: head.encoding,
    encodingGuessed: head.encodingGuessed,
    sheets: head.sheets.map(({ name, rows: all }) => ({
      name,
      rows: all
        .slice(0, SHOWN_ROWS)
        .map((row) =>
          row.cells.slice(0, SHOWN_COLUMNS).map((cell) => cellText(cell).slice(0, 200)),
        ),
    })),
    mapping: asDto(mapping),
    titles: titles.map((title) => title.slice(0, 200)),
    known: known.map(({ id }) => id),
    problems,
    rows: tried.map(shownRow),
    words: {
      status: wordsIn(cells, columns.status),
      direction: wordsIn(cells, columns.direction),
      reason: wordsIn(cells, columns.reason ?? columns.reasonText),
    },
  };
  return ok(output);
}

/** From the sheet whose titles say most. */
function suggested({ sheets, kind }: TableHead): TableMappingDraft {
  const all = sheets.map(({ name, rows }) =>
    suggestMapping(
      rows.map(({ cells }) => cells),
      kind === 'xlsx' ? name : null,
    ),
  );
  const found = (one: (typeof all)[number]): number => Object.keys(one.columns).length;
  const [best] = all.toSorted((left, right) => found(right) - found(left));
  return asDto(best ?? suggestMapping([], null));
}

function isComplete(mapping: TableMappingDraft): mapping is TableMappingDraft & TableMapping {
  const { decimalSign, thousandsSign, dateOrder } = mapping;
  return decimalSign !== null && thousandsSign !== null && dateOrder !== null;
}

/** What else is missing is said although the signs are open. */
const withAnySigns = (mapping: TableMappingDraft): TableMapping => ({
  ...mapping,
  decimalSign: '.',
  thousandsSign: 'none',
  dateOrder: 'ymd',
});

function asDto(
  mapping: TableMappingDraft | ReturnType<typeof suggestMapping>,
): ReadTable['mapping'] {
  return {
    ...mapping,
    columns: { ...mapping.columns },
    statusWords: [...mapping.statusWords],
    directionWords: [...mapping.directionWords],
    reasonWords: [...mapping.reasonWords],
  };
}

function shownRow({ line, records, bookedOn, problem }: TriedRow): ReadTable['rows'][number] {
  const stager = new RecordStager();
  const [staged] = records.flatMap((record) => stager.add(record));
  const warning = records.find((record) => record.type === 'warning');
  return {
    line,
    endToEndId: staged?.endToEndId ?? staged?.bankReference ?? null,
    amount: staged?.amountText ?? null,
    direction: staged?.direction ?? null,
    reported: staged?.reported ?? null,
    reasonCode: staged?.reasonCode ?? null,
    bookedOn: bookedOn !== null && isIsoDate(bookedOn) ? bookedOn : null,
    problem: problem?.code ?? (warning?.type === 'warning' ? warning.code : null),
    detail: problem?.detail ?? (warning?.type === 'warning' ? warning.value : null),
  };
}

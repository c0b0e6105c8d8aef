import path from 'node:path';
import type { ParsedInputOf } from '../../../contract/api.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { openList, PERMISSION_FOR, type Lists, type OpenedList } from './lists.ts';
import type { Words } from './cells.ts';
import { SheetPathError, type Cell, type SheetFiles } from './ports.ts';

type Input = ParsedInputOf<'exports.write'>;

/** Rows asked for at a time: few enough that others are served in between. */
const PORTION = 1000;

/** A list that refused while it was being written. */
class ListRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Writes a list as it stands, all its rows, into a file of its own; stopped or refused it leaves none. */
export async function writeExport(
  context: JobContext,
  input: Input,
  { lists, sheets }: { readonly lists: Lists; readonly sheets: SheetFiles },
) {
  const { list, title, rightToLeft } = input;
  const permission = PERMISSION_FOR[list.table];
  if (!context.officer.permissions.includes(permission)) {
    return refuse('NOT_PERMITTED', { permission });
  }
  if (!path.isAbsolute(input.path)) return refuse('EXPORT_PATH');
  const target = input.path.toLowerCase().endsWith('.xlsx') ? input.path : `${input.path}.xlsx`;
  const opened = openList(lists, context, list);
  const ids = input.columns.map(({ id }) => id);
  if (ids.some((id) => !opened.columns.includes(id))) {
    return refuse('INVALID_INPUT', { field: 'columns' });
  }
  const written = { rows: 0 };
  try {
    await sheets.write(target, {
      title,
      rightToLeft,
      headers: input.columns.map(({ header }) => header),
      rows: portions(context, opened, { ids, words: wordsOf(input), written, max: sheets.maxRows }),
    });
  } catch (error) {
    if (error instanceof ListRefused) return { ok: false as const, error: error.refusal };
    if (error instanceof SheetPathError) return refuse('EXPORT_PATH');
    throw error;
  }
  return context.transact<{ path: string; rows: number }, Refusal>(async ({ audit }) => {
    await audit('list.exported', null, { table: list.table, rows: written.rows });
    return ok({ path: target, rows: written.rows });
  });
}

async function* portions(
  { operation }: JobContext,
  list: OpenedList,
  {
    ids,
    words,
    written,
    max,
  }: {
    readonly ids: readonly string[];
    readonly words: Words;
    readonly written: { rows: number };
    readonly max: number;
  },
): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (;;) {
    const page = await list.page({ offset: written.rows, limit: PORTION });
    if (!page.ok) throw new ListRefused(page.error);
    const { rows, total } = page.value;
    if (total > max)
      throw new ListRefused({ code: 'EXPORT_TOO_MANY_ROWS', details: { limit: max } });
    if (rows.length === 0) return;
    yield rows.map((row) => row(ids, words));
    written.rows += rows.length;
    operation.progress('exporting', written.rows, total);
    await operation.breathe();
    if (written.rows >= total) return;
  }
}

function wordsOf({ words }: Input): Words {
  return (family, code) => words[`${family}.${code}`] ?? code;
}

import { basename } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { layoutProblems } from '../../../domain/government-records/record-layout.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { idSequence } from '../id-sequence.ts';
import { compareList, readList } from './compare-list.ts';
import type { RecordFiles } from './ports.ts';

const SHOWN_BAD_ROWS = 200;

type Preview = OutputOf<'governmentRecords.preview'>;
type Committed = OutputOf<'governmentRecords.commit'>;

/** Errors: RECORD_LAYOUT (problems), RECORD_AS_OF_FUTURE, and what the reader refuses. */
export async function previewRecords(
  context: JobContext,
  { path, kind, layout, asOf }: ParsedInputOf<'governmentRecords.preview'>,
  files: RecordFiles,
) {
  const problems = layoutProblems(kind, layout);
  if (problems.length > 0) return refuse('RECORD_LAYOUT', { problems: problems.join(',') });
  if (asOf > context.today) return refuse('RECORD_AS_OF_FUTURE', { today: context.today });
  const sha256 = await files.hash(path, context.operation.signal);
  const importedAt = await context.repos.governmentRecords.importedAt(sha256);
  const list = await readList(context, kind, path, layout, files);
  const counts = new Map<string, Preview['counts'][number]>();
  let agreed = 0;
  for await (const part of compareList(context, kind, list, asOf)) {
    agreed += part.agreed;
    for (const { field, outcome } of part.differences) {
      const key = `${field} ${outcome}`;
      const known = counts.get(key);
      counts.set(key, { field, outcome, count: (known?.count ?? 0) + 1 });
    }
  }
  return ok({
    fileName: basename(path),
    sha256,
    importedAt,
    rows: list.rows,
    badRowCount: list.badRowCount,
    badRows: list.badRows.slice(0, SHOWN_BAD_ROWS).map((row) => ({ ...row })),
    agreed,
    counts: [...counts.values()].sort((left, right) => right.count - left.count),
    importable: importedAt === null && list.people.size > 0,
  } satisfies Preview);
}

/**
 * Keeps what the list says otherwise, whole or not at all.
 * Errors: LIST_CHANGED, RECORD_FILE_SEEN (at), RECORD_LAYOUT (problems), RECORD_AS_OF_FUTURE, RECORD_NOTHING.
 */
export async function commitRecords(
  context: JobContext,
  input: ParsedInputOf<'governmentRecords.commit'>,
  files: RecordFiles,
) {
  const { path, sha256, kind, source, layout, asOf } = input;
  const { operation } = context;
  const problems = layoutProblems(kind, layout);
  if (problems.length > 0) return refuse('RECORD_LAYOUT', { problems: problems.join(',') });
  if (asOf > context.today) return refuse('RECORD_AS_OF_FUTURE', { today: context.today });
  const list = await readList(context, kind, path, layout, files);
  // NOTE: whoever writes to the file meanwhile must not get half of each in.
  if ((await files.hash(path, operation.signal)) !== sha256) return refuse('LIST_CHANGED');
  if (list.people.size === 0) return refuse('RECORD_NOTHING', { rows: list.rows });
  return context.transact<Committed, Refusal>(async (transaction) => {
    const { repos, now, officer } = transaction;
    const { governmentRecords } = repos;
    const importedAt = await governmentRecords.importedAt(sha256);
    if (importedAt !== null) return refuse('RECORD_FILE_SEEN', { at: importedAt });
    const parts = [];
    let agreed = 0;
    // The registry may have changed since the preview: what is kept is compared with what is known in this transaction.
    for await (const part of compareList({ repos, operation }, kind, list, asOf)) {
      agreed += part.agreed;
      parts.push(part.differences);
    }
    const nextId = idSequence(transaction.newId);
    const batchId = nextId();
    const batchNo = await governmentRecords.addBatch(
      {
        id: batchId,
        kind,
        source,
        fileName: basename(path),
        sha256,
        layout,
        asOf,
        agreed,
        rows: list.rows,
        badRows: list.badRowCount,
      },
      { at: now, by: officer.id },
    );
    await governmentRecords.addBadRows(batchNo, list.badRows);
    let differences = 0;
    for (const part of parts) {
      await governmentRecords.addDifferences(
        batchNo,
        part.map((difference) => ({ ...difference, id: nextId() })),
      );
      differences += part.length;
      operation.progress('saving', differences, null);
      await operation.breathe();
    }
    const counted = { kind, rows: list.rows, differences, agreed };
    await transaction.audit(
      'governmentRecords.imported',
      { type: 'recordBatch', id: batchId },
      counted,
    );
    return ok({ batchId, differences, badRows: list.badRowCount });
  });
}

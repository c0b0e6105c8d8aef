import { basename } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { RowProblem } from '../../../contract/payments.ts';
import { ListCheck } from '../../../domain/payments/check-list.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import type { ListLayout, PaymentListFiles } from './ports.ts';

/** Problems shown; all are counted. */
const SHOWN_PROBLEMS = 500;

type Preview = OutputOf<'payments.previewList'>;

/** Reads a list whole, checks every row by itself, against the list and against the ledger, and changes nothing. */
export async function previewList(
  context: JobContext,
  { path, encoding, mapping }: ParsedInputOf<'payments.previewList'>,
  files: PaymentListFiles,
) {
  const { repos, operation } = context;
  const { signal } = operation;
  const sha256 = await files.hash(path, signal);
  const alreadyImportedAt = await repos.payments.importedAt(sha256);
  const layout = await files.inspect(path, { encoding, mapping, signal });
  const head = { fileName: basename(path), sha256, alreadyImportedAt, ...shown(layout) };
  const unreadable = columnProblems(layout);
  if (unreadable.length > 0)
    return ok({ ...head, ...summary(new ListCheck(), unreadable), importable: false });

  const list = await files.open(path, {
    encoding: layout.encoding,
    mapping: layout.mapping,
    signal,
    onProgress: (done, total) => {
      operation.progress('reading', done, total);
    },
  });
  const check = new ListCheck();
  const problems: RowProblem[] = [];
  let problemCount = 0;
  for await (const rows of list.rows()) {
    const month = check.month ?? rows[0]?.month;
    if (month === undefined) continue;
    const found = check.add(rows, await repos.payments.listFacts(month, rows));
    problemCount += found.length;
    if (problems.length < SHOWN_PROBLEMS) problems.push(...found);
    await operation.breathe();
  }
  const closed = await closedCycle(context, check);
  const all = [...closed, ...list.problems, ...problems].sort(
    (one, other) => one.line - other.line,
  );
  const count = closed.length + list.problemCount + problemCount;
  return ok({
    ...head,
    ...summary(check, all.slice(0, SHOWN_PROBLEMS)),
    rows: list.rowCount,
    problemCount: count,
    warnings: list.warnings.slice(0, SHOWN_PROBLEMS),
    warningCount: list.warningCount,
    importable: count === 0 && check.rows > 0 && alreadyImportedAt === null,
  });
}

function shown({ encoding, delimiter, headers, mapping, sample }: ListLayout) {
  return {
    encoding,
    delimiter,
    columns: [...headers],
    mapping,
    sample: sample.map((row) => [...row]),
  };
}

function summary(check: ListCheck, problems: readonly RowProblem[]) {
  return {
    rows: check.rows,
    amount: halalas(check.amount),
    months: [...check.months.values()].map(({ month, rows, amount }) => ({
      month,
      rows,
      amount: halalas(amount),
    })),
    newBeneficiaries: check.newPeople.size,
    problems: [...problems],
    problemCount: problems.length,
    warnings: [],
    warningCount: 0,
  } satisfies Partial<Preview>;
}

function columnProblems({ missing, ambiguous }: ListLayout): RowProblem[] {
  const problem = (field: RowProblem['field'], code: string): RowProblem => ({
    line: 1,
    field,
    code,
    value: null,
    reason: null,
  });
  return [
    ...missing.map((field) => problem(field, 'COLUMN_MISSING')),
    ...ambiguous.map((field) => problem(field, 'COLUMN_AMBIGUOUS')),
  ];
}

async function closedCycle({ repos }: JobContext, { month }: ListCheck): Promise<RowProblem[]> {
  if (month === null) return [];
  const cycle = await repos.payments.cycleOf(month);
  if (cycle?.status !== 'closed') return [];
  return [{ line: 1, field: 'month', code: 'CYCLE_CLOSED', value: month, reason: null }];
}

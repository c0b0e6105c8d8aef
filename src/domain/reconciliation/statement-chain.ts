import { addDecimals, decimalsEqual, formatDecimal, ZERO, type Decimal } from './decimal-amount.ts';
import type { StatementNumber } from './statement-number.ts';

/** A statement of one account in one currency, as far as its place in the series is concerned. */
export interface ChainStatement {
  readonly id: string;
  /** What the bank calls it: `118`, `3/1`. */
  readonly sequence: string | null;
  readonly number: StatementNumber | null;
  /** `YYYY-MM-DD` of the closing balance, or of whatever else the statement is dated by. */
  readonly date: string | null;
  /** Signed; null where the statement does not give it. */
  readonly opening: Decimal | null;
  readonly closing: Decimal | null;
  /** Signed sum of the booked entries. */
  readonly booked: Decimal;
  /** Another page of the same statement comes before. */
  readonly opensWithin: boolean;
  /** Another page of the same statement follows. */
  readonly closesWithin: boolean;
  /**
   * Each page has balances of its own (SWIFT `60M`, `62M`) and is proven by itself. Otherwise (camt.053) a page may have none, or
   * those of the whole statement, and the pages are proven together.
   */
  readonly provenByPage: boolean;
}

export const STATEMENT_PROBLEMS = [
  'unbalanced',
  'unproven',
  'gap',
  'openingDiffers',
  'repeated',
] as const;
export type StatementProblemCode = (typeof STATEMENT_PROBLEMS)[number];

/**
 * `unbalanced`: opening + booked is not the closing balance. `unproven`: a balance is missing. `gap`: a statement is missing
 * before this one. `openingDiffers`: the statement before it closes with another balance. `repeated`: this number was there.
 */
export interface StatementProblem {
  readonly code: StatementProblemCode;
  /** Exact decimals, where the problem is about a balance. */
  readonly expected: string | null;
  readonly found: string | null;
  /** What the bank calls the statement that this one does not continue or that it repeats. */
  readonly other: string | null;
}

export interface ChainLink<Statement extends ChainStatement = ChainStatement> {
  readonly statement: Statement;
  readonly problems: readonly StatementProblem[];
}

export type ChainMark = 'unbroken' | 'gap' | 'break';

/** What a link is shown as: a gap is waited for, anything else is asked about. */
export function markOf({ problems }: ChainLink): ChainMark {
  if (problems.length === 0) return 'unbroken';
  return problems.every(({ code }) => code === 'gap') ? 'gap' : 'break';
}

/**
 * The series of one account and currency in its order, with what is wrong at each statement. In whatever order the statements
 * were imported (`statements` is in that order), the answer is the same. Numbers restart with the year where the bank restarts
 * them; where numbers cannot tell whether one is missing, the balances do.
 */
export function chainOf<Statement extends ChainStatement>(
  statements: readonly Statement[],
): ChainLink<Statement>[] {
  const { first, repeats } = withoutRepeats(statements);
  const ordered = inOrder(first);
  /** The statement so far, where it comes in pages. */
  let pages: readonly Statement[] = [];
  const links = ordered.map((statement, index): ChainLink<Statement> => {
    const before = ordered[index - 1] ?? null;
    const broken = linkProblems(before, statement);
    pages =
      continues(before, statement) && broken.length === 0 ? [...pages, statement] : [statement];
    const isEnd = index === ordered.length - 1;
    return { statement, problems: [...broken, ...proofOf(pages, isEnd)] };
  });
  const repeated = repeats.map(([statement, of]): ChainLink<Statement> => {
    const problem = { code: 'repeated', expected: null, found: null, other: of.sequence } as const;
    return {
      statement,
      problems: [problem, ...(isWhole(statement) ? ownProblems(statement) : [])],
    };
  });
  return [...links, ...repeated].sort((left, right) => byDate(left.statement, right.statement));
}

const isWhole = ({ provenByPage, opensWithin, closesWithin }: ChainStatement): boolean =>
  provenByPage || (!opensWithin && !closesWithin);

/** Whether two follow each other as pages that are proven together. */
function continues(before: ChainStatement | null, after: ChainStatement): boolean {
  return (before?.closesWithin ?? false) && after.opensWithin && !after.provenByPage;
}

/**
 * What a statement's balances prove, told at its last page. Of one whose last page is not there, nothing, unless the series ends
 * with it: otherwise the gap says so.
 */
function proofOf(pages: readonly ChainStatement[], isEnd: boolean): StatementProblem[] {
  const [first] = pages;
  const last = pages.at(-1);
  if (!first || !last) return [];
  if (last.provenByPage) return ownProblems(last);
  if (last.closesWithin) return isEnd ? [UNPROVEN] : [];
  if (first.opensWithin) return [];
  const booked = pages.reduce((sum, page) => addDecimals(sum, page.booked), ZERO);
  return ownProblems({ ...last, opening: first.opening, booked });
}

const UNPROVEN: StatementProblem = { code: 'unproven', expected: null, found: null, other: null };

function ownProblems({ opening, closing, booked }: ChainStatement): StatementProblem[] {
  if (opening === null || closing === null) {
    return [UNPROVEN];
  }
  const expected = addDecimals(opening, booked);
  return decimalsEqual(expected, closing)
    ? []
    : [
        {
          code: 'unbalanced',
          expected: formatDecimal(expected),
          found: formatDecimal(closing),
          other: null,
        },
      ];
}

function linkProblems(before: ChainStatement | null, after: ChainStatement): StatementProblem[] {
  const problem = (code: StatementProblemCode): StatementProblem => ({
    code,
    expected: before?.closing ? formatDecimal(before.closing) : null,
    found: after.opening ? formatDecimal(after.opening) : null,
    other: before?.sequence ?? null,
  });
  if (before === null) return after.opensWithin ? [problem('gap')] : [];
  const step = stepBetween(before, after);
  if (step === 'gap') return [problem('gap')];
  if (continues(before, after)) return [];
  if (before.closing === null || after.opening === null) return [];
  if (decimalsEqual(before.closing, after.opening)) return [];
  return [problem(step === 'next' ? 'openingDiffers' : 'gap')];
}

/** Whether numbers say that one follows the other directly; `unknown` where they cannot say. */
function stepBetween(before: ChainStatement, after: ChainStatement): 'next' | 'gap' | 'unknown' {
  const [left, right] = [before.number, after.number];
  if (left === null || right === null) {
    return before.closesWithin !== after.opensWithin ? 'gap' : 'unknown';
  }
  if (right.number === left.number && right.page === (left.page ?? 1) + 1) return 'next';
  if (before.closesWithin || after.opensWithin) return 'gap';
  if (right.number === left.number + 1) return 'next';
  const years = yearOf(after) - yearOf(before);
  return years === 1 && right.number === 1 ? 'unknown' : 'gap';
}

const yearOf = ({ date }: ChainStatement): number => Number(date?.slice(0, 4) ?? 0);

function withoutRepeats<Statement extends ChainStatement>(
  statements: readonly Statement[],
): { first: Statement[]; repeats: (readonly [Statement, Statement])[] } {
  const known = new Map<string, Statement>();
  const first: Statement[] = [];
  const repeats: (readonly [Statement, Statement])[] = [];
  for (const statement of statements) {
    const key = identityOf(statement);
    const earlier = key === null ? undefined : known.get(key);
    if (earlier) repeats.push([statement, earlier]);
    else first.push(statement);
    if (key !== null && !earlier) known.set(key, statement);
  }
  return { first, repeats };
}

/** A numbered statement is its number; another one is what it says, unless it says that nothing happened. */
function identityOf(statement: ChainStatement): string | null {
  const { number, date, opening, closing, booked } = statement;
  if (number) return `${yearOf(statement)} ${number.number}/${number.page ?? 1}`;
  if (!opening || !closing || decimalsEqual(opening, closing)) return null;
  return [date, ...[opening, closing, booked].map(formatDecimal)].join(' ');
}

function inOrder<Statement extends ChainStatement>(statements: readonly Statement[]): Statement[] {
  const isNumbered = statements.every(({ number }) => number !== null);
  const sorted = [...statements].sort(isNumbered ? byNumber : byDate);
  return isNumbered ? sorted : joinedByBalance(sorted);
}

function byNumber(left: ChainStatement, right: ChainStatement): number {
  return (
    yearOf(left) - yearOf(right) ||
    (left.number?.number ?? 0) - (right.number?.number ?? 0) ||
    (left.number?.page ?? 1) - (right.number?.page ?? 1)
  );
}

function byDate(left: ChainStatement, right: ChainStatement): number {
  const [one, other] = [left.date ?? '', right.date ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return byNumber(left, right);
}

/** Statements of one day without numbers follow each other as their balances do. */
function joinedByBalance<Statement extends ChainStatement>(
  sorted: readonly Statement[],
): Statement[] {
  const left = [...sorted];
  const joined: Statement[] = [];
  while (left.length > 0) {
    const date = left[0]?.date;
    const closing = joined.at(-1)?.closing;
    const sameDay = left.filter((statement) => statement.date === date);
    const next = closing
      ? sameDay.find(({ opening }) => opening && decimalsEqual(opening, closing))
      : sameDay.find((statement) => isFirstOf(statement, sameDay));
    const chosen = next ?? left[0];
    if (!chosen) break;
    left.splice(left.indexOf(chosen), 1);
    joined.push(chosen);
  }
  return joined;
}

/** No other statement of the day closes with the balance that this one opens with. */
function isFirstOf({ id, opening }: ChainStatement, sameDay: readonly ChainStatement[]): boolean {
  return !sameDay.some(
    (other) => other.id !== id && opening && other.closing && decimalsEqual(other.closing, opening),
  );
}

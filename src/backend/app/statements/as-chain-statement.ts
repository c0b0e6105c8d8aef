import { parseDecimal, ZERO } from '../../../domain/reconciliation/decimal-amount.ts';
import {
  chainOf,
  type ChainLink,
  type ChainStatement,
} from '../../../domain/reconciliation/statement-chain.ts';
import { parseStatementNumber } from '../../../domain/reconciliation/statement-number.ts';
import type { StoredStatement } from './ports.ts';

export interface PlacedStatement extends ChainStatement {
  readonly stored: StoredStatement;
}

/** Kinds with balances; a notification proves nothing about an account. */
const STATEMENTS: ReadonlySet<string> = new Set(['camt.053', 'mt940']);

export function isStatement({ kind }: Pick<StoredStatement, 'kind'>): boolean {
  return STATEMENTS.has(kind);
}

/** The chain of one account's stored statements. */
export function chainOfStored(stored: readonly StoredStatement[]): ChainLink<PlacedStatement>[] {
  return chainOf(stored.filter(isStatement).map(placed));
}

function placed(stored: StoredStatement): PlacedStatement {
  const { id, sequence, opening, closing, booked, opensWithin, closesWithin } = stored;
  const { closedOn, openedOn, createdAt } = stored;
  return {
    stored,
    id,
    sequence,
    number: parseStatementNumber(sequence),
    date: closedOn ?? openedOn ?? /^\d{4}-\d\d-\d\d/.exec(createdAt ?? '')?.[0] ?? null,
    opening: opening === null ? null : parseDecimal(opening),
    closing: closing === null ? null : parseDecimal(closing),
    booked: parseDecimal(booked) ?? ZERO,
    opensWithin,
    closesWithin,
    provenByPage: stored.kind === 'mt940',
  };
}

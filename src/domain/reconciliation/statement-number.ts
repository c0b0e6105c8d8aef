/** Where a statement stands in its account's series: its number within the year, and the page of it. */
export interface StatementNumber {
  readonly number: number;
  /** MT940 splits a long statement into messages `n/m`; null where the bank gives no page. */
  readonly page: number | null;
}

/**
 * Reads camt.053 `ElctrncSeqNb` (`118`) and MT940 `:28C:` (`00003/001`). Null for text that is no number, and for 0, which banks
 * write where they do not number.
 */
export function parseStatementNumber(sequence: string | null): StatementNumber | null {
  const match = /^\s*(\d{1,15})(?:\s*\/\s*(\d{1,15}))?\s*$/.exec(sequence ?? '');
  if (!match) return null;
  const number = Number(match[1]);
  const page = match[2] === undefined ? null : Number(match[2]);
  return number === 0 ? null : { number, page: page === 0 ? null : page };
}

import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import { latinDigits, searchKey } from '../../../domain/shared/search-key.ts';
import type { OfficerRef, TrailEntry } from '../../app/cases/ports.ts';

/** Columns in which a queue looks for what was typed. */
export interface SearchedColumns {
  readonly nameKey: Expression<string>;
  readonly numbers: readonly Expression<string>[];
  readonly beneficiaryId: Expression<string>;
}

const NUMBER_LIKE = /^[\d/-]{2,}$/;

/** Fewer digits begin too many IDs to be anybody's. */
const ID_DIGITS = 5;

/**
 * Finds a case by its number, the person's ID (both from the beginning) or the name in any spelling: every word of
 * it anywhere in the name. Null when nothing was typed.
 */
export function matchesSearch<DB, TB extends keyof DB>(
  eb: ExpressionBuilder<DB, TB>,
  text: string | undefined,
  { nameKey, numbers, beneficiaryId }: SearchedColumns,
): Expression<SqlBool> | null {
  const typed = latinDigits((text ?? '').trim());
  if (typed === '') return null;
  if (NUMBER_LIKE.test(typed)) {
    const to = `${typed}\uffff`;
    const numbered = numbers.map(
      (number) => sql<SqlBool>`(${number} >= ${typed} and ${number} < ${to})`,
    );
    if (typed.length < ID_DIGITS || !/^\d+$/.test(typed)) return eb.or(numbered);
    return eb.or([
      ...numbered,
      sql<SqlBool>`${beneficiaryId} in
        (select id from beneficiary where national_id >= ${typed} and national_id < ${to})`,
    ]);
  }
  const words = searchKey(typed).split(' ').filter(Boolean);
  if (words.length === 0) return sql<SqlBool>`false`;
  // NOTE: a search key holds letters and digits only, so no word can be a pattern of its own.
  return eb.and(words.map((word) => sql<SqlBool>`${nameKey} like ${`%${word}%`}`));
}

/** Rows by the case that they belong to, in their order. */
export function byCase<Row>(
  rows: readonly Row[],
  caseOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(caseOf(row));
    if (group) group.push(row);
    else groups.set(caseOf(row), [row]);
  }
  return groups;
}

export function officerRef(id: string | null, name: string | null): OfficerRef | null {
  return id === null ? null : { id, name: name ?? '' };
}

/** What an event holds beside its type, as JSON. */
export function eventDetails<Event extends { readonly type: string }>(event: Event): string {
  const { type: _, ...details } = event;
  return JSON.stringify(details);
}

/** NOTE: the one place where a stored event becomes a typed one; only `append` writes them. */
export function eventFrom<Event extends { readonly type: string }>(row: {
  readonly type: string;
  readonly details: string;
}): Event {
  const details = JSON.parse(row.details) as Omit<Event, 'type'>;
  return { type: row.type, ...details } as unknown as Event;
}

export function trailEntry<Event extends { readonly type: string }>(row: {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly details: string;
  readonly officer_id: string | null;
  readonly full_name: string | null;
}): TrailEntry<Event> {
  return {
    seq: row.seq,
    at: row.at as IsoInstant,
    by: row.officer_id,
    byName: row.full_name,
    event: eventFrom<Event>(row),
  };
}

import { sql } from 'kysely';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Page } from '../../app/cases/ports.ts';
import type { Candidate } from '../../app/settlements/ports.ts';
import type { Reader } from '../database.ts';

const FOUND = sql`(k.owed_halalas > 0 or k.overpaid_halalas > 0)
  and not exists (select 1 from settlement s where s.beneficiary_id = b.id and s.status in ('awaitingApproval', 'sentBack'))`;

/** People whose past months are owed or were overpaid, the largest sums first. */
export async function candidates(
  db: Reader['db'],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Page<Candidate>> {
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from settlement_check k
    cross join beneficiary b on b.no = k.beneficiary_no where ${FOUND}`.execute(db);
  const { rows } = await sql<{
    id: string;
    full_name: string;
    national_id: string;
    from_month: string | null;
    months: number;
    owed: number;
    overpaid: number;
    checked_at: string;
    source: string | null;
    reason: string | null;
    at: string | null;
  }>`
    select b.id, b.full_name, b.national_id, k.from_month, k.months, k.owed_halalas as owed,
      k.overpaid_halalas as overpaid, k.checked_at, c.source, c.reason, c.at
    from settlement_check k
    cross join beneficiary b on b.no = k.beneficiary_no
    left join registry_change c on c.no = (select max(f.recorded_in) from household_fact f
      where f.beneficiary_no = b.no and f.kind <> 'contact')
    where ${FOUND}
    order by k.owed_halalas + k.overpaid_halalas desc, b.id limit ${limit} offset ${offset}`.execute(
    db,
  );
  return {
    rows: rows.map((row) => ({
      beneficiaryId: row.id,
      name: row.full_name,
      nationalId: row.national_id,
      from: row.from_month as IsoMonth | null,
      months: row.months,
      owed: row.owed as Halalas,
      overpaid: row.overpaid as Halalas,
      checkedAt: row.checked_at as IsoInstant,
      change:
        row.source === null || row.at === null
          ? null
          : { source: row.source, reason: row.reason ?? '', at: row.at as IsoInstant },
    })),
    total: counted[0]?.total ?? 0,
  };
}

/**
 * People about whom something was recorded since they were looked at, and who were paid something: what a branch began with and
 * what lists brought is no news, nor is a telephone number.
 */
const NEWS = sql`
  with looked as (select coalesce(max(changed_in), 0) as no, coalesce(max(checked_at), '') as at
    from settlement_check where beneficiary_no = 0),
  news as (
    select f.beneficiary_no as no, max(c.no) as change
    from looked cross join registry_change c on c.no > looked.no and c.source not in ('founding', 'paymentList')
    cross join household_fact f on f.recorded_in = c.no and f.kind <> 'contact' group by 1
    union all
    select f.beneficiary_no, max(c.no)
    from looked cross join registry_change c on c.no > looked.no and c.source not in ('founding', 'paymentList')
    cross join household_fact f on f.superseded_in = c.no and f.kind <> 'contact' group by 1),
  decided as (
    select b.no, e.at from looked
    cross join objection_event e on e.type = 'approved' and e.at > looked.at
    cross join objection o on o.id = e.objection_id and o.status in ('accepted', 'partlyAccepted')
    cross join beneficiary b on b.id = o.beneficiary_id
    union all
    select b.no, e.at from looked
    cross join complaint_event e on e.type = 'approved' and e.at > looked.at
    cross join complaint c on c.id = e.complaint_id and c.status in ('accepted', 'partlyAccepted')
    cross join beneficiary b on b.id = c.beneficiary_id),
  unchecked as (
    select news.no from news left join settlement_check k on k.beneficiary_no = news.no
    where news.change > coalesce(k.changed_in, 0)
    union
    select decided.no from decided left join settlement_check k on k.beneficiary_no = decided.no
    where decided.at > coalesce(k.checked_at, ''))`;

export async function countUnchecked(db: Reader['db']): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    ${NEWS} select count(*) as count from unchecked`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function unchecked(db: Reader['db'], limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    ${NEWS} select b.id from unchecked cross join beneficiary b on b.no = unchecked.no
    order by b.no limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

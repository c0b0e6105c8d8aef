import { sql } from 'kysely';
import type { FileSide } from '../../app/duplicates/ports.ts';
import type { MergeableFile, PaidMonth } from '../../../domain/duplicates/merge.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import {
  riyadhDate,
  type IsoDate,
  type IsoInstant,
  type IsoMonth,
} from '../../../domain/shared/iso-date.ts';
import type { Reader } from '../database.ts';

/** Payments that no bank has answered for good. */
const ON_THE_WAY = sql.raw(`('prepared', 'held', 'sent', 'bankAccepted')`);
const NOT_PAID = sql.raw(`('rejected', 'returned', 'cancelled', 'held')`);

/** One file with what hangs on it. */
export async function fileSide(
  db: Reader['db'],
  beneficiaryId: string,
): Promise<FileSide | undefined> {
  const row = await db
    .selectFrom('beneficiary')
    .selectAll()
    .where('id', '=', beneficiaryId)
    .executeTakeFirst();
  if (!row) return undefined;
  const accounts = await db
    .selectFrom('bank_account')
    .where('beneficiary_id', '=', beneficiaryId)
    .orderBy('valid_from', 'desc')
    .select(['iban', 'valid_to'])
    .execute();
  const { rows } = await sql<{
    dependants: number;
    payments: number;
    paid: number;
    last_month: string | null;
    planned: number;
    cases: number;
    letters: number;
  }>`
    select
      (select count(distinct subject) from household_fact where beneficiary_no = ${row.no} and kind = 'person'
        and subject > 0 and superseded_in is null and valid_to is null) as dependants,
      (select count(*) from payment where beneficiary_id = ${beneficiaryId}) as payments,
      (select coalesce(sum(amount_halalas), 0) from payment where beneficiary_id = ${beneficiaryId}
        and status not in ${NOT_PAID}) as paid,
      (select max(month) from payment where beneficiary_id = ${beneficiaryId}) as last_month,
      (select count(*) from payment where beneficiary_id = ${beneficiaryId} and status in ${ON_THE_WAY}
        and live = 1) as planned,
      (select count(*) from complaint where beneficiary_id = ${beneficiaryId})
        + (select count(*) from objection where beneficiary_id = ${beneficiaryId}) as cases,
      (select count(*) from letter where beneficiary_id = ${beneficiaryId}) as letters`.execute(db);
  const [counts] = rows;
  if (!counts) return undefined;
  return {
    beneficiaryId,
    name: row.full_name,
    nationalId: row.national_id,
    compared: {
      no: row.no,
      nationalId: row.national_id,
      name: row.full_name,
      sex: row.sex,
      birthDate: row.birth_date as IsoDate | null,
      phone: row.phone,
      ibans: accounts.map(({ iban, valid_to: to }) => ({ iban, current: to === null })),
    },
    address: row.address,
    registeredOn: riyadhDate(row.created_at as IsoInstant),
    dependants: counts.dependants,
    payments: counts.payments,
    paid: counts.paid as Halalas,
    lastMonth: counts.last_month as IsoMonth | null,
    plannedPayments: counts.planned,
    cases: counts.cases,
    letters: counts.letters,
  };
}

export async function mergeableFile(
  db: Reader['db'],
  beneficiaryId: string,
): Promise<MergeableFile | undefined> {
  const { rows } = await sql<{
    id: string;
    merged_into: string | null;
    planned: number;
    carries: number;
  }>`
    select b.id, b.merged_into,
      (select count(*) from payment p where p.beneficiary_id = b.id and p.status in ${ON_THE_WAY} and p.live = 1)
        as planned,
      (select count(*) from beneficiary o where o.merged_into = b.id) as carries
    from beneficiary b where b.id = ${beneficiaryId}`.execute(db);
  const [row] = rows;
  return (
    row && {
      id: row.id,
      mergedInto: row.merged_into,
      plannedPayments: row.planned,
      carries: row.carries,
    }
  );
}

export async function paymentsOfFiles(
  db: Reader['db'],
  keptId: string,
  leftId: string,
): Promise<PaidMonth[]> {
  const rows = await db
    .selectFrom('payment as p')
    .innerJoin('programme as g', 'g.no', 'p.programme_no')
    .where('p.beneficiary_id', 'in', [keptId, leftId])
    .select(['p.beneficiary_id', 'p.month', 'p.kind', 'p.status', 'p.amount_halalas', 'g.code'])
    .execute();
  return rows.map((row) => ({
    file: row.beneficiary_id === keptId ? 'kept' : 'left',
    month: row.month as IsoMonth,
    programme: row.code,
    kind: row.kind,
    status: row.status,
    amount: row.amount_halalas as Halalas,
  }));
}

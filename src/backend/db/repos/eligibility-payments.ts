import { sql, type RawBuilder } from 'kysely';
import type { EligibilityWriter } from '../../app/entitlement/run-ports.ts';
import type { NumberRange } from '../../app/reconciliation/ports.ts';
import { isFrozenBy, LIFE_STATUSES } from '../../../domain/resume/life-case.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { Transactor } from '../database.ts';
import { jsonRows } from '../dialect/json-rows.ts';

type Db = Transactor['db'];
type RunOfMonth = Parameters<EligibilityWriter['payable']>[0];

/** The pension is the first programme. */
const PENSION = 1;

const FREEZING = LIFE_STATUSES.filter(isFrozenBy);

/** A person's live payment of a month's pension, however it came to be. */
const isPensionOf = (month: string): RawBuilder<unknown> => sql`
  p.beneficiary_id = b.id and p.month = ${month} and p.kind = 'regular' and p.programme_no = ${PENSION} and p.live = 1`;

/** Whether a file that was merged into this one has the month's pension already: it is one person's. */
const isPaidByOtherFile = (month: string): RawBuilder<unknown> => sql`exists (
  select 1 from beneficiary f cross join payment o on o.beneficiary_id = f.id and o.month = ${month}
    and o.kind = 'regular' and o.programme_no = ${PENSION} and o.live = 1 and o.status <> 'cancelled'
  where f.merged_into = b.id)`;

/** Whether a settlement, a complaint or somebody by hand has paid what no list paid. */
const isPaidOtherwise = (month: string): RawBuilder<unknown> => sql`exists (
  select 1 from payment o where o.beneficiary_id = b.id and o.month = ${month}
    and o.kind in ('difference', 'retroactive') and o.programme_no = ${PENSION} and o.live = 1
    and o.status <> 'cancelled')`;

const holdsOn = (today: IsoDate): RawBuilder<unknown> =>
  sql`a.beneficiary_id = b.id and (a.valid_to is null or a.valid_to > ${today})`;

const inRange = (runNo: number, { from, to }: NumberRange): RawBuilder<unknown> =>
  sql`e.run_no = ${runNo} and e.beneficiary_no between ${from} and ${to}`;

/** See `EligibilityWriter.findObstacles`: for each household the first that applies. */
export async function findObstacles(
  db: Db,
  { no, month }: RunOfMonth,
  range: NumberRange,
  today: IsoDate,
): Promise<void> {
  await sql`
    insert into eligibility_obstacle (run_no, beneficiary_no, kind, due_halalas, listed_halalas)
    select ${no}, * from (
      select b.no,
        case
          when p.no is not null then case
            when p.import_no is null or p.status = 'cancelled' then null
            when b.eligibility <> 'eligible' then 'listNotDue'
            when e.run_no is null then 'listUnknown'
            when e.pension_halalas = 0 then 'listNotDue'
            when p.amount_halalas <> e.pension_halalas then 'listDiffers' end
          when coalesce(e.pension_halalas, 0) = 0 then null
          when b.deceased_on is not null then 'deceased'
          when b.merged_into is not null then 'merged'
          when b.eligibility <> 'eligible' then 'stopped'
          when ${isPaidByOtherFile(month)} then 'otherFile'
          when ${isPaidOtherwise(month)} then 'paidOtherwise'
          when not exists (select 1 from bank_account a where ${holdsOn(today)}) then 'noAccount'
          when b.id in (select beneficiary_id from life_case where status in (${sql.join(FREEZING)})) then 'frozen'
        end as kind,
        coalesce(e.pension_halalas, 0), p.amount_halalas
      from beneficiary b
      left join entitlement e on e.run_no = ${no} and e.beneficiary_no = b.no
      left join payment p on ${isPensionOf(month)}
      where b.no between ${range.from} and ${range.to}
    ) where kind is not null`.execute(db);
}

/** See `EligibilityWriter.payable`. */
export async function payableOf(
  db: Db,
  { no, month }: RunOfMonth,
  range: NumberRange,
  today: IsoDate,
): Promise<{ beneficiaryNo: number; due: Halalas }[]> {
  const { rows } = await sql<{ no: number; due: number }>`
    select b.no, e.pension_halalas as due from entitlement e
    cross join beneficiary b on b.no = e.beneficiary_no
    where ${inRange(no, range)} and e.pension_halalas > 0 and b.deceased_on is null
      and b.eligibility = 'eligible' and b.merged_into is null and not ${isPaidByOtherFile(month)}
      and not ${isPaidOtherwise(month)}
      and not exists (select 1 from payment p where ${isPensionOf(month)})
      and exists (select 1 from bank_account a where ${holdsOn(today)})
    order by b.no`.execute(db);
  return rows.map(({ no: beneficiaryNo, due }) => ({ beneficiaryNo, due: due as Halalas }));
}

/** See `EligibilityWriter.prepare`. */
export async function preparePensions(
  db: Db,
  { no, month, cycleNumber }: Parameters<EligibilityWriter['prepare']>[0],
  payments: Parameters<EligibilityWriter['prepare']>[1],
  today: IsoDate,
  { at, officerId }: Parameters<EligibilityWriter['prepare']>[3],
): Promise<void> {
  const given = jsonRows(
    payments.map(({ id, beneficiaryNo, endToEndId }) => [id, beneficiaryNo, endToEndId]),
    ['id', 'beneficiary_no', 'end_to_end_id'],
    'given',
  );
  const { numAffectedRows } = await sql`
    insert into payment (id, cycle_number, beneficiary_id, name_key, programme_no, month, kind, amount_halalas,
      due_halalas, iban, bank_code, end_to_end_id, status)
    select given.id, ${cycleNumber}, b.id, b.name_key, ${PENSION}, ${month}, 'regular', e.pension_halalas,
      e.pension_halalas, a.iban, a.bank_code, given.end_to_end_id, 'prepared'
    from ${given}
    cross join beneficiary b on b.no = given.beneficiary_no
    cross join entitlement e on e.run_no = ${no} and e.beneficiary_no = b.no
    cross join bank_account a on a.id = (select id from bank_account a where ${holdsOn(today)}
      order by a.valid_from desc, a.id desc limit 1)`.execute(db);
  if (Number(numAffectedRows) !== payments.length)
    throw new Error('Payments of people without an account');
  await sql`
    insert into payment_event (payment_no, type, at, amount_halalas, officer_id)
    select p.no, 'prepared', ${at}, p.amount_halalas, ${officerId}
    from ${given} cross join payment p on p.id = given.id`.execute(db);
}

/** See `EligibilityWriter.setDue`. */
export async function setDueOf(
  db: Db,
  { no, month }: RunOfMonth,
  range: NumberRange,
): Promise<void> {
  // NOTE: `update from` would go through all payments for each range.
  await sql`
    update payment set due_halalas = (
      select e.pension_halalas from beneficiary b
      cross join entitlement e on e.run_no = ${no} and e.beneficiary_no = b.no
      where b.id = payment.beneficiary_id)
    where no in (
      select p.no from entitlement e
      cross join beneficiary b on b.no = e.beneficiary_no
      cross join payment p on ${isPensionOf(month)}
      where ${inRange(no, range)} and p.due_halalas is not e.pension_halalas
    )`.execute(db);
}

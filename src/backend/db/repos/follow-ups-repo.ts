import { sql } from 'kysely';
import type { FollowUpDto, FollowUpRow } from '../../../contract/follow-ups.ts';
import type { ExceptionKind } from '../../../domain/reconciliation/exception-kind.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import {
  riyadhDate,
  type IsoDate,
  type IsoInstant,
  type IsoMonth,
} from '../../../domain/shared/iso-date.ts';
import type { FollowUpReader, FollowUpWriter } from '../../app/reconciliation/follow-up-ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonValues } from '../dialect/json-rows.ts';

export class FollowUpReadRepo implements FollowUpReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  facts: FollowUpReader['facts'] = async (exceptionIds) => {
    const { rows } = await sql<{
      id: string;
      version: number;
      opened_at: IsoInstant;
      bank_code: string | null;
      month: IsoMonth | null;
      beneficiary_id: string | null;
      full_name: string | null;
      phone: string | null;
      iban: string | null;
      end_to_end_id: string | null;
      bank_reference: string | null;
      ours: Halalas | null;
      banks: Halalas | null;
      booked_on: IsoDate | null;
    }>`
      select x.id, x.version, x.opened_at, p.bank_code, p.month, p.beneficiary_id, b.full_name, b.phone,
        coalesce(p.iban, l.account) as iban, coalesce(p.end_to_end_id, l.end_to_end_id) as end_to_end_id,
        coalesce(l.bank_reference, l.uetr) as bank_reference, p.amount_halalas as ours,
        l.amount_halalas as banks, l.booked_on
      from ${jsonValues(exceptionIds, 'given')}
      cross join reconciliation_exception x on x.id = given.value
      left join payment p on p.id = x.payment_id
      left join beneficiary b on b.id = p.beneficiary_id
      left join bank_line l on l.id = x.bank_line_id
      order by given.key`.execute(this.#db);
    return rows.map((row) => ({
      exceptionId: row.id,
      version: row.version,
      bankCode: row.bank_code,
      month: row.month,
      person:
        row.beneficiary_id === null || row.full_name === null
          ? null
          : { beneficiaryId: row.beneficiary_id, name: row.full_name, phone: row.phone },
      payment: {
        endToEndId: row.end_to_end_id,
        bankReference: row.bank_reference,
        ours: row.ours,
        banks: row.banks,
        date: row.booked_on ?? riyadhDate(row.opened_at),
        ibanTail: row.iban === null ? null : row.iban.slice(-4),
      },
    }));
  };

  of: FollowUpReader['of'] = async (exceptionId) => {
    const rows = await this.#db
      .selectFrom('follow_up_exception as e')
      .innerJoin('follow_up as f', 'f.no', 'e.follow_up_no')
      .innerJoin('officer as o', 'o.id', 'f.recorded_by')
      .where('e.exception_id', '=', exceptionId)
      .orderBy('f.no', 'desc')
      .select(['f.id', 'f.asked', 'f.text', 'f.due_on', 'f.recorded_at', 'o.full_name'])
      .execute();
    return rows.map(toDto);
  };

  list: FollowUpReader['list'] = async ({ due, today, offset, limit }) => {
    const stillOpen = sql`select 1 from follow_up_exception e
      join reconciliation_exception x on x.id = e.exception_id and x.status = 'open'
      where e.follow_up_no = f.no and x.follow_up_on <= ${today}`;
    const where = due ? sql`where f.due_on <= ${today} and exists (${stillOpen})` : sql``;
    const counted = await sql<{ total: number }>`
      select count(*) as total from follow_up f ${where}`.execute(this.#db);
    const { rows } = await sql<
      Parameters<typeof toDto>[0] & {
        bank_code: string | null;
        exceptions: number;
        open: number;
        amount: Halalas;
        kind: ExceptionKind;
        reason_code: string | null;
      }
    >`
      select f.id, f.asked, f.text, f.due_on, f.recorded_at, o.full_name, f.bank_code,
        count(*) as exceptions, sum(x.status = 'open') as open, coalesce(sum(x.amount_halalas), 0) as amount,
        min(x.kind) as kind, min(x.reason_code) as reason_code
      from (select * from follow_up f ${where} order by f.due_on, f.no limit ${limit} offset ${offset}) f
      join officer o on o.id = f.recorded_by
      join follow_up_exception e on e.follow_up_no = f.no
      join reconciliation_exception x on x.id = e.exception_id
      group by f.no order by f.due_on, f.no`.execute(this.#db);
    return {
      rows: rows.map((row): FollowUpRow => ({
        ...toDto(row),
        bankCode: row.bank_code,
        exceptions: row.exceptions,
        open: row.open,
        amount: row.amount,
        kind: row.kind,
        reasonCode: row.reason_code,
      })),
      total: counted.rows[0]?.total ?? 0,
    };
  };
}

export class FollowUpWriteRepo extends FollowUpReadRepo implements FollowUpWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  add: FollowUpWriter['add'] = async (followUp, { at, officerId }) => {
    const { id, asked, bankCode, text, dueOn, exceptions } = followUp;
    const { no } = await this.#db
      .insertInto('follow_up')
      .values({
        id,
        asked,
        bank_code: bankCode,
        text,
        due_on: dueOn,
        recorded_at: at,
        recorded_by: officerId,
      })
      .returning('no')
      .executeTakeFirstOrThrow();
    await sql`
      insert into follow_up_exception (follow_up_no, exception_id)
      select ${no}, value from ${jsonValues(exceptions, 'given')}`.execute(this.#db);
    await this.#db
      .updateTable('reconciliation_exception')
      .set({ follow_up_on: dueOn, version: sql<number>`version + 1` })
      .where('id', 'in', exceptions)
      .execute();
  };
}

function toDto(row: {
  readonly id: string;
  readonly asked: FollowUpDto['asked'];
  readonly text: string;
  readonly due_on: string;
  readonly recorded_at: string;
  readonly full_name: string;
}): FollowUpDto {
  return {
    id: row.id,
    asked: row.asked,
    text: row.text,
    dueOn: row.due_on as IsoDate,
    recordedAt: row.recorded_at as IsoInstant,
    recordedBy: row.full_name,
  };
}

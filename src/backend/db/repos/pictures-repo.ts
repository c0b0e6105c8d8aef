import { sql } from 'kysely';
import type { ReasonCodeList } from '../../../domain/reconciliation/reason-code.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { PictureReader } from '../../app/reconciliation/picture-ports.ts';
import type { Reader } from '../database.ts';

export class PictureReadRepo implements PictureReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader) {
    this.#db = db;
  }

  cyclesUpTo: PictureReader['cyclesUpTo'] = async (cycleId, limit) => {
    const { rows } = await sql<{ number: number; month: IsoMonth }>`
      select number, month from cycle
      where number <= (select number from cycle where id = ${cycleId})
      order by number desc limit ${limit}`.execute(this.#db);
    return rows;
  };

  banksOf: PictureReader['banksOf'] = async (cycleNumber, status) => {
    // One step through the index for each bank, however many payments it has.
    const next = (after: string) => sql`(select min(p.bank_code) from payment p
      where p.cycle_number = ${cycleNumber} and p.status = ${status} and p.bank_code > ${sql.raw(after)})`;
    const { rows } = await sql<{ bank: string }>`
      with recursive found (bank) as (
        select ${next("''")}
        union all
        select ${next('found.bank')} from found where found.bank is not null
      )
      select bank from found where bank is not null`.execute(this.#db);
    return rows.map(({ bank }) => bank);
  };

  sumOf: PictureReader['sumOf'] = async (cycleNumber, status, bankCode) => {
    const { rows } = await sql<{ count: number; amount: number }>`
      select count(*) as count, coalesce(sum(amount_halalas), 0) as amount from payment
      where cycle_number = ${cycleNumber} and status = ${status} and bank_code = ${bankCode}`.execute(
      this.#db,
    );
    return rows[0] ?? { count: 0, amount: 0 };
  };

  reasonsOf: PictureReader['reasonsOf'] = async (cycleNumber, status) => {
    const { rows } = await sql<{
      list: ReasonCodeList | null;
      code: string | null;
      count: number;
      amount: number;
    }>`
      select reason_list as list, reason_code as code, count(*) as count,
        coalesce(sum(amount_halalas), 0) as amount
      from payment where cycle_number = ${cycleNumber} and status = ${status}
      group by reason_list, reason_code`.execute(this.#db);
    return rows;
  };
}

import { halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { CycleStanding, TodayReader } from '../../app/today/ports.ts';
import type { Reader } from '../database.ts';

export class TodayReadRepo implements TodayReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader) {
    this.#db = db;
  }

  async newestCycle(): Promise<CycleStanding | undefined> {
    const cycle = await this.#db
      .selectFrom('cycle')
      .selectAll()
      // NOTE: the one that went to the banks; a cycle ahead holds differences before its list is made.
      .orderBy(
        (eb) =>
          eb.exists(
            eb
              .selectFrom('payment_import as i')
              .select('i.no')
              .whereRef('i.cycle_id', '=', 'cycle.id')
              .where('i.status', '=', 'sent'),
          ),
        'desc',
      )
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!cycle) return undefined;
    const statuses = await this.#db
      .selectFrom('payment')
      .where('cycle_number', '=', cycle.number)
      // What is held and stands in no run was never sent.
      .where((eb) => eb.or([eb('status', '!=', 'held'), eb('import_no', 'is not', null)]))
      .groupBy('status')
      .select((eb) => [
        'status',
        eb.fn.countAll<number>().as('payments'),
        eb.fn.sum<number>('amount_halalas').as('amount'),
      ])
      .execute();
    const { count } = await this.#db
      .selectFrom('reconciliation_exception')
      .where('cycle_id', '=', cycle.id)
      .where('status', '=', 'open')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return {
      id: cycle.id,
      number: cycle.number,
      month: cycle.month as IsoMonth,
      payDate: cycle.pay_date as IsoDate,
      status: cycle.status,
      statuses: statuses.map((row) => ({ ...row, amount: halalas(row.amount) })),
      openExceptions: count,
    };
  }
}

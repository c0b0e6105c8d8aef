import type {
  ComplaintEvent,
  ComplaintState,
  RecordedComplaintEvent,
} from '../../../domain/complaints/complaint.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Stamp, TrailEntry } from '../../app/cases/ports.ts';
import type {
  ComplaintFile,
  ComplaintQueue,
  ComplaintQueueRow,
  ComplaintReader,
  ComplaintWriter,
  NewComplaint,
} from '../../app/complaints/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { byCase, eventDetails, eventFrom, trailEntry } from './case-rows.ts';
import { complaintQueue, countComplaintViews, queueRows } from './complaint-queue.ts';
import { complaintFile, complaintState, newComplaintRow, stateColumns } from './complaint-rows.ts';
import { tracedPayments } from './traced-payments.ts';

export class ComplaintReadRepo implements ComplaintReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  counts: ComplaintReader['counts'] = (officerId, today) =>
    countComplaintViews(this.#db, officerId, today);

  async waitingFor(officerId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('complaint')
      .where('status', '=', 'awaitingApproval')
      .where('proposed_by', '<>', officerId)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  queue = (query: ComplaintQueue) => complaintQueue(this.#db, query);

  async queueRow(id: string): Promise<ComplaintQueueRow | undefined> {
    return (await queueRows(this.#db, [id]))[0];
  }

  async byId(id: string): Promise<ComplaintFile | undefined> {
    const row = await this.#db
      .selectFrom('complaint')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return undefined;
    const months = await this.#db
      .selectFrom('complaint_month')
      .selectAll()
      .where('complaint_id', '=', id)
      .orderBy('month')
      .execute();
    return complaintFile(row, months);
  }

  async trail(id: string): Promise<TrailEntry<ComplaintEvent>[]> {
    const rows = await this.#db
      .selectFrom('complaint_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.complaint_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.at', 'e.type', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<ComplaintEvent>(row));
  }

  payments = (beneficiaryId: string, months: readonly IsoMonth[]) =>
    tracedPayments(this.#db, beneficiaryId, months);

  async openAbout(
    beneficiaryId: string,
    months: readonly IsoMonth[],
  ): Promise<{ id: string; ticket: string; month: IsoMonth } | undefined> {
    const row = await this.#db
      .selectFrom('complaint as c')
      .innerJoin('complaint_month as m', 'm.complaint_id', 'c.id')
      .where('c.beneficiary_id', '=', beneficiaryId)
      .where('c.standing', 'in', [0, 1])
      .where('m.month', 'in', months)
      .orderBy('c.ticket')
      .select(['c.id', 'c.ticket', 'm.month'])
      .executeTakeFirst();
    return row && { id: row.id, ticket: row.ticket, month: row.month as IsoMonth };
  }

  async payDates(months: readonly IsoMonth[]): Promise<Map<IsoMonth, IsoDate>> {
    const rows = await this.#db
      .selectFrom('cycle')
      .where('month', 'in', months)
      .select(['month', 'pay_date'])
      .execute();
    return new Map(rows.map((row) => [row.month as IsoMonth, row.pay_date as IsoDate]));
  }

  async lastCycleMonth(): Promise<IsoMonth | null> {
    const row = await this.#db
      .selectFrom('cycle')
      .select('month')
      // NOTE: a cycle ahead holds differences before its list is made.
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('payment_import as i')
            .select('i.no')
            .whereRef('i.cycle_id', '=', 'cycle.id')
            .where('i.status', '=', 'sent'),
        ),
      )
      .orderBy('month', 'desc')
      .limit(1)
      .executeTakeFirst();
    return (row?.month ?? null) as IsoMonth | null;
  }

  withEvents: ComplaintReader['withEvents'] = async (afterId, limit) => {
    const rows = await this.#db
      .selectFrom('complaint')
      .selectAll()
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .execute();
    const ids = rows.map((row) => row.id);
    const events = await this.#db
      .selectFrom('complaint_event')
      .where('complaint_id', 'in', ids)
      .orderBy('complaint_id')
      .orderBy('seq')
      .select(['complaint_id', 'type', 'officer_id', 'details'])
      .execute();
    const groups = byCase(events, (event) => event.complaint_id);
    return rows.map((row) => ({
      id: row.id,
      ticket: row.ticket,
      state: complaintState(row),
      events: (groups.get(row.id) ?? []).map((event): RecordedComplaintEvent => ({
        by: event.officer_id,
        event: eventFrom<ComplaintEvent>(event),
      })),
    }));
  };
}

export class ComplaintWriteRepo extends ComplaintReadRepo implements ComplaintWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async add(complaint: NewComplaint): Promise<void> {
    await this.#db.insertInto('complaint').values(newComplaintRow(complaint)).execute();
    await this.#db
      .insertInto('complaint_month')
      .values(
        complaint.months.map(({ month, expected, received }) => ({
          complaint_id: complaint.id,
          month,
          expected_halalas: expected,
          received_halalas: received,
        })),
      )
      .execute();
  }

  async save(id: string, version: number, next: ComplaintState): Promise<boolean> {
    const result = await this.#db
      .updateTable('complaint')
      .set({ ...stateColumns(next), version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  }

  async append(id: string, events: readonly ComplaintEvent[], { at, by }: Stamp): Promise<void> {
    if (events.length === 0) return;
    await this.#db
      .insertInto('complaint_event')
      .values(
        events.map((event) => ({
          complaint_id: id,
          type: event.type,
          at,
          officer_id: by,
          details: eventDetails(event),
        })),
      )
      .execute();
  }
}

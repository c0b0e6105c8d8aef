import type { Selectable } from 'kysely';
import type {
  ObjectionEvent,
  ObjectionState,
  RecordedObjectionEvent,
} from '../../../domain/objections/objection.ts';
import type { Stamp, TrailEntry } from '../../app/cases/ports.ts';
import type {
  NewObjection,
  ObjectionFile,
  ObjectionQueue,
  ObjectionQueueRow,
  ObjectionReader,
  ObjectionWriter,
  RefusalReasonEntry,
} from '../../app/objections/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import type { ObjectionReasonTable } from '../schema/cases.ts';
import { byCase, eventDetails, eventFrom, trailEntry } from './case-rows.ts';
import { countObjectionViews, objectionQueue, objectionQueueRows } from './objection-queue.ts';
import {
  newObjectionRow,
  objectionFile,
  objectionState,
  reasonRows,
  stateColumns,
} from './objection-rows.ts';

export class ObjectionReadRepo implements ObjectionReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  counts: ObjectionReader['counts'] = (officerId, today) =>
    countObjectionViews(this.#db, officerId, today);

  async waitingFor(officerId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('objection')
      .where('status', '=', 'awaitingSecond')
      .where('proposed_by', '<>', officerId)
      .where((eb) =>
        eb.or([eb('first_decided_by', 'is', null), eb('first_decided_by', '<>', officerId)]),
      )
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  queue = (query: ObjectionQueue) => objectionQueue(this.#db, query);

  async queueRow(id: string): Promise<ObjectionQueueRow | undefined> {
    return (await objectionQueueRows(this.#db, [id]))[0];
  }

  async byId(id: string): Promise<ObjectionFile | undefined> {
    const row = await this.#db
      .selectFrom('objection')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && objectionFile(row, await this.#reasons([id]));
  }

  async trail(id: string): Promise<TrailEntry<ObjectionEvent>[]> {
    const rows = await this.#db
      .selectFrom('objection_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.objection_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.at', 'e.type', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<ObjectionEvent>(row));
  }

  async openOf(beneficiaryId: string): Promise<{ id: string; number: string } | undefined> {
    return this.#db
      .selectFrom('objection')
      .where('beneficiary_id', '=', beneficiaryId)
      .where('standing', '=', 0)
      .select(['id', 'number'])
      .executeTakeFirst();
  }

  async refusalReasons(): Promise<RefusalReasonEntry[]> {
    const rows = await this.#db
      .selectFrom('refusal_reason')
      .selectAll()
      .orderBy('position')
      .orderBy('code')
      .execute();
    return rows.map((row) => ({
      code: row.code,
      textAr: row.text_ar,
      textEn: row.text_en,
      article: row.article,
      active: row.active === 1,
    }));
  }

  withEvents: ObjectionReader['withEvents'] = async (afterId, limit) => {
    const rows = await this.#db
      .selectFrom('objection')
      .selectAll()
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .execute();
    const ids = rows.map((row) => row.id);
    const reasons = byCase(await this.#reasons(ids), (reason) => reason.objection_id);
    const events = await this.#db
      .selectFrom('objection_event')
      .where('objection_id', 'in', ids)
      .orderBy('objection_id')
      .orderBy('seq')
      .select(['objection_id', 'type', 'officer_id', 'details'])
      .execute();
    const eventsOf = byCase(events, (event) => event.objection_id);
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: objectionState(row, reasons.get(row.id) ?? []),
      events: (eventsOf.get(row.id) ?? []).map((event): RecordedObjectionEvent => ({
        by: event.officer_id,
        event: eventFrom<ObjectionEvent>(event),
      })),
    }));
  };

  async #reasons(ids: readonly string[]): Promise<Selectable<ObjectionReasonTable>[]> {
    return this.#db
      .selectFrom('objection_reason')
      .selectAll()
      .where('objection_id', 'in', ids)
      .orderBy('position')
      .execute();
  }
}

export class ObjectionWriteRepo extends ObjectionReadRepo implements ObjectionWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async add(objection: NewObjection): Promise<void> {
    await this.#db.insertInto('objection').values(newObjectionRow(objection)).execute();
    await this.#db
      .insertInto('objection_reason')
      .values(reasonRows(objection.id, objection.state.reasons))
      .execute();
  }

  async save(id: string, version: number, next: ObjectionState): Promise<boolean> {
    const result = await this.#db
      .updateTable('objection')
      .set({ ...stateColumns(next), version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) return false;
    await this.#db
      .insertInto('objection_reason')
      .values(reasonRows(id, next.reasons))
      .onConflict((conflict) =>
        conflict.columns(['objection_id', 'code']).doUpdateSet((eb) => ({
          finding: eb.ref('excluded.finding'),
          note: eb.ref('excluded.note'),
          evidence_document_id: eb.ref('excluded.evidence_document_id'),
          evidence_page: eb.ref('excluded.evidence_page'),
        })),
      )
      .execute();
    return true;
  }

  async append(id: string, events: readonly ObjectionEvent[], { at, by }: Stamp): Promise<void> {
    if (events.length === 0) return;
    await this.#db
      .insertInto('objection_event')
      .values(
        events.map((event) => ({
          objection_id: id,
          type: event.type,
          at,
          officer_id: by,
          details: eventDetails(event),
        })),
      )
      .execute();
  }
}

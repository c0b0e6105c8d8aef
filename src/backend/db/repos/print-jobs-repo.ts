import {
  openedJob,
  printJobAfter,
  type PrintItem,
  type PrintJob,
  type PrintJobEvent,
} from '../../../domain/print-jobs/print-job-state.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Stamp } from '../../app/cases/ports.ts';
import type { PrintJobReader, PrintJobWriter, StoredPrintJob } from '../../app/print-jobs/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { byCase, eventDetails, eventFrom, trailEntry } from './case-rows.ts';
import { registeredLetters } from './letter-rows.ts';

export class PrintJobReadRepo implements PrintJobReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  list: PrintJobReader['list'] = async ({ state, offset, limit }) => {
    const found = this.#db
      .selectFrom('print_job as j')
      .$if(state !== undefined && state.length > 0, (query) =>
        query.where('j.state', 'in', state ?? []),
      );
    const { total } = await found
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const jobs = await found
      .innerJoin('officer as o', 'o.id', 'j.opened_by')
      .select([
        'j.id',
        'j.printer',
        'j.two_sided',
        'j.state',
        'j.opened_at',
        'j.version',
        'o.full_name',
      ])
      .orderBy('j.opened_at', 'desc')
      .orderBy('j.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    const counted = await this.#db
      .selectFrom('print_job_item')
      .where(
        'job_id',
        'in',
        jobs.map(({ id }) => id),
      )
      .groupBy(['job_id', 'state'])
      .select((eb) => ['job_id', 'state', eb.fn.countAll<number>().as('count')])
      .execute();
    const counts = byCase(counted, (row) => row.job_id);
    const rows = jobs.map((row) => ({
      ...headOf(row),
      state: row.state,
      printer: row.printer,
      counts: {
        ...NONE,
        ...Object.fromEntries((counts.get(row.id) ?? []).map((of) => [of.state, of.count])),
      },
    }));
    return { rows, total };
  };

  byId: PrintJobReader['byId'] = async (id) => (await this.#stored([id]))[0];

  async #stored(ids: readonly string[]): Promise<StoredPrintJob[]> {
    const jobs = await this.#db
      .selectFrom('print_job as j')
      .innerJoin('officer as o', 'o.id', 'j.opened_by')
      .where('j.id', 'in', ids)
      .orderBy('j.id')
      .select([
        'j.id',
        'j.printer',
        'j.two_sided',
        'j.state',
        'j.opened_at',
        'j.version',
        'o.full_name',
      ])
      .execute();
    const items = await this.#db
      .selectFrom('print_job_item')
      .where('job_id', 'in', ids)
      .orderBy('job_id')
      .orderBy('item')
      .selectAll()
      .execute();
    const ofJob = byCase(items, (item) => item.job_id);
    return jobs.map((row) => {
      const rows = ofJob.get(row.id) ?? [];
      return {
        ...headOf(row),
        job: { state: row.state, printer: row.printer, items: rows.map(itemOf) },
        papers: rows.map((item) => ({
          letterId: item.letter_id,
          form: item.form,
          pages: item.pages,
        })),
      };
    });
  }

  trail: PrintJobReader['trail'] = async (id) => {
    const rows = await this.#db
      .selectFrom('print_job_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.job_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.type', 'e.at', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<PrintJobEvent>(row));
  };

  letters: PrintJobReader['letters'] = async (id) => {
    const rows = await this.#db
      .selectFrom('print_job_item')
      .where('job_id', '=', id)
      .select('letter_id')
      .distinct()
      .execute();
    return registeredLetters(
      this.#db,
      rows.map((row) => row.letter_id),
    );
  };

  underWay: PrintJobReader['underWay'] = async (letterIds, exceptJob = '') => {
    const row = await this.#db
      .selectFrom('print_job_item as i')
      .innerJoin('letter as l', 'l.id', 'i.letter_id')
      .where('i.letter_id', 'in', letterIds)
      .where('i.job_id', '<>', exceptJob)
      .where('i.form', '=', 'original')
      .where('i.state', 'in', ['waiting', 'sent'])
      .orderBy('l.number')
      .select('l.number')
      .limit(1)
      .executeTakeFirst();
    return row?.number;
  };

  withEvents: PrintJobReader['withEvents'] = async (afterId, limit) => {
    const ids = await this.#db
      .selectFrom('print_job')
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .select('id')
      .execute();
    const jobs = await this.#stored(ids.map(({ id }) => id));
    const events = await this.#db
      .selectFrom('print_job_event')
      .where(
        'job_id',
        'in',
        ids.map(({ id }) => id),
      )
      .orderBy('seq')
      .select(['job_id', 'type', 'details'])
      .execute();
    const ofJob = byCase(events, (event) => event.job_id);
    return jobs.map(({ id, job }) => ({
      id,
      job,
      events: (ofJob.get(id) ?? []).map((event) => eventFrom<PrintJobEvent>(event)),
    }));
  };
}

const NONE = { waiting: 0, sent: 0, printed: 0, failed: 0, skipped: 0 };

interface HeadRow {
  readonly id: string;
  readonly two_sided: 0 | 1;
  readonly opened_at: string;
  readonly full_name: string;
  readonly version: number;
}

function headOf(row: HeadRow) {
  return {
    id: row.id,
    version: row.version,
    twoSided: row.two_sided === 1,
    openedAt: row.opened_at as IsoInstant,
    openedByName: row.full_name,
  };
}

function itemOf(
  row: Pick<PrintItem, 'item' | 'state' | 'told' | 'code'> & { spool_job: number | null },
): PrintItem {
  const { item, state, told, code } = row;
  return { item, state, told, code, spoolJob: row.spool_job };
}

export class PrintJobWriteRepo extends PrintJobReadRepo implements PrintJobWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  open: PrintJobWriter['open'] = async ({ id, printer, twoSided, papers }, stamp) => {
    const job = openedJob(papers.length, printer);
    await this.#db
      .insertInto('print_job')
      .values({
        id,
        printer,
        two_sided: twoSided ? 1 : 0,
        state: job.state,
        opened_at: stamp.at,
        opened_by: stamp.by,
      })
      .execute();
    const items = job.items.flatMap((item, index) => {
      const paper = papers[index];
      if (paper === undefined) return [];
      const { letterId, form, pages } = paper;
      return [{ job_id: id, letter_id: letterId, form, pages, ...columnsOf(item) }];
    });
    // Below the database's limit of values in one statement.
    for (let at = 0; at < items.length; at += 100) {
      await this.#db
        .insertInto('print_job_item')
        .values(items.slice(at, at + 100))
        .execute();
    }
    await this.#append(id, [{ type: 'opened', items: papers.length, printer }], stamp);
  };

  record: PrintJobWriter['record'] = async (stored, events, stamp) => {
    const job = events.reduce(printJobAfter, stored.job);
    const updated = await this.#db
      .updateTable('print_job')
      .set({ state: job.state, printer: job.printer, version: stored.version + 1 })
      .where('id', '=', stored.id)
      .where('version', '=', stored.version)
      .executeTakeFirst();
    if (updated.numUpdatedRows !== 1n) return undefined;
    await this.#saveItems(stored.id, stored.job, job);
    await this.#append(stored.id, events, stamp);
    return { ...stored, version: stored.version + 1, job };
  };

  async #saveItems(jobId: string, before: PrintJob, { items }: PrintJob): Promise<void> {
    const changed = items.filter((item, index) => item !== before.items[index]);
    for (const item of changed) {
      await this.#db
        .updateTable('print_job_item')
        .set(columnsOf(item))
        .where('job_id', '=', jobId)
        .where('item', '=', item.item)
        .execute();
    }
  }

  async #append(jobId: string, events: readonly PrintJobEvent[], { at, by }: Stamp): Promise<void> {
    for (const event of events) {
      await this.#db
        .insertInto('print_job_event')
        .values({
          job_id: jobId,
          type: event.type,
          at,
          officer_id: by,
          details: eventDetails(event),
        })
        .execute();
    }
  }
}

function columnsOf({ item, state, told, code, spoolJob }: PrintItem) {
  return { item, state, told, code, spool_job: spoolJob };
}

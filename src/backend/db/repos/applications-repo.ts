import type {
  ApplicationEvent,
  RecordedApplicationEvent,
} from '../../../domain/applications/application.ts';
import type { Intake } from '../../../domain/applications/intake.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { searchKey } from '../../../domain/shared/search-key.ts';
import type {
  ApplicationFile,
  ApplicationOfPerson,
  ApplicationQueue,
  ApplicationQueueRow,
  ApplicationReader,
  ApplicationWriter,
  NewApplication,
} from '../../app/applications/ports.ts';
import type { TrailEntry } from '../../app/cases/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { putSearchWords } from '../dialect/search-words.ts';
import {
  applicationQueue,
  applicationQueueRows,
  countApplicationViews,
} from './application-queue.ts';
import {
  applicantColumns,
  applicationFile,
  applicationState,
  newApplicationRow,
  stateColumns,
} from './application-rows.ts';
import { byCase, eventDetails, eventFrom, trailEntry } from './case-rows.ts';

export class ApplicationReadRepo implements ApplicationReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  counts: ApplicationReader['counts'] = (officerId, today) =>
    countApplicationViews(this.#db, officerId, today);

  async waitingFor(officerId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('application')
      .where('status', 'in', ['initialApproval', 'refusalProposed'])
      .where('proposed_by', '<>', officerId)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  queue = (query: ApplicationQueue) => applicationQueue(this.#db, query);

  async queueRow(id: string): Promise<ApplicationQueueRow | undefined> {
    return (await applicationQueueRows(this.#db, [id]))[0];
  }

  async byId(id: string): Promise<ApplicationFile | undefined> {
    const row = await this.#db
      .selectFrom('application')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && applicationFile(row);
  }

  async intake(id: string, revision: number): Promise<Intake> {
    const { data } = await this.#db
      .selectFrom('application_intake')
      .where('application_id', '=', id)
      .where('revision', '=', revision)
      .select('data')
      .executeTakeFirstOrThrow();
    return JSON.parse(data) as Intake;
  }

  async trail(id: string): Promise<TrailEntry<ApplicationEvent>[]> {
    const rows = await this.#db
      .selectFrom('application_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.application_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.at', 'e.type', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<ApplicationEvent>(row));
  }

  async ofPerson(nationalId: string): Promise<ApplicationOfPerson[]> {
    const rows = await this.#db
      .selectFrom('application')
      .where('national_id', '=', nationalId)
      .orderBy('started_on', 'desc')
      .orderBy('number', 'desc')
      .select(['id', 'number', 'programme', 'status', 'submitted_on'])
      .execute();
    return rows.map(({ submitted_on, ...row }) => ({
      ...row,
      submittedOn: submitted_on as IsoDate | null,
    }));
  }

  async personOf(nationalId: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('beneficiary')
      .where('national_id', '=', nationalId)
      .select('id')
      .executeTakeFirst();
    return row?.id;
  }

  withEvents: ApplicationReader['withEvents'] = async (afterId, limit) => {
    const rows = await this.#db
      .selectFrom('application')
      .selectAll()
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .execute();
    const events = await this.#db
      .selectFrom('application_event')
      .where(
        'application_id',
        'in',
        rows.map((row) => row.id),
      )
      .orderBy('application_id')
      .orderBy('seq')
      .select(['application_id', 'type', 'officer_id', 'details'])
      .execute();
    const eventsOf = byCase(events, (event) => event.application_id);
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      state: applicationState(row),
      events: (eventsOf.get(row.id) ?? []).map((event): RecordedApplicationEvent => ({
        by: event.officer_id,
        event: eventFrom<ApplicationEvent>(event),
      })),
    }));
  };
}

export class ApplicationWriteRepo extends ApplicationReadRepo implements ApplicationWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async add(application: NewApplication, intake: Intake): Promise<void> {
    await this.#db.insertInto('application').values(newApplicationRow(application)).execute();
    const stamp = { at: application.createdAt, by: application.startedBy };
    await this.keepIntake(application.id, 0, intake, stamp);
  }

  save: ApplicationWriter['save'] = async (id, version, next, applicant) => {
    const result = await this.#db
      .updateTable('application')
      .set({
        ...stateColumns(next),
        ...(applicant === undefined ? {} : applicantColumns(applicant)),
        version: version + 1,
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  };

  keepIntake: ApplicationWriter['keepIntake'] = async (id, revision, intake, { at, by }) => {
    if (by === null) throw new Error('An intake is recorded by somebody');
    const data = JSON.stringify(intake);
    await this.#db
      .insertInto('application_intake')
      .values({ application_id: id, revision, data, recorded_at: at, recorded_by: by })
      .onConflict((conflict) =>
        conflict
          .columns(['application_id', 'revision'])
          .doUpdateSet({ data, recorded_at: at, recorded_by: by }),
      )
      .execute();
  };

  append: ApplicationWriter['append'] = async (id, events, { at, by }) => {
    if (events.length === 0) return;
    await this.#db
      .insertInto('application_event')
      .values(
        events.map((event) => ({
          application_id: id,
          type: event.type,
          at,
          officer_id: by,
          details: eventDetails(event),
        })),
      )
      .execute();
  };

  openFile: ApplicationWriter['openFile'] = async (applicant, at) => {
    const { id, nationalId, name, sex, birthDate, phone, address } = applicant;
    const nameKey = searchKey(name);
    await this.#db
      .insertInto('beneficiary')
      .values({
        id,
        national_id: nationalId,
        full_name: name,
        name_key: nameKey,
        sex,
        birth_date: birthDate,
        phone,
        address,
        kind: null,
        eligibility: 'studying',
        deceased_on: null,
        created_at: at,
      })
      .execute();
    await putSearchWords(this.#db, [{ kind: 'person', refId: id, words: nameKey }]);
  };
}

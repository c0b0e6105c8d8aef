import { sql } from 'kysely';
import type { SettingRecord, SettingsReader, SettingsWriter } from '../../app/settings/ports.ts';
import type { ChangeStatus } from '../../../domain/settings/settings-rules.ts';
import type { DatedSetting } from '../../../domain/settings/settings.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';

/** Of a row `s` of `setting`: whether it counts, and if not why. */
const STATUS = sql<ChangeStatus>`case
  when exists (select 1 from setting_decision d where d.setting_no = s.no and d.decision = 'withdrawn') then 'withdrawn'
  when exists (select 1 from setting_decision d where d.setting_no = s.no and d.decision = 'sentBack') then 'sentBack'
  when s.needs_approval = 1 and not exists (
    select 1 from setting_decision d where d.setting_no = s.no and d.decision = 'approved') then 'waiting'
  else 'recorded' end`;

interface RecordRow {
  readonly no: number;
  readonly key: string;
  readonly valid_from: string;
  readonly value: string;
  readonly recorded_at: string;
  readonly recorded_by: string | null;
  readonly recorded_name: string | null;
  readonly reason: string | null;
  readonly status: ChangeStatus;
  readonly decided_name: string | null;
  readonly decided_at: string | null;
  readonly decision_reason: string | null;
}

export class SettingsReadRepo implements SettingsReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async all(): Promise<DatedSetting[]> {
    const { rows } = await sql<Pick<RecordRow, 'no' | 'key' | 'valid_from' | 'value'>>`
      select s.no, s.key, s.valid_from, s.value from setting s
      where ${STATUS} = 'recorded' order by s.no`.execute(this.#db);
    return rows.map(toDated);
  }

  records(): Promise<SettingRecord[]> {
    return this.#records(sql`true`);
  }

  async one(no: number): Promise<SettingRecord | undefined> {
    const [record] = await this.#records(sql`s.no = ${no}`);
    return record;
  }

  async #records(which: ReturnType<typeof sql>): Promise<SettingRecord[]> {
    const { rows } = await sql<RecordRow>`
      select s.no, s.key, s.valid_from, s.value, s.recorded_at, s.recorded_by, r.full_name as recorded_name, s.reason,
        ${STATUS} as status, o.full_name as decided_name, d.decided_at, d.reason as decision_reason
      from setting s
      left join officer r on r.id = s.recorded_by
      left join setting_decision d on d.no = (
        select max(l.no) from setting_decision l where l.setting_no = s.no)
      left join officer o on o.id = d.decided_by
      where ${which} order by s.no`.execute(this.#db);
    return rows.map((row) => ({
      ...toDated(row),
      status: row.status,
      recordedAt: row.recorded_at as IsoInstant,
      recordedById: row.recorded_by,
      recordedBy: row.recorded_name,
      reason: row.reason,
      decidedBy: row.decided_name,
      decidedAt: row.decided_at as IsoInstant | null,
      decisionReason: row.decision_reason,
    }));
  }
}

export class SettingsWriteRepo extends SettingsReadRepo implements SettingsWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  record: SettingsWriter['record'] = async (key, value, from, by, more) => {
    const { no } = await this.#db
      .insertInto('setting')
      .values({
        key,
        valid_from: from,
        value: JSON.stringify(value),
        recorded_at: by.at,
        recorded_by: by.officerId,
        reason: more?.reason ?? null,
        needs_approval: more?.needsApproval === true ? 1 : 0,
      })
      .returning('no')
      .executeTakeFirstOrThrow();
    return no;
  };

  decide: SettingsWriter['decide'] = async (no, decision, { officerId, at }, reason) => {
    await this.#db
      .insertInto('setting_decision')
      .values({ setting_no: no, decision, reason, decided_at: at, decided_by: officerId })
      .execute();
  };

  async nextSerial(kind: string, year: number): Promise<number> {
    const row = await this.#db
      .insertInto('serial')
      .values({ kind, year, last: 1 })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'year']).doUpdateSet({ last: sql`serial.last + 1` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow();
    return row.last;
  }
}

function toDated(row: Pick<RecordRow, 'no' | 'key' | 'valid_from' | 'value'>): DatedSetting {
  return {
    no: row.no,
    key: row.key,
    validFrom: row.valid_from as IsoDate,
    value: JSON.parse(row.value) as unknown,
  };
}

import { sql, type Selectable } from 'kysely';
import type { ReasonCodeDto, ReasonContent } from '../../../contract/reason-codes.ts';
import type { ReasonCodeList } from '../../../domain/reconciliation/reason-code.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type {
  ReasonCodeReader,
  ReasonCodeWriter,
  ReasonKey,
} from '../../app/reconciliation/reason-code-ports.ts';
import type { Reader, Transactor } from '../database.ts';
import type { ReasonCodeTable } from '../schema/reason-codes.ts';

export class ReasonCodeReadRepo implements ReasonCodeReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async all(): Promise<ReasonCodeDto[]> {
    const rows = await this.#rows().orderBy('r.list').orderBy('r.code').execute();
    return rows.map(toDto);
  }

  async one({ list, code }: ReasonKey): Promise<ReasonCodeDto | undefined> {
    const row = await this.#rows()
      .where('r.list', '=', list)
      .where('r.code', '=', code)
      .executeTakeFirst();
    return row && toDto(row);
  }

  #rows() {
    return this.#db
      .selectFrom('reason_code as r')
      .leftJoin('officer as o', 'o.id', 'r.changed_by')
      .selectAll('r')
      .select('o.full_name');
  }

  history: ReasonCodeReader['history'] = async ({ list, code }) => {
    const rows = await this.#db
      .selectFrom('reason_code_version as v')
      .leftJoin('officer as o', 'o.id', 'v.changed_by')
      .where('v.list', '=', list)
      .where('v.code', '=', code)
      .select(['v.version', 'v.content', 'v.changed_at', 'o.full_name'])
      .orderBy('v.version', 'desc')
      .execute();
    return rows.map((row) => ({
      ...(JSON.parse(row.content) as ReasonContent),
      version: row.version,
      changedAt: row.changed_at as IsoInstant | null,
      changedBy: row.full_name,
    }));
  };

  unknown: ReasonCodeReader['unknown'] = async () => {
    const { rows } = await sql<{
      list: ReasonCodeList;
      code: string;
      count: number;
      amount: number;
      firstFile: string | null;
      firstMet: IsoInstant;
      text: string | null;
    }>`
      select met.list, met.code, met.count, met.amount, f.file_name as "firstFile", x.opened_at as "firstMet",
        l.reason_text as text
      from (
        select reason_list as list, reason_code as code, count(*) as count,
          coalesce(sum(amount_halalas), 0) as amount, min(id) as first
        from reconciliation_exception
        where reason_code is not null and reason_list is not null and status <> 'withdrawn'
        group by reason_list, reason_code
        having not exists (select 1 from reason_code r
          where r.list = reason_list and r.code = reconciliation_exception.reason_code)
      ) met
      join reconciliation_exception x on x.id = met.first
      left join bank_file f on f.id = x.file_id
      left join bank_line l on l.id = x.bank_line_id
      order by met.count desc, met.list, met.code`.execute(this.#db);
    return rows.map((row) => ({ ...row, amount: row.amount as Halalas }));
  };
}

export class ReasonCodeWriteRepo extends ReasonCodeReadRepo implements ReasonCodeWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  fill: ReasonCodeWriter['fill'] = async (codes) => {
    if (codes.length === 0) return;
    await this.#db
      .insertInto('reason_code')
      .values(
        codes.map((reason) => ({
          list: reason.list,
          code: reason.code,
          ...fieldsOf(reason),
          origin: 'shipped' as const,
          changed_at: null,
          changed_by: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(['list', 'code']).doNothing())
      .execute();
  };

  add: ReasonCodeWriter['add'] = async ({ list, code }, content, { at, officerId }) => {
    await this.#db
      .insertInto('reason_code')
      .values({
        list,
        code,
        ...fieldsOf(content),
        origin: 'branch',
        changed_at: at,
        changed_by: officerId,
      })
      .execute();
  };

  change: ReasonCodeWriter['change'] = async (key, version, content, { at, officerId }) => {
    const before = await this.one(key);
    if (before?.version !== version) return false;
    const { title, meaning, action, actor, resume, beneficiary } = before;
    await sql`
      insert into reason_code_version (list, code, version, content, changed_at, changed_by)
      select list, code, version, ${JSON.stringify({ title, meaning, action, actor, resume, beneficiary })},
        changed_at, changed_by
      from reason_code where list = ${key.list} and code = ${key.code}`.execute(this.#db);
    await this.#db
      .updateTable('reason_code')
      .set({
        ...fieldsOf(content),
        changed_at: at,
        changed_by: officerId,
        version: version + 1,
      })
      .where('list', '=', key.list)
      .where('code', '=', key.code)
      .execute();
    return true;
  };

  makeClear: ReasonCodeWriter['makeClear'] = async ({ list, code }) => {
    const { numAffectedRows = 0n } = await sql`
      update reconciliation_exception set kind = p.status, version = reconciliation_exception.version + 1
      from payment p
      where p.id = reconciliation_exception.payment_id and p.status in ('rejected', 'returned')
        and reconciliation_exception.reason_list = ${list} and reconciliation_exception.reason_code = ${code}
        and reconciliation_exception.status = 'open'
        and reconciliation_exception.kind = 'unclearReason'`.execute(this.#db);
    return Number(numAffectedRows);
  };
}

function fieldsOf({ title, meaning, action, actor, resume, beneficiary }: ReasonContent) {
  return {
    title_ar: title.ar,
    title_en: title.en,
    meaning_ar: meaning.ar,
    meaning_en: meaning.en,
    action,
    actor,
    resume,
    beneficiary_ar: beneficiary?.ar ?? null,
    beneficiary_en: beneficiary?.en ?? null,
  };
}

function toDto(row: Selectable<ReasonCodeTable> & { full_name: string | null }): ReasonCodeDto {
  return {
    list: row.list,
    code: row.code,
    title: { ar: row.title_ar, en: row.title_en },
    meaning: { ar: row.meaning_ar, en: row.meaning_en },
    action: row.action,
    actor: row.actor,
    resume: row.resume,
    beneficiary:
      row.beneficiary_ar === null || row.beneficiary_en === null
        ? null
        : { ar: row.beneficiary_ar, en: row.beneficiary_en },
    origin: row.origin,
    changedAt: row.changed_at as IsoInstant | null,
    changedBy: row.full_name,
    version: row.version,
  };
}

import { sql } from 'kysely';
import type { HouseholdReader, HouseholdWriter } from '../../app/registry/household-ports.ts';
import type { RegistryChange } from '../../../domain/registry/household-fact.ts';
import type { LivingElsewhere } from '../../../domain/registry/household-change.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import type { HouseholdFactTable } from '../schema/registry.ts';
import { refreshBeneficiaries, storedBeneficiaries } from './derived-beneficiaries.ts';
import { dataText, factOf } from './household-fact-rows.ts';
import { householdsOfRange } from './household-range.ts';

interface ChangeRow {
  readonly no: number;
  readonly at: string;
  readonly officer_id: string | null;
  readonly source: RegistryChange['source'];
  readonly reason: string;
  readonly case_type: string | null;
  readonly case_id: string | null;
}

export class HouseholdReadRepo implements HouseholdReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  facts: HouseholdReader['facts'] = async (beneficiaryId) => {
    const { rows } = await sql<HouseholdFactTable>`
      select f.* from beneficiary b cross join household_fact f on f.beneficiary_no = b.no
      where b.id = ${beneficiaryId} order by f.seq`.execute(this.#db);
    return rows.map(factOf);
  };

  changes: HouseholdReader['changes'] = async (beneficiaryId) => {
    const { rows } = await sql<ChangeRow>`
      with mine as (select f.recorded_in, f.superseded_in from beneficiary b
        cross join household_fact f on f.beneficiary_no = b.no where b.id = ${beneficiaryId})
      select c.* from registry_change c
      where c.no in (select recorded_in from mine union select superseded_in from mine)
      order by c.no desc`.execute(this.#db);
    return rows.map(changeOf);
  };

  async change(no: number): Promise<RegistryChange | undefined> {
    const row = await this.#db
      .selectFrom('registry_change')
      .selectAll()
      .where('no', '=', no)
      .executeTakeFirst();
    return row && changeOf(row);
  }

  async changeAt(instant: IsoInstant): Promise<number> {
    const row = await this.#db
      .selectFrom('registry_change')
      .where('at', '<=', instant)
      .select((eb) => eb.fn.max<number | null>('no').as('no'))
      .executeTakeFirst();
    return row?.no ?? 0;
  }

  livingElsewhere: HouseholdReader['livingElsewhere'] = async (beneficiaryId, nationalIds) => {
    if (nationalIds.length === 0) return [];
    const { rows } = await sql<{
      national_id: string;
      beneficiary_id: string;
      full_name: string;
      living: LivingElsewhere['as'];
      valid_from: string;
      valid_to: string | null;
    }>`
      select given.value as national_id, b.id as beneficiary_id, b.full_name, 'dependant' as living,
        f.valid_from, f.valid_to
      from ${jsonValues(nationalIds, 'given')}
      cross join household_fact f on f.data ->> 'nationalId' = given.value and f.kind = 'person'
        and f.subject > 0 and f.superseded_in is null and f.data ->> 'nationalId' is not null
      cross join beneficiary b on b.no = f.beneficiary_no
      where b.id is not ${beneficiaryId}
      union all
      select given.value, b.id, b.full_name, 'head', f.valid_from, f.valid_to
      from ${jsonValues(nationalIds, 'given')}
      cross join beneficiary b on b.national_id = given.value
      cross join household_fact f on f.beneficiary_no = b.no and f.kind = 'household'
        and f.superseded_in is null
      where b.id is not ${beneficiaryId}`.execute(this.#db);
    return rows.map((row) => ({
      nationalId: row.national_id,
      beneficiaryId: row.beneficiary_id,
      headName: row.full_name,
      as: row.living,
      validFrom: row.valid_from as IsoDate,
      validTo: row.valid_to as IsoDate | null,
    }));
  };

  ofRange: HouseholdReader['ofRange'] = (query) => householdsOfRange(this.#db, query);

  async lastNo(): Promise<number> {
    const row = await this.#db
      .selectFrom('beneficiary')
      .select((eb) => eb.fn.max<number | null>('no').as('no'))
      .executeTakeFirst();
    return row?.no ?? 0;
  }

  async numberOf(beneficiaryId: string): Promise<number | undefined> {
    const row = await this.#db
      .selectFrom('beneficiary')
      .where('id', '=', beneficiaryId)
      .select('no')
      .executeTakeFirst();
    return row?.no;
  }

  stored: HouseholdReader['stored'] = (afterNo, limit) =>
    storedBeneficiaries(this.#db, afterNo, limit);
}

function changeOf(row: ChangeRow): RegistryChange {
  return {
    no: row.no,
    at: row.at as IsoInstant,
    officerId: row.officer_id,
    source: row.source,
    reason: row.reason,
    caseType: row.case_type,
    caseId: row.case_id,
  };
}

export class HouseholdWriteRepo extends HouseholdReadRepo implements HouseholdWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  record: HouseholdWriter['record'] = (beneficiaryId, change, plan) =>
    this.recordAll(change, [{ beneficiaryId, plan }]);

  recordAll: HouseholdWriter['recordAll'] = async (change, plans) => {
    const no = await this.#addChange(change);
    await this.#supersede(no, plans);
    await this.#add(no, plans);
    await refreshBeneficiaries(
      this.#db,
      plans.map(({ beneficiaryId }) => beneficiaryId),
    );
    return no;
  };

  async #addChange(change: Parameters<HouseholdWriter['record']>[1]): Promise<number> {
    const { no } = await this.#db
      .insertInto('registry_change')
      .values({
        at: change.at,
        officer_id: change.officerId,
        source: change.source,
        reason: change.reason,
        case_type: change.caseType,
        case_id: change.caseId,
      })
      .returning('no')
      .executeTakeFirstOrThrow();
    return no;
  }

  async #supersede(no: number, plans: Parameters<HouseholdWriter['recordAll']>[1]) {
    const rows = plans.flatMap(({ beneficiaryId, plan }) =>
      plan.supersede.map((seq) => [beneficiaryId, seq] as const),
    );
    if (rows.length === 0) return;
    const { numAffectedRows } = await sql`
      update household_fact set superseded_in = ${no}
      where superseded_in is null and (beneficiary_no, seq) in (
        select b.no, given.seq from ${jsonRows(rows, ['id', 'seq'], 'given')}
        cross join beneficiary b on b.id = given.id)`.execute(this.#db);
    // Plans are made of facts read in the same transaction: another number is a bug of the planner.
    if (numAffectedRows !== BigInt(rows.length)) throw new Error('A fact was superseded before');
  }

  async #add(no: number, plans: Parameters<HouseholdWriter['recordAll']>[1]) {
    const rows = plans.flatMap(({ beneficiaryId, plan }) =>
      plan.add.map((fact) => [
        beneficiaryId,
        fact.seq,
        fact.record,
        fact.kind,
        fact.subject,
        dataText(fact.data),
        fact.validFrom,
        fact.validTo,
      ]),
    );
    if (rows.length === 0) return;
    const columns = ['id', 'seq', 'record', 'kind', 'subject', 'data', 'valid_from', 'valid_to'];
    await sql`
      insert into household_fact (beneficiary_no, seq, record, kind, subject, data, valid_from, valid_to, recorded_in)
      select b.no, given.seq, given.record, given.kind, given.subject, given.data, given.valid_from,
        given.valid_to, ${no}
      from ${jsonRows(rows, columns, 'given')} cross join beneficiary b on b.id = given.id
      where true`.execute(this.#db);
  }
}

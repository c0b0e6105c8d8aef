import { sql } from 'kysely';
import type {
  EntitledMonth,
  EntitlementReader,
  EntitlementWriter,
  StoredCalculation,
} from '../../app/entitlement/ports.ts';
import { calculate } from '../../../domain/entitlement/calculate.ts';
import type { EntitlementRules } from '../../../domain/entitlement/entitlement-rules.ts';
import { unpackCalculation, unpackInput } from '../../../domain/entitlement/stored-calculation.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';

export class EntitlementReadRepo implements EntitlementReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  used: EntitlementReader['used'] = async (beneficiaryId, month) => {
    const { rows } = await sql<{
      no: number;
      input: string;
      result: string;
      rules: string;
      known_at: number;
      made_at: string;
      run_id: string;
    }>`
      select k.no, k.input, k.result, u.rules, r.known_at, r.made_at, r.id as run_id
      from eligibility_run r
      cross join beneficiary b on b.id = ${beneficiaryId}
      cross join entitlement e on e.run_no = r.no and e.beneficiary_no = b.no
      cross join calculation k on k.no = e.calculation_no
      cross join entitlement_rules u on u.no = k.rules_no
      where r.month = ${month} and r.status = 'approved'`.execute(this.#db);
    const [row] = rows;
    if (!row) return undefined;
    const input = unpackInput(row.input, month);
    const rules = JSON.parse(row.rules) as EntitlementRules;
    const stored: StoredCalculation = {
      no: row.no,
      month,
      input,
      rules,
      calculation: unpackCalculation(row.result, calculate(input, rules)),
      knownAt: row.known_at,
      madeAt: row.made_at as IsoInstant,
      runId: row.run_id,
    };
    return stored;
  };

  months: EntitlementReader['months'] = async (beneficiaryId) => {
    const { rows } = await sql<{
      month: string;
      calculation_no: number;
      pension_halalas: number;
      run_id: string;
    }>`
      select r.month, e.calculation_no, e.pension_halalas, r.id as run_id
      from beneficiary b
      cross join eligibility_run r
      cross join entitlement e on e.run_no = r.no and e.beneficiary_no = b.no
      where b.id = ${beneficiaryId} and r.status = 'approved'
      order by r.month desc`.execute(this.#db);
    return rows.map((row): EntitledMonth => ({
      month: row.month as IsoMonth,
      calculationNo: row.calculation_no,
      pension: row.pension_halalas as Halalas,
      runId: row.run_id,
    }));
  };
}

export class EntitlementWriteRepo extends EntitlementReadRepo implements EntitlementWriter {}

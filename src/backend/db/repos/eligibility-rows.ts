import { sql, type RawBuilder } from 'kysely';
import type { EligibilityRun } from '../../app/entitlement/run-ports.ts';
import type {
  EligibilityRunStatus,
  RunTotals,
} from '../../../domain/entitlement/eligibility-run.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Reader } from '../database.ts';

interface RunRow {
  no: number;
  id: string;
  month: string;
  pay_date: string;
  status: EligibilityRunStatus;
  rules_no: number;
  known_at: number;
  compared_run: number | null;
  compared_month: string;
  totals: string | null;
  made_at: string;
  made_by_name: string;
  proposed_at: string | null;
  proposed_by: string | null;
  proposed_by_name: string | null;
  approved_at: string | null;
  approved_by_name: string | null;
  cycle_id: string | null;
  version: number;
}

/** Runs with the names of who made and decided them, the newest month and the last made first. */
export async function eligibilityRuns(
  db: Reader['db'],
  where: RawBuilder<unknown>,
): Promise<EligibilityRun[]> {
  const { rows } = await sql<RunRow>`
    select r.*, m.full_name as made_by_name, p.full_name as proposed_by_name, a.full_name as approved_by_name
    from eligibility_run r
    join officer m on m.id = r.made_by
    left join officer p on p.id = r.proposed_by
    left join officer a on a.id = r.approved_by
    where ${where} order by r.month desc, r.no desc`.execute(db);
  return rows.map((row) => ({
    no: row.no,
    id: row.id,
    month: row.month as IsoMonth,
    payDate: row.pay_date as IsoDate,
    status: row.status,
    rulesNo: row.rules_no,
    knownAt: row.known_at,
    comparedRun: row.compared_run,
    comparedMonth: row.compared_month as IsoMonth,
    totals: row.totals === null ? null : (JSON.parse(row.totals) as RunTotals),
    madeAt: row.made_at as IsoInstant,
    madeBy: row.made_by_name,
    proposedAt: row.proposed_at as IsoInstant | null,
    proposedById: row.proposed_by,
    proposedBy: row.proposed_by_name,
    approvedAt: row.approved_at as IsoInstant | null,
    approvedBy: row.approved_by_name,
    cycleId: row.cycle_id,
    version: row.version,
  }));
}

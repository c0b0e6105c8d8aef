import { sql, type RawBuilder } from 'kysely';
import type { BatchFilter } from '../../../contract/letter-batches.ts';
import { assertNever } from '../../../domain/shared/assert-never.ts';
import type { BatchExclusion } from '../../../domain/letter-register/letter-batch.ts';
import type { LetterCaseType } from '../../../domain/letter-register/letter-state.ts';
import { isFrozenBy, LIFE_STATUSES } from '../../../domain/resume/life-case.ts';
import type { BatchSubject } from '../../app/letters/batches/ports.ts';
import type { Reader } from '../database.ts';

const FREEZING = LIFE_STATUSES.filter(isFrozenBy);

interface SubjectRow {
  readonly beneficiary_id: string;
  readonly name: string;
  readonly national_id: string;
  readonly case_type: LetterCaseType;
  readonly case_id: string;
  readonly case_number: string;
  readonly excluded: BatchExclusion | null;
}

/** Whom a filter finds, each with the first reason for leaving him out. */
export async function batchSubjects(
  db: Reader['db'],
  filter: BatchFilter,
  withoutAddress: boolean,
): Promise<BatchSubject[]> {
  const { rows } = await sql<SubjectRow>`
    select b.id as beneficiary_id, b.full_name as name, b.national_id, s.case_type, s.case_id, s.case_number,
      case
        when exists (select 1 from life_case l where l.beneficiary_id = b.id
          and l.status in (${sql.join(FREEZING)})) then 'PERSON_FROZEN'
        when exists (select 1 from letter l where l.case_type = s.case_type and l.case_id = s.case_id
          and l.template = ${filter.kind} and l.life <> 'void') then 'HAS_LETTER'
        when s.resumed = 1 then 'ALREADY_RESUMED'
        when ${withoutAddress ? 1 : 0} = 0 and trim(b.address) = '' then 'NO_ADDRESS'
      end as excluded
    from (${found(filter)}) as s cross join beneficiary b on b.id = s.beneficiary_id
    order by b.name_key, b.id, s.case_number`.execute(db);
  return rows.map((row) => ({
    beneficiaryId: row.beneficiary_id,
    name: row.name,
    nationalId: row.national_id,
    caseType: row.case_type,
    caseId: row.case_id,
    caseNumber: row.case_number,
    excluded: row.excluded,
  }));
}

function found(filter: BatchFilter): RawBuilder<unknown> {
  switch (filter.kind) {
    case 'resumeGuidance':
      return sql`
        select p.beneficiary_id, 'resume' as case_type, p.id as case_id, p.end_to_end_id as case_number,
          case when exists (select 1 from resume_case r where r.payment_no = p.no and r.status = 'complained')
            then 1 else 0 end as resumed
        from payment p
        where p.cycle_number = (select number from cycle where month = ${filter.month})
          and p.status in ('rejected', 'returned') and p.live = 1
          ${filter.bankCode === null ? sql`` : sql`and p.bank_code = ${filter.bankCode}`}
          ${filter.reasonCode === null ? sql`` : sql`and p.reason_code = ${filter.reasonCode}`}`;
    case 'pensionHeld':
      // One letter a person, of his first held payment.
      return sql`
        select p.beneficiary_id, 'payment' as case_type, p.id as case_id, p.end_to_end_id as case_number, 0 as resumed
        from payment p
        where p.no in (select min(h.no) from payment h
          where h.cycle_number = (select number from cycle where month = ${filter.month})
            and h.status = 'held' and h.live = 1 group by h.beneficiary_id)`;
    case 'documentsRequest':
      return sql`
        select c.beneficiary_id, 'complaint' as case_type, c.id as case_id, c.ticket as case_number, 0 as resumed
        from complaint c
        where c.status = 'awaitingDocuments'
          ${filter.category === null ? sql`` : sql`and c.category = ${filter.category}`}`;
    default:
      return assertNever(filter);
  }
}

import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { LetterOfCaseRow } from '../../../contract/case-letters.ts';
import type { PaymentDeed } from '../../../domain/payments/pension-letters.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { CaseLetterReader, DraftOfCase, LettersWanted } from '../../app/case-letters/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { filesOf } from './merged-files.ts';

export class CaseLetterReadRepo implements CaseLetterReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async letters(wanted: LettersWanted): Promise<LetterOfCaseRow[]> {
    const rows = await this.#db
      .selectFrom('letter')
      .where(ofWanted(wanted))
      .orderBy('issued_at', 'desc')
      .orderBy('serial', 'desc')
      .select(['id', 'number', 'template', 'subject', 'file', 'life', 'issued_at'])
      .execute();
    return rows.map(({ issued_at, ...row }) => ({ ...row, issuedAt: issued_at as IsoInstant }));
  }

  async drafts(wanted: LettersWanted): Promise<DraftOfCase[]> {
    const rows = await this.#db
      .selectFrom('letter_draft')
      .innerJoin('officer as o', 'o.id', 'letter_draft.author')
      .where(ofWanted(wanted))
      .orderBy('letter_draft.created_at')
      .select([
        'letter_draft.id',
        'letter_draft.kind',
        'letter_draft.subject',
        'letter_draft.author',
        'letter_draft.version',
        'o.full_name',
      ])
      .execute();
    return rows.map(({ author, full_name, ...row }) => ({
      ...row,
      authorId: author,
      author: full_name,
    }));
  }

  lastDeed: CaseLetterReader['lastDeed'] = async (paymentId) => {
    const { rows } = await sql<{
      deed: PaymentDeed;
      reason_text: string | null;
      officer_id: string;
      at: string;
    }>`
      select case e.type when 'reversed' then 'released' else e.type end as deed, e.reason_text, e.officer_id, e.at
      from payment p cross join payment_event e on e.payment_no = p.no
      left join payment_event r on r.seq = e.reverses_seq
      where p.id = ${paymentId} and e.officer_id is not null
        and (e.type in ('held', 'cancelled') or (e.type = 'reversed' and r.type = 'held'))
      order by e.seq desc limit 1`.execute(this.#db);
    const [row] = rows;
    return (
      row && {
        deed: row.deed,
        reason: row.reason_text,
        officerId: row.officer_id,
        at: row.at as IsoInstant,
      }
    );
  };

  proposalOf: CaseLetterReader['proposalOf'] = (paymentId) =>
    this.#db
      .selectFrom('payment_proposal as q')
      .leftJoin('complaint as c', 'c.id', 'q.complaint_id')
      .leftJoin('settlement as s', 's.id', 'q.settlement_id')
      .where('q.payment_id', '=', paymentId)
      .where('q.status', '=', 'approved')
      .select([
        // A payment of a settlement is named by its number; what is told is the settlement's reason.
        sql<string>`coalesce(s.plan ->> 'reason', q.reason)`.as('reason'),
        'c.ticket',
        'q.proposed_by as proposedById',
      ])
      .executeTakeFirst();

  arrived: CaseLetterReader['arrived'] = async (beneficiaryId, month, statuses, butFor) => {
    const { total } = await this.#db
      .selectFrom('payment')
      .where('beneficiary_id', '=', beneficiaryId)
      .where('month', '=', month)
      .where('kind', '<>', 'recovery')
      .where('status', 'in', statuses)
      .$if(butFor !== null, (found) => found.where('id', '<>', butFor ?? ''))
      .select((eb) => eb.fn.sum<number | null>('amount_halalas').as('total'))
      .executeTakeFirstOrThrow();
    return halalas(total ?? 0);
  };

  heldByLife: CaseLetterReader['heldByLife'] = async (lifeCaseId) => {
    const rows = await this.#db
      .selectFrom('life_case_hold as h')
      .innerJoin('payment as p', 'p.no', 'h.payment_no')
      .where('h.life_case_id', '=', lifeCaseId)
      .orderBy('p.month')
      .orderBy('p.no')
      .select('p.id')
      .execute();
    return rows.map(({ id }) => id);
  };
}

function ofWanted(wanted: LettersWanted): RawBuilder<SqlBool> {
  if ('beneficiaryId' in wanted) return sql`beneficiary_id in ${filesOf(wanted.beneficiaryId)}`;
  const { caseTypes, caseIds } = wanted;
  if (caseIds.length === 0) return sql`1 = 0`;
  return sql`case_type in (${sql.join(caseTypes)}) and case_id in (${sql.join(caseIds)})`;
}

import { sql } from 'kysely';
import { isFrozenBy } from '../../../domain/resume/life-case.ts';
import type { ResumeEvent, ResumeState } from '../../../domain/resume/resume-case.ts';
import type { OwedPayment } from '../../../domain/resume/withdrawal.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Stamp, TrailEntry } from '../../app/cases/ports.ts';
import type {
  ResumeAttempt,
  ResumeCase,
  ResumeFile,
  ResumeReader,
  ResumeWriter,
  StoredResume,
} from '../../app/resume/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { byCase, eventDetails, eventFrom, trailEntry } from './case-rows.ts';
import { paymentRows } from './payment-list.ts';
import { addAttempt, cancelAttempt } from './resume-ledger.ts';
import { countResumeViews, failedReasons, resumeQueue } from './resume-queue.ts';
import { accountChanged, resumeColumns, resumeState } from './resume-rows.ts';
import { saidPaid } from './said-paid.ts';

export class ResumeReadRepo implements ResumeReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async file(paymentId: string): Promise<ResumeFile | undefined> {
    const [payment] = await paymentRows(this.#db, 'id', [paymentId]);
    if (!payment) return undefined;
    const { rows } = await sql<{
      no: number;
      live: 1 | null;
      reason_list: string | null;
      programme_no: number;
      cycle_month: string;
      other: string | null;
      disputed: number;
      moved: number;
      resumes_id: string | null;
      resumes_reference: string | null;
      resumes_complaint: string | null;
    }>`
      select p.no, p.live, p.reason_list, p.programme_no, c.month as cycle_month,
        (select o.end_to_end_id from payment o
          where o.beneficiary_id = p.beneficiary_id and o.month = p.month and o.kind = p.kind
            and o.programme_no = p.programme_no and o.live = 1 and o.no <> p.no) as other,
        exists (select 1 from payment q cross join reconciliation_exception x on x.payment_id = q.id
          where q.beneficiary_id = p.beneficiary_id and q.month = p.month and q.kind = p.kind
            and q.programme_no = p.programme_no and ${saidPaid}) as disputed,
        ${accountChanged} as moved,
        f.id as resumes_id, f.end_to_end_id as resumes_reference, fc.complaint_id as resumes_complaint
      from payment p
      cross join cycle c on c.number = p.cycle_number
      left join payment f on f.no = p.resumes_no
      left join resume_case fc on fc.payment_no = f.no
      where p.id = ${paymentId}`.execute(this.#db);
    const [row] = rows;
    if (!row) return undefined;
    const lifeCase = await this.#lifeCase(payment.beneficiaryId);
    const found = await this.#case(row.no);
    return {
      payment,
      cycleMonth: row.cycle_month as IsoMonth,
      reasonList: row.reason_list,
      live: row.live === 1,
      programmeNo: row.programme_no,
      otherLive: row.other,
      paidInstead: row.disputed === 1,
      accountChanged: row.moved === 1,
      frozenBy: lifeCase.frozenBy,
      lifeCase: lifeCase.newest,
      provenAlive: lifeCase.provenAlive,
      resumes:
        row.resumes_id === null
          ? null
          : {
              paymentId: row.resumes_id,
              reference: row.resumes_reference ?? '',
              complaintId: row.resumes_complaint,
            },
      case: found?.case ?? null,
      attempt: found?.attempt ?? null,
      complaintTicket: found?.ticket ?? null,
    };
  }

  async #lifeCase(beneficiaryId: string) {
    const rows = await this.#db
      .selectFrom('life_case')
      .where('beneficiary_id', '=', beneficiaryId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .select(['id', 'number', 'status'])
      .execute();
    const frozen = rows.find(({ status }) => isFrozenBy(status));
    return {
      newest: rows[0] ?? null,
      frozenBy: frozen ? { id: frozen.id, number: frozen.number } : null,
      provenAlive: rows.some(({ status }) => status === 'alive'),
    };
  }

  async #case(
    paymentNo: number,
  ): Promise<
    { case: ResumeCase; attempt: ResumeAttempt | null; ticket: string | null } | undefined
  > {
    const row = await this.#db
      .selectFrom('resume_case')
      .selectAll()
      .where('payment_no', '=', paymentNo)
      .executeTakeFirst();
    if (!row) return undefined;
    const attempt = row.attempt_no === null ? null : await this.#attempt(row.attempt_no, paymentNo);
    const complaint =
      row.complaint_id === null
        ? undefined
        : await this.#db
            .selectFrom('complaint')
            .where('id', '=', row.complaint_id)
            .select('ticket')
            .executeTakeFirst();
    return {
      case: { id: row.id, version: row.version, state: resumeState(row, attempt?.id ?? null) },
      attempt,
      ticket: complaint?.ticket ?? null,
    };
  }

  async #attempt(no: number, failedNo: number): Promise<ResumeAttempt | null> {
    const { rows } = await sql<{
      id: string;
      end_to_end_id: string;
      status: PaymentStatus;
      in_run: number;
      month: string;
      closed: number;
      other: string | null;
    }>`
      select a.id, a.end_to_end_id, a.status, a.import_no is not null as in_run, c.month,
        c.status = 'closed' as closed,
        (select o.end_to_end_id from payment o
          where o.beneficiary_id = a.beneficiary_id and o.month = a.month and o.kind = a.kind
            and o.programme_no = a.programme_no and o.live = 1 and o.no not in (a.no, ${failedNo})) as other
      from payment a cross join cycle c on c.number = a.cycle_number where a.no = ${no}`.execute(
      this.#db,
    );
    const [row] = rows;
    return row
      ? {
          id: row.id,
          reference: row.end_to_end_id,
          status: row.status,
          inRun: row.in_run === 1,
          closed: row.closed === 1,
          month: row.month as IsoMonth,
          otherLive: row.other,
        }
      : null;
  }

  async trail(caseId: string): Promise<TrailEntry<ResumeEvent>[]> {
    const rows = await this.#db
      .selectFrom('resume_case_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.resume_case_id', '=', caseId)
      .orderBy('e.seq')
      .select(['e.seq', 'e.at', 'e.type', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<ResumeEvent>(row));
  }

  failedReasons = () => failedReasons(this.#db);

  counts: ResumeReader['counts'] = (rules) => countResumeViews(this.#db, rules);

  queue: ResumeReader['queue'] = (query) => resumeQueue(this.#db, query);

  async waitingFor(officerId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('resume_case')
      .where('status', '=', 'awaitingApproval')
      .where('proposed_by', '<>', officerId)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  reasonsOf: ResumeReader['reasonsOf'] = (paymentIds) =>
    this.#db
      .selectFrom('payment')
      .where('id', 'in', paymentIds)
      .select(['reason_list as reasonList', 'reason_code as reasonCode'])
      .execute();

  resumedFor: ResumeReader['resumedFor'] = (complaintId) =>
    this.#db
      .selectFrom('resume_case as rc')
      .innerJoin('payment as p', 'p.no', 'rc.payment_no')
      .where('rc.complaint_id', '=', complaintId)
      .orderBy('p.no')
      .select(['p.id as paymentId', 'p.end_to_end_id as endToEndId'])
      .execute();

  isHeldByAnother: ResumeReader['isHeldByAnother'] = async (iban, beneficiaryId) => {
    const row = await this.#db
      .selectFrom('bank_account')
      .where('iban', '=', iban)
      .where('beneficiary_id', '<>', beneficiaryId)
      .where('valid_to', 'is', null)
      .select('id')
      .executeTakeFirst();
    return row !== undefined;
  };

  withEvents: ResumeReader['withEvents'] = async (afterId, limit) => {
    const rows = await this.#db
      .selectFrom('resume_case as rc')
      .innerJoin('payment as p', 'p.no', 'rc.payment_no')
      .leftJoin('payment as a', 'a.no', 'rc.attempt_no')
      .where('rc.id', '>', afterId)
      .orderBy('rc.id')
      .limit(limit)
      .selectAll('rc')
      .select(['p.end_to_end_id', 'p.live', 'a.id as attempt_id', 'a.live as attempt_live'])
      .select(
        sql<number>`(a.no is null or (a.resumes_no = p.no and a.beneficiary_id = p.beneficiary_id
          and a.month = p.month and a.kind = p.kind and a.programme_no = p.programme_no
          and a.amount_halalas = p.amount_halalas and p.live is null))`.as('fits'),
      )
      .execute();
    const events = await this.#db
      .selectFrom('resume_case_event')
      .where(
        'resume_case_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('resume_case_id')
      .orderBy('seq')
      .select(['resume_case_id', 'type', 'officer_id', 'details'])
      .execute();
    const groups = byCase(events, (event) => event.resume_case_id);
    return rows.map((row): StoredResume => ({
      id: row.id,
      reference: row.end_to_end_id,
      state: resumeState(row, row.attempt_id),
      linked: row.fits === 1,
      events: (groups.get(row.id) ?? []).map((event) => ({
        by: event.officer_id,
        event: eventFrom<ResumeEvent>(event),
      })),
    }));
  };

  payments: ResumeReader['payments'] = async (beneficiaryId) => {
    const rows = await this.#db
      .selectFrom('payment')
      .where('beneficiary_id', '=', beneficiaryId)
      .where('live', '=', 1)
      .orderBy('month')
      .select(['id', 'end_to_end_id', 'month', 'amount_halalas', 'status', 'live'])
      .execute();
    return rows.map((row): OwedPayment => ({
      id: row.id,
      reference: row.end_to_end_id,
      month: row.month as IsoMonth,
      amount: row.amount_halalas as Halalas,
      status: row.status,
      live: row.live === 1,
    }));
  };

  withdrawal: ResumeReader['withdrawal'] = async (beneficiaryId) => {
    const row = await this.#db
      .selectFrom('application_withdrawal as w')
      .innerJoin('officer as o', 'o.id', 'w.officer_id')
      .where('w.beneficiary_id', '=', beneficiaryId)
      .orderBy('w.at', 'desc')
      .select(['w.at', 'w.reason', 'o.full_name'])
      .executeTakeFirst();
    return row && { at: row.at as IsoInstant, by: row.full_name, reason: row.reason };
  };
}

export class ResumeWriteRepo extends ResumeReadRepo implements ResumeWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  open: ResumeWriter['open'] = async ({ id, paymentId, state }, at) => {
    const payment = await this.#db
      .selectFrom('payment')
      .where('id', '=', paymentId)
      .select(['no', 'beneficiary_id'])
      .executeTakeFirstOrThrow();
    await this.#db
      .insertInto('resume_case')
      .values({
        id,
        payment_no: payment.no,
        beneficiary_id: payment.beneficiary_id,
        ...resumeColumns(state),
        created_at: at,
      })
      .execute();
  };

  async save(id: string, version: number, next: ResumeState): Promise<boolean> {
    const attempt =
      next.attemptId === null
        ? undefined
        : await this.#db
            .selectFrom('payment')
            .where('id', '=', next.attemptId)
            .select('no')
            .executeTakeFirstOrThrow();
    const result = await this.#db
      .updateTable('resume_case')
      .set({ ...resumeColumns(next), attempt_no: attempt?.no ?? null, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  }

  async append(id: string, events: readonly ResumeEvent[], { at, by }: Stamp): Promise<void> {
    if (events.length === 0) return;
    await this.#db
      .insertInto('resume_case_event')
      .values(
        events.map((event) => ({
          resume_case_id: id,
          type: event.type,
          at,
          officer_id: by,
          details: eventDetails(event),
        })),
      )
      .execute();
  }

  async isReferenceTaken(reference: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('payment')
      .where('end_to_end_id', '=', reference)
      .select('no')
      .executeTakeFirst();
    return row !== undefined;
  }

  addAttempt: ResumeWriter['addAttempt'] = (failedId, attempt, stamp) =>
    addAttempt(this.#db, failedId, attempt, stamp);

  cancelAttempt: ResumeWriter['cancelAttempt'] = (failedId, attemptId, stamp) =>
    cancelAttempt(this.#db, failedId, attemptId, stamp);

  verifyAccount: ResumeWriter['verifyAccount'] = async (beneficiaryId, account, on) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('bank_account')
      .set({ verified_on: on, verified_how: 'resumed' })
      .where('beneficiary_id', '=', beneficiaryId)
      .where('iban', '=', account.iban)
      .where('valid_to', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return;
    await this.#db
      .updateTable('bank_account')
      .set({ valid_to: on })
      .where('beneficiary_id', '=', beneficiaryId)
      .where('valid_to', 'is', null)
      .execute();
    await this.#db
      .insertInto('bank_account')
      .values({
        id: account.id,
        beneficiary_id: beneficiaryId,
        iban: account.iban,
        bank_code: account.bankCode,
        valid_from: on,
        valid_to: null,
        verified_on: on,
        verified_how: 'resumed',
      })
      .execute();
  };

  withdraw: ResumeWriter['withdraw'] = async ({ id, beneficiaryId, reason, at, by }) => {
    await this.#db
      .insertInto('application_withdrawal')
      .values({ id, beneficiary_id: beneficiaryId, reason, at, officer_id: by })
      .execute();
  };
}

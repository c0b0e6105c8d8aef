import { sql, type RawBuilder } from 'kysely';
import { RESUME_VIEWS, type ResumeView } from '../../../contract/resume.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import type { ResumeStatus } from '../../../domain/resume/resume-case.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type {
  ReasonCount,
  ReasonKey,
  ReasonRules,
  ResumeQueue,
  ResumeQueueRow,
  ResumeReader,
} from '../../app/resume/ports.ts';
import type { Reader } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { officerRef } from './case-rows.ts';
import { paymentRows } from './payment-list.ts';
import { accountChanged } from './resume-rows.ts';

type Db = Reader['db'];

const BACK = sql`('rejected', 'returned')`;

/** Reasons of all payments whose money is back and that nothing has replaced. */
export async function failedReasons(db: Db): Promise<ReasonCount[]> {
  const { rows } = await sql<ReasonCount>`
    select p.reason_list as list, p.reason_code as code, count(*) as count
    from cycle c cross join payment p on p.cycle_number = c.number and p.status in ${BACK}
    where p.live = 1 group by p.reason_list, p.reason_code`.execute(db);
  return rows;
}

/** How many payments each queue of the protocol holds. */
export async function countResumeViews(
  db: Db,
  rules: ReasonRules,
): Promise<Record<ResumeView, number>> {
  const counts: [ResumeView, number][] = [];
  for (const view of RESUME_VIEWS) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count ${fromView(view, rules, undefined)}`.execute(db);
    counts.push([view, rows[0]?.count ?? 0]);
  }
  const found = new Map(counts);
  return {
    waiting: found.get('waiting') ?? 0,
    ready: found.get('ready') ?? 0,
    awaitingApproval: found.get('awaitingApproval') ?? 0,
    sentAgain: found.get('sentAgain') ?? 0,
    failedAgain: found.get('failedAgain') ?? 0,
    done: found.get('done') ?? 0,
  };
}

/** One page of a queue: newest cycle first, then by name. */
export async function resumeQueue(
  db: Db,
  { view, rules, reasonCode, offset, limit }: ResumeQueue,
): ReturnType<ResumeReader['queue']> {
  const from = fromView(view, rules, reasonCode);
  const totals = await sql<{ count: number; amount: number | null }>`
    select count(*) as count, sum(p.amount_halalas) as amount ${from}`.execute(db);
  const reasons = await sql<ReasonCount>`
    select p.reason_list as list, p.reason_code as code, count(*) as count
    ${fromView(view, rules, undefined)} group by p.reason_list, p.reason_code
    order by count(*) desc, p.reason_code`.execute(db);
  const page = await sql<{ no: number }>`
    select p.no ${from} order by c.number desc, p.name_key, p.no limit ${limit} offset ${offset}`.execute(
    db,
  );
  return {
    rows: await queueRows(
      db,
      page.rows.map(({ no }) => no),
    ),
    total: totals.rows[0]?.count ?? 0,
    amount: (totals.rows[0]?.amount ?? 0) as Halalas,
    reasons: reasons.rows,
  };
}

function fromView(
  view: ResumeView,
  rules: ReasonRules,
  reasonCode: string | undefined,
): RawBuilder<unknown> {
  const reason = reasonCode === undefined ? sql`true` : sql`p.reason_code = ${reasonCode}`;
  if (view === 'waiting' || view === 'ready') {
    const isReady = sql`(coalesce(rc.account_proven, 0) = 1
      or (${isAmong(rules.sameData)} and not ${accountChanged}))`;
    return sql`
      from cycle c cross join payment p on p.cycle_number = c.number and p.status in ${BACK} and p.live = 1
      left join resume_case rc on rc.payment_no = p.no
      where coalesce(rc.status, 'preparing') = 'preparing' and ${reason}
        and ${view === 'ready' ? isReady : sql`not ${isReady}`} and not ${isAmong(rules.never)}
        and not exists (select 1 from resume_case own where own.attempt_no = p.no and own.complaint_id is null)`;
  }
  return sql`
    from resume_case rc
    cross join payment p on p.no = rc.payment_no
    cross join cycle c on c.number = p.cycle_number
    left join payment a on a.no = rc.attempt_no
    where ${inView(view)} and ${reason}`;
}

function inView(view: Exclude<ResumeView, 'waiting' | 'ready'>): RawBuilder<unknown> {
  switch (view) {
    case 'awaitingApproval':
      return sql`rc.status = 'awaitingApproval'`;
    case 'sentAgain':
      return sql`rc.status = 'resumed'
        and a.status not in ('rejected', 'returned', 'settled', 'credited')`;
    case 'failedAgain':
      return sql`rc.status = 'resumed' and a.status in ${BACK}`;
    case 'done':
      return sql`(rc.status = 'complained'
        or (rc.status = 'resumed' and a.status in ('settled', 'credited')))`;
  }
}

function isAmong(keys: readonly ReasonKey[]): RawBuilder<unknown> {
  if (keys.length === 0) return sql`false`;
  return sql`exists (select 1 from ${jsonRows(keys, ['list', 'code'], 'given')}
    where given.list is p.reason_list and given.code is p.reason_code)`;
}

async function queueRows(db: Db, numbers: readonly number[]): Promise<ResumeQueueRow[]> {
  const payments = await paymentRows(db, 'no', numbers);
  const { rows } = await sql<{
    id: string;
    reason_list: string | null;
    status: ResumeStatus | null;
    version: number | null;
    proposed_by: string | null;
    proposer: string | null;
    attempt_id: string | null;
    attempt_reference: string | null;
    attempt_status: PaymentStatus | null;
    attempt_month: string | null;
  }>`
    select p.id, p.reason_list, rc.status, rc.version, rc.proposed_by, o.full_name as proposer,
      a.id as attempt_id, a.end_to_end_id as attempt_reference, a.status as attempt_status,
      ac.month as attempt_month
    from ${jsonValues(numbers, 'given')}
    cross join payment p on p.no = given.value
    left join resume_case rc on rc.payment_no = p.no
    left join officer o on o.id = rc.proposed_by
    left join payment a on a.no = rc.attempt_no
    left join cycle ac on ac.number = a.cycle_number`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return payments.map((payment) => {
    const row = byId.get(payment.id);
    const { attempt_id: attemptId = null } = row ?? {};
    return {
      ...payment,
      reasonList: row?.reason_list ?? null,
      caseStatus: row?.status ?? null,
      caseVersion: row?.version ?? 0,
      proposedBy: officerRef(row?.proposed_by ?? null, row?.proposer ?? null),
      attempt:
        attemptId === null
          ? null
          : {
              id: attemptId,
              endToEndId: row?.attempt_reference ?? '',
              status: row?.attempt_status ?? 'prepared',
              month: (row?.attempt_month ?? '') as IsoMonth,
            },
    };
  });
}

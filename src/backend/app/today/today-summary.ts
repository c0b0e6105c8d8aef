import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import type { PaymentStatus } from '../../../domain/payments/payment-status.ts';
import { standingOf } from '../../../domain/payments/standing.ts';
import { settingsOn } from '../../../domain/settings/settings.ts';
import { addHalalas, type Halalas } from '../../../domain/shared/halalas.ts';
import { dayOfMonth, type IsoDate, type IsoMonth } from '../../../domain/shared/iso-date.ts';
import { ok } from '../../../domain/shared/result.ts';
import { toApplicationRow } from '../applications/application-dto.ts';
import { toComplaintRow } from '../complaints/complaint-dto.ts';
import type { QueryContext } from '../context.ts';
import { toObjectionRow } from '../objections/objection-dto.ts';
import type { CycleStanding } from './ports.ts';

type Summary = OutputOf<'today.summary'>;

const NEXT_CASES = 8;

/** One officer's day: his cases by deadline, what waits for his approval, how the newest cycle stands. */
export async function todaySummary(context: QueryContext): Promise<ApiResult<Summary>> {
  const { repos, officer, today } = context;
  const mayRead = officer.permissions.includes('cases.read');
  const mayApprove = officer.permissions.includes('cases.approve');
  const next = {
    view: 'mine',
    sort: 'deadline',
    descending: false,
    offset: 0,
    limit: NEXT_CASES,
    officerId: officer.id,
    today,
  } as const;
  const complaints = mayRead ? (await repos.complaints.queue(next)).rows : [];
  const objections = mayRead ? (await repos.objections.queue(next)).rows : [];
  const applications = mayRead ? (await repos.applications.queue(next)).rows : [];
  const cycle = officer.permissions.includes('payments.read')
    ? await repos.today.newestCycle()
    : undefined;
  return ok({
    complaints: await counted(repos.complaints, context, mayRead, mayApprove),
    objections: await counted(repos.objections, context, mayRead, mayApprove),
    applications: {
      ...(await counted(repos.applications, context, mayRead, mayApprove)),
      lapsed: mayRead ? (await repos.applications.counts(officer.id, today)).completionLapsed : 0,
    },
    resumes: { toApprove: mayApprove ? await repos.resume.waitingFor(officer.id) : 0 },
    lifeCases: {
      toApprove: mayApprove ? await repos.life.waitingFor(officer.id) : 0,
      open: mayRead ? (await repos.life.counts()).open : 0,
    },
    ...(await entitlementToApprove(context)),
    settings: { toApprove: await settingsToApprove(context) },
    nextComplaints: complaints.map((row) => toComplaintRow(row, today)),
    nextObjections: objections.map((row) => toObjectionRow(row, today)),
    nextApplications: applications.map((row) => toApplicationRow(row, today)),
    cycle:
      cycle === undefined ? null : toCycleSummary(cycle, await paidStatusesOf(repos, cycle.month)),
  });
}

/** A month is computed with what holds on its first day. */
async function paidStatusesOf(
  { settings }: Pick<QueryContext['repos'], 'settings'>,
  month: IsoMonth,
): Promise<readonly PaymentStatus[]> {
  return settingsOn(dayOfMonth(month, 1), await settings.all()).paidStatuses;
}

async function entitlementToApprove({
  repos,
  officer,
}: QueryContext): Promise<Pick<Summary, 'eligibilityRuns' | 'settlements' | 'recoveries'>> {
  const mayApproveRuns = officer.permissions.includes('entitlement.approve');
  const mayApprovePayments = officer.permissions.includes('payments.approve');
  const runs = mayApproveRuns ? await repos.eligibility.runs() : [];
  const waiting = runs.filter(
    ({ status, proposedById }) => status === 'proposed' && proposedById !== officer.id,
  );
  return {
    eligibilityRuns: { toApprove: waiting.length },
    settlements: {
      toApprove: mayApprovePayments ? await repos.settlements.waitingFor(officer.id) : 0,
    },
    recoveries: {
      toApprove: mayApprovePayments ? await repos.recoveries.waitingFor(officer.id) : 0,
    },
  };
}

async function settingsToApprove({ repos, officer }: QueryContext): Promise<number> {
  if (!officer.permissions.includes('settings.approve')) return 0;
  const records = await repos.settings.records();
  return records.filter(
    ({ status, recordedById }) => status === 'waiting' && recordedById !== officer.id,
  ).length;
}

interface CaseCounter {
  counts(
    officerId: string,
    today: IsoDate,
  ): Promise<Pick<Summary['complaints'], 'mine' | 'dueToday' | 'overdue'>>;
  waitingFor(officerId: string): Promise<number>;
}

async function counted(
  cases: CaseCounter,
  { officer, today }: QueryContext,
  mayRead: boolean,
  mayApprove: boolean,
): Promise<Summary['complaints']> {
  if (!mayRead) return { mine: 0, dueToday: 0, overdue: 0, toApprove: 0 };
  const { mine, dueToday, overdue } = await cases.counts(officer.id, today);
  const toApprove = mayApprove ? await cases.waitingFor(officer.id) : 0;
  return { mine, dueToday, overdue, toApprove };
}

function toCycleSummary(
  { statuses, openExceptions, ...cycle }: CycleStanding,
  paidStatuses: readonly PaymentStatus[],
): Summary['cycle'] {
  const amountOf = (fits: (status: PaymentStatus) => boolean): Halalas =>
    addHalalas(...statuses.filter(({ status }) => fits(status)).map(({ amount }) => amount));
  const sent = (status: PaymentStatus): boolean => standingOf(status) !== null;
  const paid = (status: PaymentStatus): boolean => paidStatuses.includes(status);
  return {
    cycle: {
      ...cycle,
      payments: statuses
        .filter(({ status }) => sent(status))
        .reduce((sum, { payments }) => sum + payments, 0),
      amount: amountOf(sent),
    },
    paid: amountOf(paid),
    rejected: amountOf((status) => status === 'rejected'),
    returned: amountOf((status) => status === 'returned'),
    open: amountOf(
      (status) => sent(status) && !paid(status) && status !== 'rejected' && status !== 'returned',
    ),
    exceptions: openExceptions,
  };
}

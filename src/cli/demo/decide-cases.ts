import type { Client } from '../../contract/client.ts';
import type { OutputOf } from '../../contract/api.ts';
import type { MonthFinding } from '../../domain/complaints/complaint-status.ts';
import { CommandFailure, valueOf } from '../command-failure.ts';

type Officers = Readonly<Record<'sara' | 'khalid' | 'mona', Client>>;

export interface DecidedCase {
  readonly case: 'complaint' | 'objection';
  readonly number: string;
  readonly outcome: 'accepted' | 'rejected';
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly letterId: string;
}

export interface Decision extends Omit<DecidedCase, 'letterId'> {
  readonly letter: {
    readonly number: string;
    readonly sha256: string;
    readonly pages: number;
    readonly files: readonly string[];
  };
}

const REASONINGS = {
  accepted: 'ثبت من السجلات أن المصروف أقل من المستحق في الشهر محل الشكوى.',
  rejected: 'ثبت من رد البنك أن الدفعة صُرفت كاملة في الشهر محل الشكوى.',
  objection: 'المستندات المرفقة تنفي أسباب عدم الأهلية.',
} as const;

/** Findings of the records that bear an outcome. */
const BEARING: Readonly<Record<'accepted' | 'rejected', readonly MonthFinding[]>> = {
  accepted: ['shortfallProven'],
  rejected: ['paidInFull', 'bankReturned'],
};

type ComplaintCase = OutputOf<'complaints.case'>;

/** Takes, studies and proposes a complaint as one officer and approves it as another. */
export async function decideComplaint(
  { sara, khalid }: Officers,
  outcome: 'accepted' | 'rejected',
): Promise<DecidedCase> {
  const { rows } = valueOf(
    await sara.complaints.list({ status: ['studying', 'new'], sort: 'deadline', limit: 200 }),
  );
  for (const row of rows) {
    const found = valueOf(await sara.complaints.case({ id: row.id }));
    if (!bears(found, outcome)) continue;
    const isKhalids = row.assignedTo !== null && found.mayPropose !== null;
    const [officer, second] = isKhalids ? [khalid, sara] : [sara, khalid];
    const { id, ticket } = row;
    if (row.assignedTo === null) {
      valueOf(await officer.complaints.take({ id, expectedVersion: row.version }));
    }
    const { version } = valueOf(await officer.complaints.case({ id })).complaint;
    const months = found.months.map(({ month, suggestedFinding, due }) => ({
      month,
      finding: suggestedFinding,
      due: due ?? 0,
    }));
    const reasoning = REASONINGS[outcome];
    valueOf(
      await officer.complaints.propose({
        id,
        expectedVersion: version,
        outcome,
        reasoning,
        months,
      }),
    );
    const proposed = valueOf(await second.complaints.case({ id }));
    const { letterId } = valueOf(
      await second.complaints.approve({ id, expectedVersion: proposed.complaint.version }),
    );
    return {
      case: 'complaint',
      number: ticket,
      outcome,
      proposedBy: await nameOf(officer),
      approvedBy: await nameOf(second),
      letterId,
    };
  }
  throw new CommandFailure('DEMO_NO_CASE', { outcome });
}

function bears({ months }: ComplaintCase, outcome: 'accepted' | 'rejected'): boolean {
  return months.every(
    ({ suggestedFinding, credited, due }) =>
      due !== null &&
      BEARING[outcome].includes(suggestedFinding) &&
      // A month that no bank has answered yet proves nothing.
      (outcome === 'rejected' || credited > 0),
  );
}

/** Reviews an objection reason by reason as one officer; the supervisor seconds it. */
export async function decideObjection({ sara, mona }: Officers): Promise<DecidedCase> {
  const { rows } = valueOf(
    await sara.objections.list({ status: ['submitted'], sort: 'deadline', limit: 200 }),
  );
  for (const row of rows) {
    const { id, number } = row;
    const taken = await sara.objections.take({ id, expectedVersion: row.version });
    if (!taken.ok) continue;
    const { reasons, documents, objection } = valueOf(await sara.objections.review({ id }));
    const [document] = documents;
    let { version } = objection;
    for (const { code } of reasons) {
      const evidence = document === undefined ? null : { documentId: document.id, page: 1 };
      const note = 'المستند المرفق يثبت خلاف ما بني عليه القرار.';
      const finding = { code, finding: 'notProven' as const, note, evidence };
      ({ version } = valueOf(
        await sara.objections.recordFinding({ id, expectedVersion: version, finding }),
      ));
    }
    const outcome = 'accepted';
    const reasoning = REASONINGS.objection;
    valueOf(await sara.objections.propose({ id, expectedVersion: version, outcome, reasoning }));
    const proposed = valueOf(await mona.objections.review({ id })).objection;
    const { letterId } = valueOf(
      await mona.objections.approve({ id, expectedVersion: proposed.version }),
    );
    if (letterId === null) continue;
    const [proposedBy, approvedBy] = [await nameOf(sara), await nameOf(mona)];
    return { case: 'objection', number, outcome, proposedBy, approvedBy, letterId };
  }
  throw new CommandFailure('DEMO_NO_CASE', { outcome: 'objection' });
}

async function nameOf(api: Client): Promise<string> {
  return valueOf(await api.staff.me({})).officer.username;
}

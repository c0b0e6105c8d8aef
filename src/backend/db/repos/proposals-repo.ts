import { sql } from 'kysely';
import type {
  ProposalReader,
  ProposalWriter,
  StoredProposal,
} from '../../app/payments/run-ports.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import type { ProposalStatus } from '../../../domain/payments/run.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';

/** Payments proposed by hand, and those that accepted complaints led to. */
export class ProposalReadRepo implements ProposalReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  ofCycle(cycleId: string): Promise<StoredProposal[]> {
    return proposalRows(this.#db, { cycleId });
  }

  async byId(id: string): Promise<StoredProposal | undefined> {
    const [proposal] = await proposalRows(this.#db, { id });
    return proposal;
  }

  async ofComplaint(complaintId: string, month: IsoMonth): Promise<boolean> {
    const row = await this.#db
      .selectFrom('payment_proposal')
      .select('id')
      .where('complaint_id', '=', complaintId)
      .where('month', '=', month)
      .executeTakeFirst();
    return row !== undefined;
  }
}

export class ProposalWriteRepo extends ProposalReadRepo implements ProposalWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  add: ProposalWriter['add'] = async (proposal, { at, officerId }) => {
    await this.#db
      .insertInto('payment_proposal')
      .values({
        id: proposal.id,
        cycle_id: proposal.cycleId,
        beneficiary_id: proposal.beneficiaryId,
        programme_no: proposal.programmeNo,
        month: proposal.month,
        kind: proposal.kind,
        amount_halalas: proposal.amount,
        reason: proposal.reason,
        complaint_id: proposal.complaintId,
        status: 'proposed',
        proposed_at: at,
        proposed_by: officerId,
      })
      .execute();
  };

  decide: ProposalWriter['decide'] = async (id, version, decision, { at, officerId }) => {
    const { numUpdatedRows } = await this.#db
      .updateTable('payment_proposal')
      .set((eb) => ({
        status: decision.status,
        decision_reason: decision.reason === '' ? null : decision.reason,
        payment_id: decision.paymentId,
        decided_at: at,
        decided_by: officerId,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  };
}

async function proposalRows(
  db: Reader['db'],
  by: { readonly cycleId: string } | { readonly id: string },
): Promise<StoredProposal[]> {
  const { rows } = await sql<{
    id: string;
    cycle_id: string;
    number: number;
    cycle_month: string;
    pay_date: string;
    cycle_status: 'open' | 'closed';
    beneficiary_id: string;
    full_name: string;
    national_id: string;
    code: string;
    programme_no: number;
    month: string;
    kind: PaymentKind;
    amount_halalas: number;
    reason: string;
    complaint_id: string | null;
    ticket: string | null;
    settlement_id: string | null;
    settlement_number: string | null;
    status: ProposalStatus;
    proposed_at: string;
    proposed_by: string;
    proposer: string;
    decided_at: string | null;
    decider: string | null;
    decision_reason: string | null;
    payment_id: string | null;
    version: number;
  }>`
    select q.*, c.number, c.month as cycle_month, c.pay_date, c.status as cycle_status, b.full_name, b.national_id,
      g.code, k.ticket, s.number as settlement_number, o.full_name as proposer, d.full_name as decider
    from payment_proposal q
    join cycle c on c.id = q.cycle_id
    join beneficiary b on b.id = q.beneficiary_id
    join programme g on g.no = q.programme_no
    join officer o on o.id = q.proposed_by
    left join officer d on d.id = q.decided_by
    left join complaint k on k.id = q.complaint_id
    left join settlement s on s.id = q.settlement_id
    where ${'id' in by ? sql`q.id = ${by.id}` : sql`q.cycle_id = ${by.cycleId}`}
    order by q.status <> 'proposed', coalesce(q.decided_at, q.proposed_at) desc, q.id
    limit 500`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    cycle: {
      id: row.cycle_id,
      number: row.number,
      month: row.cycle_month as IsoMonth,
      payDate: row.pay_date as IsoDate,
      status: row.cycle_status,
    },
    beneficiaryId: row.beneficiary_id,
    name: row.full_name,
    nationalId: row.national_id,
    programme: row.code,
    programmeNo: row.programme_no,
    month: row.month as IsoMonth,
    kind: row.kind,
    amount: row.amount_halalas as Halalas,
    reason: row.reason,
    complaintId: row.complaint_id,
    ticket: row.ticket,
    settlement:
      row.settlement_id === null || row.settlement_number === null
        ? null
        : { id: row.settlement_id, number: row.settlement_number },
    status: row.status,
    proposedAt: row.proposed_at as IsoInstant,
    proposedById: row.proposed_by,
    proposedBy: row.proposer,
    decidedAt: row.decided_at as IsoInstant | null,
    decidedBy: row.decider,
    decisionReason: row.decision_reason,
    paymentId: row.payment_id,
    version: row.version,
  }));
}

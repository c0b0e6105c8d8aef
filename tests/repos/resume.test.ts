import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unwatchedOperation } from '../../src/backend/app/operation.ts';
import { verifyResume } from '../../src/backend/app/resume/verify-resume.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import type { Client } from '../../src/contract/client.ts';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value, type Person } from './branch.ts';
import {
  expected,
  failedPayment,
  NEW_IBAN,
  proof,
  proveAccount,
  versionOf,
} from './resume-payments.ts';

let branch: TestBranch;
let cycle: { id: string; month: string };
let sara: Client;
let mona: Client;
let khalid: Client;

beforeEach(async () => {
  branch = await TestBranch.start('2026-11-05');
  cycle = { id: await branch.cycle(59, '2026-11', '2026-11-01'), month: '2026-11' };
  [sara, mona, khalid] = [
    await branch.as('sara'),
    await branch.as('mona'),
    await branch.as('khalid'),
  ];
});
afterEach(() => branch.end());

async function verified() {
  const { breathe } = unwatchedOperation();
  return (await verifyResume(readRepos(branch.backend.database.reader), breathe)).differences;
}

async function propose(api: Client, ...payments: string[]) {
  const cases = await Promise.all(payments.map((id) => expected(api, id)));
  return api.resume.propose({ payments: cases });
}

async function approve(api: Client, ...payments: string[]) {
  const cases = await Promise.all(payments.map((id) => expected(api, id)));
  return api.resume.approve({ payments: cases });
}

const view = async (api: Client, paymentId: string) =>
  value(await api.resume.payment({ paymentId }));

/** Moves a payment on as a bank's answer would. */
async function answered(paymentId: string, status: string, reason: string | null = null) {
  await branch.backend.database.transact(async (tx) => {
    await sql`update payment set status = ${status}, reason_list = ${reason && 'status'},
      reason_code = ${reason} where id = ${paymentId}`.execute(tx.db);
    await sql`insert into payment_event (payment_no, type, at, reason_list, reason_code)
      select no, ${status}, '2026-12-02T06:00:00.000Z', ${reason && 'status'}, ${reason}
      from payment where id = ${paymentId}`.execute(tx.db);
    return ok(null);
  });
}

describe('resuming a rejected payment', () => {
  it('puts a new prepared payment into the next cycle, of its own reference and to the proven account', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AC04');
    await proveAccount(branch, sara, paymentId);
    value(await propose(sara, paymentId));
    const { attempts } = value(await approve(khalid, paymentId));
    const { payment, attempt, case: resumeCase } = await view(sara, paymentId);
    expect(resumeCase?.status).toBe('resumed');
    expect(attempts).toEqual([{ id: attempt?.payment.id, endToEndId: 'RSM60-000001' }]);
    expect(attempt?.payment).toMatchObject({
      beneficiaryId: payment.beneficiaryId,
      month: '2026-11',
      cycleNumber: 60,
      kind: 'regular',
      amount: 132_000,
      status: 'prepared',
      maskedIban: 'SA******1234',
    });
    const back = await view(sara, attempts[0]?.id ?? '');
    expect(back.resumes).toEqual({ paymentId, endToEndId: payment.endToEndId });
    expect(await verified()).toEqual([]);
  });

  it('makes the proven account the one that the person is paid to from then on', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AC04');
    await proveAccount(branch, sara, paymentId);
    value(await propose(sara, paymentId));
    value(await approve(khalid, paymentId));
    const { payment } = await view(sara, paymentId);
    const person = value(await sara.registry.beneficiary({ id: payment.beneficiaryId }));
    expect(person.bankAccounts).toMatchObject([
      { maskedIban: 'SA******1234', bankCode: '20', validTo: null, verifiedOn: '2026-11-05' },
    ]);
  });

  it('asks nothing of the account where the fault was the bank’s own', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    expect((await view(sara, paymentId)).account.needed).toBe(false);
    value(await propose(sara, paymentId));
    value(await approve(khalid, paymentId));
    const { attempt } = await view(sara, paymentId);
    expect(attempt?.payment.maskedIban).toBe('SA******7519');
  });

  it('is proposed and approved for many payments of one reason together', async () => {
    const payments = [];
    for (let index = 0; index < 3; index += 1) {
      payments.push(await failedPayment(branch, cycle, 'AB05'));
    }
    value(await propose(sara, ...payments));
    const { attempts } = value(await approve(khalid, ...payments));
    expect(new Set(attempts.map(({ endToEndId }) => endToEndId)).size).toBe(3);
    expect(await verified()).toEqual([]);
  });

  it('is seen by the auditor, who changes nothing', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    const huda = await branch.as('huda');
    expect((await view(huda, paymentId)).mayPropose).toEqual({ code: 'NOT_PERMITTED' });
    expect(await propose(huda, paymentId)).toMatchObject({ error: { code: 'NOT_PERMITTED' } });
  });
});

describe('what is refused', () => {
  const refused = (code: string, details: object = {}) => ({
    ok: false,
    error: { code, ...(Object.keys(details).length > 0 ? { details } : {}) },
  });

  it.each(['sent', 'settled', 'credited', 'bankAccepted', 'prepared'] as const)(
    'a payment that is %s: the money is not proven back',
    async (status) => {
      const person = await branch.person('فاطمة بنت سعد الدوسري');
      const paymentId = await branch.payment(person, cycle, 132_000, status);
      expect(await propose(sara, paymentId)).toMatchObject(refused('MONEY_NOT_BACK', { status }));
    },
  );

  it('an account that nobody proved, that belongs to somebody else, or that is frozen', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AC06');
    expect(await propose(sara, paymentId)).toMatchObject(refused('ACCOUNT_NOT_VERIFIED'));
    const documentId = await proof(branch, sara, paymentId);
    const on = isoDate('2026-11-05');
    const step = { iban: null, on, documentId };
    const prove = async (tied: boolean) =>
      value(
        await sara.resume.proveAccount({ ...(await expected(sara, paymentId)), ...step, tied }),
      );
    await prove(false);
    expect(await propose(sara, paymentId)).toMatchObject(refused('ACCOUNT_OTHER_HOLDER'));
    await prove(true);
    expect(await propose(sara, paymentId)).toMatchObject(refused('ACCOUNT_NOT_CONFIRMED'));
    value(
      await sara.resume.confirmActivity({
        ...(await expected(sara, paymentId)),
        active: false,
        on,
        documentId,
      }),
    );
    expect(await propose(sara, paymentId)).toMatchObject(refused('ACCOUNT_FROZEN'));
  });

  it('a proof that is not attached to this payment', async () => {
    const [one, other] = [
      await failedPayment(branch, cycle, 'AC04'),
      await failedPayment(branch, cycle, 'AC04'),
    ];
    const documentId = await proof(branch, sara, other);
    expect(
      await sara.resume.proveAccount({
        ...(await expected(sara, one)),
        iban: NEW_IBAN,
        tied: true,
        on: isoDate('2026-11-05'),
        documentId,
      }),
    ).toMatchObject(refused('PROOF_NOT_ATTACHED'));
  });

  it('a new account outside the days of the month on which accounts are changed, and says when they come', async () => {
    branch.on('2026-11-09');
    const paymentId = await failedPayment(branch, cycle, 'AC04');
    const documentId = await proof(branch, sara, paymentId);
    const step = { tied: true, on: isoDate('2026-11-09'), documentId };
    expect(
      await sara.resume.proveAccount({
        ...(await expected(sara, paymentId)),
        ...step,
        iban: NEW_IBAN,
      }),
    ).toMatchObject(refused('EDIT_DAYS_CLOSED', { opensOn: '2026-12-01', closesOn: '2026-12-08' }));
    // The closed account cannot be proven again either.
    expect(
      await sara.resume.proveAccount({ ...(await expected(sara, paymentId)), ...step, iban: null }),
    ).toMatchObject(refused('NEW_ACCOUNT_NEEDED'));
  });

  it.each([
    ['SA0380000000608010167591', 'IBAN_CHECKSUM'],
    ['SA038000000060801016751', 'IBAN_LENGTH'],
    ['GB82WEST12345698765432', 'IBAN_COUNTRY'],
  ])('the account %s: %s', async (iban, code) => {
    const paymentId = await failedPayment(branch, cycle, 'AC04');
    const documentId = await proof(branch, sara, paymentId);
    expect(
      await sara.resume.proveAccount({
        ...(await expected(sara, paymentId)),
        iban,
        tied: true,
        on: isoDate('2026-11-05'),
        documentId,
      }),
    ).toMatchObject(refused(code));
  });

  it('a code after which nothing is sent again', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AM05');
    expect(await propose(sara, paymentId)).toMatchObject(refused('RESUME_NEVER'));
  });

  it('approving what one proposed, and a proposal that another took back', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    value(await propose(sara, paymentId));
    expect(await approve(sara, paymentId)).toMatchObject(refused('PROPOSED_BY_YOU'));
    expect(await mona.resume.withdraw(await expected(mona, paymentId))).toMatchObject(
      refused('PROPOSED_BY_ANOTHER'),
    );
    value(await sara.resume.withdraw(await expected(sara, paymentId)));
    expect(await approve(khalid, paymentId)).toMatchObject(refused('NOT_PROPOSED'));
  });

  it('payments of several reasons together, and leaves all of them', async () => {
    const payments = [
      await failedPayment(branch, cycle, 'AB05'),
      await failedPayment(branch, cycle, 'AB06'),
    ];
    expect(await propose(sara, ...payments)).toMatchObject(refused('MIXED_REASONS'));
    expect((await view(sara, payments[0] ?? '')).case).toBeNull();
  });

  it('a version that somebody has changed meanwhile', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    const stale = await expected(sara, paymentId);
    value(await propose(mona, paymentId));
    expect(await sara.resume.propose({ payments: [stale] })).toMatchObject(refused('CONFLICT'));
  });

  it('an approval into a cycle that was closed meanwhile', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    value(await propose(sara, paymentId));
    await branch.cycle(60, '2026-12', '2026-12-01');
    await branch.backend.database.transact(async (tx) => {
      await sql`update cycle set status = 'closed' where number = 60`.execute(tx.db);
      return ok(null);
    });
    expect(await approve(khalid, paymentId)).toMatchObject(
      refused('CYCLE_CLOSED', { month: '2026-12' }),
    );
    expect((await view(sara, paymentId)).attempt).toBeNull();
  });

  it('what a bank also says was paid, until an officer has settled which is true', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    await branch.backend.database.transact(async (tx) => {
      await sql`insert into reconciliation_exception (id, payment_id, kind, opened_at)
        values ('x', ${paymentId}, 'rejectedThenPaid', '2026-11-04T00:00:00.000Z')`.execute(tx.db);
      return ok(null);
    });
    expect(await propose(sara, paymentId)).toMatchObject(refused('PAID_INSTEAD'));
  });
});

describe('taking a resumption back', () => {
  it('cancels the new attempt while it is only prepared, and lets the old one be resumed again', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    value(await propose(sara, paymentId));
    const [first] = value(await approve(khalid, paymentId)).attempts;
    value(
      await khalid.resume.cancelAttempt({
        ...(await expected(khalid, paymentId)),
        reason: 'اعتُمد خطأً',
      }),
    );
    const trace = value(await sara.payments.trace({ id: first?.id ?? '' }));
    expect(trace.payment.status).toBe('cancelled');
    value(await propose(sara, paymentId));
    const [second] = value(await approve(khalid, paymentId)).attempts;
    expect(second?.endToEndId).toBe('RSM60-000002');
    expect(await verified()).toEqual([]);
  });

  it('is refused once the bank has it', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    value(await propose(sara, paymentId));
    const [attempt] = value(await approve(khalid, paymentId)).attempts;
    await answered(attempt?.id ?? '', 'sent');
    expect(
      await khalid.resume.cancelAttempt({
        ...(await expected(khalid, paymentId)),
        reason: 'اعتُمد خطأً',
      }),
    ).toMatchObject({ error: { code: 'ATTEMPT_SENT' } });
  });

  it('sends a proposal back with a note, for the officer to mend', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    value(await propose(sara, paymentId));
    const back = { ...(await expected(khalid, paymentId)), note: 'استفسر من البنك أولًا' };
    value(await khalid.resume.sendBack(back));
    const { case: resumeCase, history } = await view(sara, paymentId);
    expect(resumeCase?.status).toBe('preparing');
    expect(history.at(-1)).toMatchObject({ type: 'sentBack', note: 'استفسر من البنك أولًا' });
  });
});

describe('a resumed payment that fails as well', () => {
  async function failedTwice() {
    const paymentId = await failedPayment(branch, cycle, 'AC04');
    await proveAccount(branch, sara, paymentId);
    value(await propose(sara, paymentId));
    const [attempt] = value(await approve(khalid, paymentId)).attempts;
    const attemptId = attempt?.id ?? '';
    await answered(attemptId, 'rejected', 'AC06');
    return { paymentId, attemptId };
  }

  it('opens a financial complaint with everything attached, linked both ways', async () => {
    const { paymentId, attemptId } = await failedTwice();
    expect(value(await sara.resume.counts({})).resume.failedAgain).toBe(1);
    const complaint = value(await sara.resume.fileComplaint(await expected(sara, paymentId)));
    const file = value(await sara.complaints.case({ id: complaint.id }));
    expect(file.complaint).toMatchObject({ category: 'zero', claimed: 132_000 });
    expect(file.documents).toHaveLength(1);
    expect(file.claim).toContain('RSM60-000001');
    expect(file.resumed.map((one) => one.paymentId)).toEqual([paymentId]);
    expect(file.months[0]?.payments.map(({ payment }) => payment.id).sort()).toEqual(
      [paymentId, attemptId].sort(),
    );
    expect((await view(sara, paymentId)).complaint).toEqual(complaint);
    expect(await verified()).toEqual([]);
  });

  it('is sent a third time only after the complaint', async () => {
    const { paymentId, attemptId } = await failedTwice();
    await proveAccount(branch, sara, attemptId, 'SA7910000000001234567890');
    expect(await propose(sara, attemptId)).toMatchObject({ error: { code: 'COMPLAINT_DUE' } });
    value(await sara.resume.fileComplaint(await expected(sara, paymentId)));
    value(await propose(sara, attemptId));
    value(await approve(khalid, attemptId));
    expect(await verified()).toEqual([]);
  });

  it('needs no second complaint where one about the month is open', async () => {
    const { paymentId } = await failedTwice();
    branch.on('2026-11-12');
    const { payment } = await view(sara, paymentId);
    const open = value(
      await sara.complaints.file({
        beneficiaryId: payment.beneficiaryId,
        category: 'zero',
        channel: 'branch',
        claim: 'لم تصل الدفعة',
        months: [{ month: isoMonth('2026-11'), expected: 132_000, received: 0 }],
      }),
    );
    const filed = value(await sara.resume.fileComplaint(await expected(sara, paymentId)));
    expect(filed.ticket).toBe(open.ticket);
  });
});

describe('the last wall', () => {
  it('is the schema: no two live payments of one person, programme, month and kind', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    value(await propose(sara, paymentId));
    value(await approve(khalid, paymentId));
    const twice = branch.backend.database.transact(async (tx) => {
      await sql`update payment set live = 1 where id = ${paymentId}`.execute(tx.db);
      return ok(null);
    });
    await expect(twice).rejects.toThrow(/UNIQUE/);
  });

  it('is the schema: nobody approves what he proposed', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    value(await propose(sara, paymentId));
    const alone = branch.backend.database.transact(async (tx) => {
      await sql`update resume_case set status = 'resumed', approved_by = proposed_by,
        attempt_no = payment_no`.execute(tx.db);
      return ok(null);
    });
    await expect(alone).rejects.toThrow(/CHECK constraint failed/);
  });

  it('is the schema: the file of a person whom money is owed is not deleted', async () => {
    await failedPayment(branch, cycle, 'AB05');
    const deleted = branch.backend.database.transact(async (tx) => {
      await sql`delete from beneficiary`.execute(tx.db);
      return ok(null);
    });
    await expect(deleted).rejects.toThrow(/money is owed/);
  });

  it('is found by recomputing: a case that stands otherwise than its events say', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AB05');
    value(await propose(sara, paymentId));
    await branch.backend.database.transact(async (tx) => {
      await sql`update resume_case set cycle_month = '2027-01'`.execute(tx.db);
      return ok(null);
    });
    expect(await verified()).toMatchObject([{ area: 'resume', field: 'cycleMonth' }]);
  });
});

describe('withdrawing an application', () => {
  const reason = 'بطلب المستفيد';

  it.each(['prepared', 'sent', 'rejected', 'returned', 'held'] as const)(
    'is refused while a payment is %s: seniority would be lost',
    async (status) => {
      const person = await branch.person('هدى بنت محمد الشمري');
      await branch.payment(person, cycle, 132_000, status);
      expect(
        await sara.resume.withdrawApplication({
          beneficiaryId: person.id,
          reason,
          confirmed: true,
        }),
      ).toMatchObject({
        error: { code: 'SENIORITY_WOULD_BE_LOST', details: { count: 1, amount: 132_000 } },
      });
      const facts = value(await sara.resume.withdrawal({ beneficiaryId: person.id }));
      expect(facts.unpaid).toMatchObject([{ month: '2026-11', status }]);
    },
  );

  it('is recorded where everything has arrived, once', async () => {
    const person: Person = await branch.person('هدى بنت محمد الشمري');
    await branch.payment(person, cycle, 132_000, 'credited');
    const input = { beneficiaryId: person.id, reason, confirmed: true } as const;
    value(await sara.resume.withdrawApplication(input));
    expect(value(await sara.resume.withdrawal({ beneficiaryId: person.id })).withdrawn).toEqual({
      on: '2026-11-05',
      by: 'سارة الغامدي',
      reason,
    });
    expect(await sara.resume.withdrawApplication(input)).toMatchObject({
      error: { code: 'ALREADY_WITHDRAWN' },
    });
  });
});

describe('the queues', () => {
  it('follow a payment from the beneficiary to the new attempt', async () => {
    const counts = async () => value(await sara.resume.counts({})).resume;
    const paymentId = await failedPayment(branch, cycle, 'AC04');
    await failedPayment(branch, cycle, 'AM05');
    expect(await counts()).toMatchObject({ waiting: 1, ready: 0 });
    await proveAccount(branch, sara, paymentId);
    expect(await counts()).toMatchObject({ waiting: 0, ready: 1 });
    value(await propose(sara, paymentId));
    expect(await counts()).toMatchObject({ ready: 0, awaitingApproval: 1 });
    const summary = value(await khalid.today.summary({}));
    expect(summary.resumes.toApprove).toBe(1);
    expect(value(await sara.today.summary({})).resumes.toApprove).toBe(0);
    const queue = value(await khalid.resume.queue({ view: 'awaitingApproval' }));
    expect(queue.rows).toMatchObject([
      { id: paymentId, proposedBy: 'سارة الغامدي', proposedByYou: false, caseVersion: 4 },
    ]);
    expect(queue).toMatchObject({ total: 1, amount: 132_000, reasons: [{ code: 'AC04' }] });
    value(await approve(khalid, paymentId));
    expect(await counts()).toMatchObject({ awaitingApproval: 0, sentAgain: 1 });
    expect(await versionOf(sara, paymentId)).toBe(5);
  });
});

describe('the guidance sheet', () => {
  it('is issued as a letter of the register, and stands on the case', async () => {
    const paymentId = await failedPayment(branch, cycle, 'AC06');
    const { letterId } = value(await sara.resume.guide(await expected(sara, paymentId)));
    const { letter } = value(await sara.letters.letter({ id: letterId }));
    expect(letter).toMatchObject({
      template: 'resumeGuidance',
      caseType: 'resume',
      caseId: paymentId,
    });
    const { letters, history } = await view(sara, paymentId);
    expect(letters.map(({ id }) => id)).toEqual([letterId]);
    expect(history.map(({ type }) => type)).toEqual(['opened', 'guided']);
  });
});

import type { ParsedInputOf } from '../../../contract/api.ts';
import { caseNumber, caseYear } from '../../../domain/cases/case-numbers.ts';
import { monthFacts } from '../../../domain/complaints/month-facts.ts';
import { isRecoveryOver, type RecoveryMonth } from '../../../domain/recoveries/recovery-case.ts';
import { checkBasis } from '../../../domain/recoveries/recovery-ground.ts';
import {
  recoveryNoticeOf,
  recoveryNoticeSubject,
} from '../../../domain/recoveries/recovery-notice.ts';
import {
  agree,
  appeal,
  deduct,
  endPlan,
  notice,
  openRecovery,
  proposeClosure,
  receive,
  recordMiss,
  rejectAppeal,
  warn,
  whyRecoveryStands,
  withdrawRecovery,
  noticeDeadline,
} from '../../../domain/recoveries/work-recovery.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { issueNow, type Issued } from '../case-letters/issue-now.ts';
import { mayBeWrittenTo } from '../case-letters/may-be-written-to.ts';
import { nothingToTell } from '../cases/nothing-to-tell.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { preparePayment } from '../payments/prepare-payment.ts';
import { actingOn } from './acting.ts';
import { changeRecovery } from './change-recovery.ts';
import { rememberMonths } from '../settlements/check-settlements.ts';
import type { PreparedPension, Recovery } from './ports.ts';

type Done = Promise<Result<Record<string, never>, Refusal>>;

/** A demand by hand, for another officer to approve. */
export async function proposeRecovery(
  context: CommandContext,
  { beneficiaryId, basis, months }: ParsedInputOf<'recoveries.propose'>,
): Promise<Result<{ id: string; number: string }, Refusal>> {
  const { repos, now, today, officer, newId, audit } = context;
  if (!(await repos.casePeople.byId(beneficiaryId))) return refuse('NOT_FOUND');
  const checked = checkBasis(basis, today);
  if (!checked.ok) return checked;
  const opened = openRecovery({ ...checked.value, months }, actingOn(context));
  if (!opened.ok) return opened;
  const claimable = await checkClaimed(context, beneficiaryId, months);
  if (!claimable.ok) return claimable;
  const id = newId();
  const number = caseNumber(today, await repos.settings.nextSerial('recovery', caseYear(today)));
  const { next: state, events } = opened.value;
  await repos.recoveries.add({ id, number, beneficiaryId, settlementId: null, state, at: now });
  await repos.recoveries.append(id, events, { at: now, by: officer.id });
  await audit('recovery.proposed', { type: 'recovery', id }, { total: state.total });
  await rememberMonths(context, [beneficiaryId]);
  return ok({ id, number });
}

/**
 * A month is asked back by one open demand at a time, and never beyond what the ledger says was paid, whatever was typed.
 * Errors: RECOVERY_OPEN (month, number), NOT_OVERPAID (month).
 */
async function checkClaimed(
  { repos, settings }: CommandContext,
  beneficiaryId: string,
  months: readonly RecoveryMonth[],
): Promise<Result<null, Refusal>> {
  const claims = await repos.settlements.claims(beneficiaryId);
  const ledger = await repos.settlements.ledger(beneficiaryId);
  for (const { month, amount } of months) {
    const open = claims.find(
      ({ state }) =>
        !isRecoveryOver(state.status) && state.claim.months.some((one) => one.month === month),
    );
    if (open) return refuse('RECOVERY_OPEN', { month, number: open.number });
    const paid = ledger.filter((payment) => payment.month === month);
    if (amount > monthFacts(paid, settings.paidStatuses).accounted) {
      return refuse('NOT_OVERPAID', { month });
    }
  }
  return ok(null);
}

export async function actOnRecovery(
  context: CommandContext,
  { step, ...expected }: ParsedInputOf<'recoveries.act'>,
): Done {
  const acting = actingOn(context);
  return nothingToTell(
    await changeRecovery(context, expected, async ({ state, beneficiaryId }) => {
      switch (step.type) {
        case 'warn':
          return warn(state, acting);
        case 'agree': {
          const consent = await context.repos.documents.byId(step.consentDocumentId);
          return consent?.ownerType === 'beneficiary' && consent.ownerId === beneficiaryId
            ? agree(state, step, acting)
            : refuse('CONSENT_NOT_ATTACHED');
        }
        case 'receive':
          return receive(state, step, acting);
        case 'recordMiss':
          return recordMiss(state, acting);
        case 'endPlan':
          return endPlan(state, step.reason, acting);
        case 'appeal':
          return appeal(state, step.note, acting);
        case 'rejectAppeal':
          return rejectAppeal(state, step.note, acting);
        case 'proposeClosure':
          return proposeClosure(state, { ground: step.ground, reason: step.reason }, acting);
        case 'withdraw':
          return withdrawRecovery(state, acting);
      }
    }),
  );
}

/** The notice is issued and the days to answer begin. */
export async function notifyPerson(
  context: CommandContext,
  input: ParsedInputOf<'recoveries.notify'>,
  office: LetterOffice,
): Promise<Result<Issued, Refusal>> {
  const { repos, officer } = context;
  const recovery = await repos.recoveries.byId(input.id);
  const person = recovery && (await repos.casePeople.byId(recovery.beneficiaryId));
  if (!recovery || !person) return refuse('NOT_FOUND');
  const { number, state } = recovery;
  const stands = whyRecoveryStands(state) ?? (state.noticedOn === null ? null : 'ALREADY_NOTICED');
  if (stands !== null) return refuse(stands, { number });
  if (recovery.version !== input.expectedVersion) return refuse('CONFLICT', { number });
  const allowed = await mayBeWrittenTo(context, person.id);
  if (!allowed.ok) return allowed;
  const acting = actingOn(context);
  const issued = await issueNow(
    context,
    {
      caseType: 'beneficiary',
      caseId: person.id,
      caseNumber: number,
      subject: recoveryNoticeSubject(number),
      ...(state.proposedBy === null || state.proposedBy === officer.id
        ? {}
        : { draftedBy: state.proposedBy }),
    },
    person,
    (head) => recoveryNoticeOf(state, noticeDeadline(acting), head),
    office,
  );
  if (!issued.ok) return issued;
  const changed = await changeRecovery(context, input, (one) =>
    notice(one.state, issued.value.letterId, acting),
  );
  return changed.ok ? issued : changed;
}

/** Keeps an instalment back from a prepared pension; the ledger says so by a recovery that is sent nowhere. */
export async function deductFromPension(
  context: CommandContext,
  input: ParsedInputOf<'recoveries.deduct'>,
): Done {
  const { repos, officer, now } = context;
  const { id, paymentId, amount } = input;
  const pension = (await repos.recoveries.pensions(id)).find((one) => one.paymentId === paymentId);
  const refused = whyNotDeducted(pension);
  if (refused !== null || pension === undefined) {
    return { ok: false, error: refused ?? { code: 'PAYMENT_NOT_PREPARED' } };
  }
  const { month } = pension;
  const changed = await changeRecovery(context, input, ({ state }) =>
    deduct(state, { amount, month, paymentId, pension: pension.amount }, actingOn(context)),
  );
  if (!changed.ok) return changed;
  const recorded = await recordInLedger(context, changed.value, pension, amount);
  if (!recorded.ok) return recorded;
  const { number } = changed.value;
  const stamp = { at: now, by: officer.id };
  const deduction = { paymentId, recordId: recorded.value, amount, reason: number };
  await repos.recoveries.keepBack(id, deduction, stamp);
  if (pension.runNo !== null) await repos.runs.recount(pension.runNo);
  return ok({});
}

function whyNotDeducted(pension: PreparedPension | undefined): Refusal | null {
  if (pension === undefined) return { code: 'PAYMENT_NOT_PREPARED' };
  if (pension.isListed) return { code: 'PAYMENT_LISTED' };
  if (pension.cycleStatus !== 'open') {
    return { code: 'CYCLE_CLOSED', details: { month: pension.cycleMonth } };
  }
  return pension.isDeducted ? { code: 'DEDUCTED_ALREADY' } : null;
}

/** A recovery of the cycle that stands in no run: its order is the smaller pension, and it keeps no cycle open. */
async function recordInLedger(
  context: CommandContext,
  { beneficiaryId, number }: Recovery,
  { cycleId, month }: PreparedPension,
  amount: PreparedPension['amount'],
): Promise<Result<string, Refusal>> {
  const { repos, officer, now } = context;
  const cycle = await repos.runs.cycle(cycleId);
  if (!cycle) return refuse('NOT_FOUND');
  const wanted = { cycle, beneficiaryId, programmeNo: 1, month, kind: 'recovery', amount } as const;
  const prepared = await preparePayment(context, { ...wanted, reason: number });
  if (!prepared.ok) {
    const { code, details } = prepared.error;
    return refuse(code === 'LIVE_PAYMENT_EXISTS' ? 'DEDUCTED_ALREADY' : code, details);
  }
  const { paymentId } = prepared.value;
  const [record] = await repos.runs.acted([paymentId]);
  if (record) await repos.runs.explain([record.no], number, { at: now, officerId: officer.id });
  return ok(paymentId);
}

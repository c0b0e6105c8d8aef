import { instructionIdOf } from '../../../domain/payments/bank-references.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { Cycle } from './ports.ts';

export interface ToPrepare {
  readonly cycle: Cycle;
  readonly beneficiaryId: string;
  readonly programmeNo: number;
  readonly month: IsoMonth;
  readonly kind: PaymentKind;
  /** Halalas, above zero. */
  readonly amount: Halalas;
  /** Stands on the payment's first event. */
  readonly reason: string;
}

/**
 * Adds a prepared payment to a cycle, to the account that the person has today; a run gathers it later.
 *
 * Errors: CYCLE_CLOSED (month), NOT_FOUND, FILE_MERGED, PERSON_DECEASED (on), PERSON_FROZEN (number), LIVE_PAYMENT_EXISTS (live: its reference, status), NO_ACCOUNT.
 */
export async function preparePayment(context: CommandContext, wanted: ToPrepare) {
  const { repos, officer, now, newId } = context;
  const { cycle, beneficiaryId, programmeNo, month, kind, amount, reason } = wanted;
  const refused = await whyNotPrepared(context, wanted);
  if (!refused.ok) return refused;
  const { account } = refused.value;
  const { payments } = await repos.payments.counts(cycle.id);
  const id = newId();
  await repos.runs.addPrepared(
    {
      id,
      cycleNumber: cycle.number,
      beneficiaryId,
      programmeNo,
      month,
      kind,
      amount,
      iban: account.iban,
      bankCode: account.bankCode,
      endToEndId: instructionIdOf(cycle.number, payments + 1),
    },
    { at: now, officerId: officer.id },
    reason,
  );
  return ok({ paymentId: id });
}

/** What stands in the way of such a payment, or the account that it goes to. */
export async function whyNotPrepared(
  { repos, today }: CommandContext,
  wanted: Omit<ToPrepare, 'amount' | 'reason'>,
) {
  const { cycle, beneficiaryId } = wanted;
  if (cycle.status !== 'open') return refuse('CYCLE_CLOSED', { month: cycle.month });
  const person = await repos.registry.person(beneficiaryId);
  if (!person) return refuse('NOT_FOUND');
  const file = await repos.duplicates.mergeable(beneficiaryId);
  if (file && file.mergedInto !== null) return refuse('FILE_MERGED');
  if (person.deceasedOn !== null) return refuse('PERSON_DECEASED', { on: person.deceasedOn });
  const number = await repos.life.frozenBy(beneficiaryId);
  if (number !== null) return refuse('PERSON_FROZEN', { number });
  const live = await repos.runs.liveAttempt(wanted);
  if (live) {
    const { endToEndId, status } = live;
    return refuse('LIVE_PAYMENT_EXISTS', { live: endToEndId, status });
  }
  const accounts = await repos.registry.accounts(beneficiaryId);
  // NOTE: a list's account holds from the first of its month, which may lie ahead when the list is early.
  const account = accounts.find(({ validTo }) => validTo === null || validTo > today);
  return account ? ok({ account }) : refuse('NO_ACCOUNT');
}

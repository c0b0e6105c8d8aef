import {
  letterOfDeed,
  pensionLetter,
  pensionLetterSubject,
} from '../../../domain/payments/pension-letters.ts';
import {
  differenceLetter,
  differenceSubject,
  recoveryLetter,
  recoverySubject,
  type ApprovedSum,
} from '../../../domain/payments/sum-letters.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { CasePerson } from '../cases/ports.ts';
import type { PaymentListRow } from '../payments/ports.ts';
import type { Offer, OfferContext } from './offer.ts';

/** What was done to a month's pension by hand, or the difference or recovery that two officers decided. */
export async function paymentOffers(context: OfferContext, id: string): Promise<Offer[]> {
  const { repos } = context;
  const payment = await repos.payments.byId(id);
  const person = payment && (await repos.casePeople.byId(payment.beneficiaryId));
  if (!payment || !person) return [];
  if (payment.kind === 'regular') return deedOffers(context, payment, person);
  if (payment.status === 'held' || payment.status === 'cancelled') return [];
  if (payment.kind === 'difference' || payment.kind === 'recovery') {
    return sumOffers(context, payment, person);
  }
  return [];
}

/** What a life-status case let go again; after a death there is nobody to write to. */
export async function lifeOffers(context: OfferContext, id: string): Promise<Offer[]> {
  const { repos } = context;
  const lifeCase = await repos.life.byId(id);
  if (lifeCase?.state.status !== 'alive') return [];
  const offers: Offer[] = [];
  for (const paymentId of await repos.caseLetters.heldByLife(id)) {
    const [offer] = await paymentOffers(context, paymentId);
    if (offer?.kind === 'pensionResumed') offers.push(offer);
  }
  // One letter tells from which month on.
  return offers.slice(0, 1);
}

async function deedOffers(
  { repos, today }: OfferContext,
  payment: PaymentListRow,
  person: CasePerson,
): Promise<Offer[]> {
  const deed = await repos.caseLetters.lastDeed(payment.id);
  const kind = letterOfDeed(payment, deed?.deed ?? null);
  if (deed === undefined || kind === null) return [];
  const { month, amount } = payment;
  const measured = { month, amount, reason: deed.reason };
  return [
    {
      kind,
      of: ofPayment(payment, pensionLetterSubject(kind, month)),
      person,
      // A life-status case is decided by two.
      decidedBy: deed.reason === null ? null : deed.officerId,
      onceSince: deed.at,
      write: (more) => {
        if (more.respondBy !== null && more.respondBy <= today) {
          return refuse('RESPOND_BY_PAST', { today });
        }
        return ok((head) => pensionLetter(kind, measured, more, head));
      },
    },
  ];
}

async function sumOffers(
  context: OfferContext,
  payment: PaymentListRow,
  person: CasePerson,
): Promise<Offer[]> {
  const { repos } = context;
  const proposal = await repos.caseLetters.proposalOf(payment.id);
  // NOTE: what a complaint granted is told by the letter that decided it.
  if (proposal !== undefined && proposal.ticket !== null) return [];
  const cycle = (await repos.payments.cycles()).find(
    ({ number }) => number === payment.cycleNumber,
  );
  if (!cycle) return [];
  const sum = {
    paymentId: payment.id,
    reference: payment.endToEndId,
    kind: payment.kind,
    month: payment.month,
    amount: payment.amount,
    cause: proposal?.reason ?? null,
    decidedBy: proposal?.proposedById ?? null,
  };
  return [await sumOffer(context, sum, cycle.month, person)];
}

export interface DecidedSum extends Omit<ApprovedSum, 'cause' | 'arrived'> {
  readonly paymentId: string;
  readonly reference: string;
  readonly kind: PaymentListRow['kind'];
  /** Null for what came with a list. */
  readonly cause: string | null;
  readonly decidedBy: string | null;
}

/** The letter of a difference or a recovery. Its cause is the proposer's word: a list gives none (CAUSE_UNKNOWN). */
export async function sumOffer(
  { repos, settings, today }: OfferContext,
  { paymentId, reference, kind, cause, decidedBy, month, amount }: DecidedSum,
  paidWith: IsoMonth,
  person: CasePerson,
): Promise<Offer> {
  const arrived = await repos.caseLetters.arrived(
    person.id,
    month,
    settings.paidStatuses,
    paymentId,
  );
  const unknown: Refusal = { code: 'CAUSE_UNKNOWN' };
  const of = { id: paymentId, endToEndId: reference };
  const base = { person, decidedBy, onceSince: '' } as const;
  if (kind === 'recovery') {
    return {
      ...base,
      kind: 'recoveryNotice',
      of: ofPayment(of, recoverySubject(month)),
      write: (more) =>
        cause === null
          ? { ok: false, error: unknown }
          : recoveryLetter({ month, amount, cause, arrived }, more, today),
    };
  }
  return {
    ...base,
    kind: 'differencePayment',
    of: ofPayment(of, differenceSubject(month)),
    write: () =>
      cause === null
        ? { ok: false, error: unknown }
        : ok((head) => differenceLetter({ month, amount, cause, arrived }, paidWith, head)),
  };
}

function ofPayment(
  { id, endToEndId }: Pick<PaymentListRow, 'id' | 'endToEndId'>,
  subject: string,
): Offer['of'] {
  return { caseType: 'payment', caseId: id, caseNumber: endToEndId, subject };
}

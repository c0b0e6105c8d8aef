import type { OutputOf } from '../../../contract/api.ts';
import { maskIban, maskNationalId, maskPhone } from '../../../domain/registry/mask.ts';
import { mergeTimelines, type TimelineEvent } from '../../../domain/registry/timeline.ts';
import { isoInstant, type IsoDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';
import type { PersonAccount, PersonFile, PersonPayment } from './ports.ts';

/** A beneficiary with everything the branch knows and did, on one time line. */
export async function beneficiaryPage({ repos, today }: QueryContext, id: string) {
  const { registry } = repos;
  const person = await registry.person(id);
  if (!person) return refuse('NOT_FOUND');
  const accounts = await registry.accounts(id);
  const payments = await registry.payments(id);
  const page: OutputOf<'registry.beneficiary'> = {
    id,
    name: person.name,
    maskedNationalId: maskNationalId(person.nationalId),
    sex: person.sex,
    birthDate: person.birthDate,
    maskedPhone: person.phone === null ? null : maskPhone(person.phone),
    address: person.address,
    kind: person.kind,
    eligibility: person.eligibility,
    deceasedOn: person.deceasedOn,
    household: await registry.household(id, today),
    incomes: await registry.incomes(id, today),
    bankAccounts: accounts.map(({ iban, ...account }) => ({
      ...account,
      maskedIban: maskIban(iban),
    })),
    payments: payments.map((payment) => ({ ...payment, events: [...payment.events] })),
    timeline: mergeTimelines(
      registryEvents(person, accounts),
      paymentEvents(payments),
      await registry.caseEvents(id),
    ).map((event) => ({ ...event, details: { ...event.details } })),
  };
  return ok(page);
}

function paymentEvents(payments: readonly PersonPayment[]): TimelineEvent[] {
  return payments
    .flatMap(({ events, ...payment }) => events.map((event) => ({ event, payment })))
    .sort((left, right) => left.event.seq - right.event.seq)
    .map(({ event, payment }) => ({
      at: event.at,
      kind: 'payment',
      code: `payment.${event.type}`,
      refId: payment.id,
      ref: payment.month,
      amount: payment.amount,
      details: {
        kind: payment.kind,
        reasonCode: event.reasonCode,
        reversed: event.reversed ? 1 : 0,
      },
    }));
}

function registryEvents(person: PersonFile, accounts: readonly PersonAccount[]): TimelineEvent[] {
  const base = { kind: 'registry', refId: person.id, ref: null, amount: null } as const;
  return [
    { ...base, at: person.createdAt, code: 'registry.registered', details: {} },
    ...accounts.toReversed().map((account) => ({
      ...base,
      at: startOfDay(account.validFrom),
      code: 'registry.accountHeld',
      details: { maskedIban: maskIban(account.iban), bankCode: account.bankCode },
    })),
  ];
}

/** Midnight in Riyadh. */
const startOfDay = (date: IsoDate) => isoInstant(new Date(`${date}T00:00:00.000+03:00`));

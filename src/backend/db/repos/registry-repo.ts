import type {
  PersonAccount,
  PersonFile,
  PersonPayment,
  RegistryReader,
  RegistryWriter,
  SearchHit,
} from '../../app/registry/ports.ts';
import type { SearchTerms } from '../../../domain/registry/search-terms.ts';
import type { TimelineEvent } from '../../../domain/registry/timeline.ts';
import { householdOn, isKind } from '../../../domain/registry/household-at.ts';
import { monthlyOf } from '../../../domain/registry/household-input.ts';
import { daysAway, isPermanentOn, yearBefore } from '../../../domain/registry/stay-days.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import { filesOf } from './merged-files.ts';
import { paymentHistoryById } from './payment-history.ts';
import { personCaseEvents } from './person-case-events.ts';
import { knownHousehold } from './known-household.ts';
import { keepAccounts, registerPeople } from './register-listed.ts';
import { searchRegistry } from './registry-search.ts';

export class RegistryReadRepo implements RegistryReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  search(terms: SearchTerms, limit: number): Promise<SearchHit[]> {
    return searchRegistry(this.#db, terms, limit);
  }

  async person(id: string): Promise<PersonFile | undefined> {
    const row = await this.#db
      .selectFrom('beneficiary')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return (
      row && {
        id: row.id,
        name: row.full_name,
        nationalId: row.national_id,
        sex: row.sex,
        birthDate: row.birth_date as IsoDate | null,
        phone: row.phone,
        address: row.address,
        kind: row.kind,
        eligibility: row.eligibility,
        deceasedOn: row.deceased_on as IsoDate | null,
        createdAt: row.created_at as IsoInstant,
      }
    );
  }

  household: RegistryReader['household'] = async (id, on) => {
    const { dependants, household, stays } = await this.#householdOn(id, on);
    const until = household?.data.applicationDate ?? on;
    return dependants.map(({ subject, data }) => {
      const own = stays.filter((stay) => stay.subject === subject);
      return {
        no: subject,
        name: data.name,
        relation: data.relation ?? 'other',
        birthDate: data.birthDate,
        inCentre: own.some((stay) => stay.data.place === 'centre' && isPermanentOn(stay, on)),
        daysAbroad: daysAway(
          own.filter((stay) => stay.data.place === 'abroad'),
          yearBefore(until),
          until,
        ),
      };
    });
  };

  incomes: RegistryReader['incomes'] = async (id, on) => {
    const { head, dependants, incomes } = await this.#householdOn(id, on);
    const nameOf = new Map(
      [...(head ? [head] : []), ...dependants].map(({ subject, data }) => [subject, data.name]),
    );
    return incomes
      .filter(({ subject }) => nameOf.has(subject))
      .map(({ record, subject, data }) => ({
        no: record,
        type: data.type,
        monthly: monthlyOf(data),
        memberName: nameOf.get(subject) ?? '',
      }))
      .sort((left, right) => right.monthly - left.monthly || left.no - right.no);
  };

  async #householdOn(id: string, on: IsoDate) {
    const known = await knownHousehold(this.#db, id);
    // Stays count also where they are over.
    return { ...householdOn(known, on), stays: known.filter((fact) => isKind(fact, 'stay')) };
  }

  async accounts(id: string): Promise<PersonAccount[]> {
    const rows = await this.#db
      .selectFrom('bank_account')
      .selectAll()
      .where('beneficiary_id', '=', id)
      .orderBy('valid_from', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      iban: row.iban,
      bankCode: row.bank_code,
      validFrom: row.valid_from as IsoDate,
      validTo: row.valid_to as IsoDate | null,
      verifiedOn: row.verified_on as IsoDate | null,
      verifiedHow: row.verified_how,
      proofKind: row.proof_kind,
      proofDocumentId: row.proof_document_id,
    }));
  }

  async payments(id: string): Promise<PersonPayment[]> {
    const payments = await this.#db
      .selectFrom('payment as p')
      .innerJoin('cycle as c', 'c.number', 'p.cycle_number')
      .where('p.beneficiary_id', 'in', filesOf(id))
      .orderBy('c.number', 'desc')
      .orderBy('p.id', 'desc')
      .select(['p.id', 'c.number', 'p.month', 'p.kind', 'p.amount_halalas', 'p.status'])
      .select('p.end_to_end_id')
      .execute();
    const events = await paymentHistoryById(
      this.#db,
      payments.map((payment) => payment.id),
    );
    const eventsOf = groupBy(events, (event) => event.payment_id);
    return payments.map((row) => ({
      id: row.id,
      cycleNumber: row.number,
      month: row.month as IsoMonth,
      kind: row.kind,
      amount: row.amount_halalas as Halalas,
      status: row.status,
      endToEndId: row.end_to_end_id,
      events: (eventsOf.get(row.id) ?? []).map((event) => ({
        seq: event.seq,
        type: event.type,
        at: event.at as IsoInstant,
        reasonCode: event.reason_code,
        reversed: event.reversed === 1,
      })),
    }));
  }

  caseEvents(id: string): Promise<TimelineEvent[]> {
    return personCaseEvents(this.#db, id);
  }
}

export class RegistryWriteRepo extends RegistryReadRepo implements RegistryWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  register: RegistryWriter['register'] = (people, at) => registerPeople(this.#db, people, at);

  keepAccounts: RegistryWriter['keepAccounts'] = (accounts, month) =>
    keepAccounts(this.#db, accounts, month);
}

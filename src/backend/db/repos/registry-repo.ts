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
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import { paymentHistoryById } from './payment-history.ts';
import { personCaseEvents } from './person-case-events.ts';
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
    const rows = await this.#db
      .selectFrom('household_member')
      .selectAll()
      .where('beneficiary_id', '=', id)
      .where('valid_from', '<=', on)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
      .orderBy('birth_date')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.full_name,
      relation: row.relation,
      birthDate: row.birth_date as IsoDate,
      inCentre: row.in_centre === 1,
      daysAbroad: row.days_abroad,
    }));
  };

  incomes: RegistryReader['incomes'] = async (id, on) => {
    const rows = await this.#db
      .selectFrom('income as i')
      .innerJoin('beneficiary as b', 'b.id', 'i.beneficiary_id')
      .leftJoin('household_member as m', 'm.id', 'i.member_id')
      .where('i.beneficiary_id', '=', id)
      .where('i.valid_from', '<=', on)
      .where((eb) => eb.or([eb('i.valid_to', 'is', null), eb('i.valid_to', '>', on)]))
      .orderBy('i.monthly_halalas', 'desc')
      .orderBy('i.id')
      .select(['i.id', 'i.type', 'i.monthly_halalas', 'b.full_name', 'm.full_name as member_name'])
      .execute();
    return rows.map((row) => ({
      id: row.id,
      type: row.type,
      monthly: row.monthly_halalas as Halalas,
      memberName: row.member_name ?? row.full_name,
    }));
  };

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
    }));
  }

  async payments(id: string): Promise<PersonPayment[]> {
    const payments = await this.#db
      .selectFrom('payment as p')
      .innerJoin('cycle as c', 'c.number', 'p.cycle_number')
      .where('p.beneficiary_id', '=', id)
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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, type Client } from '../../src/contract/client.ts';
import type { ApiResult } from '../../src/contract/errors.ts';
import { createBackend, type Backend } from '../../src/backend/create-backend.ts';
import { writeRepos } from '../../src/backend/db/repos/repos.ts';
import type { PaymentKind, PaymentStatus } from '../../src/domain/payments/payment-status.ts';
import type { SettingKey, SettingValues } from '../../src/domain/settings/settings.ts';
import { isoDate, isoMonth, type IsoInstant } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { searchKey } from '../../src/domain/shared/search-key.ts';
import type { Role } from '../../src/domain/staff/permissions.ts';

export const PASSWORD = 'long enough 1';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly nationalId: string;
}

/** A branch in a temporary folder, on real SQLite, with a clock that the test moves. */
export class TestBranch {
  readonly folder: string;
  readonly #open: (folder: string) => Promise<Backend>;
  #backend: Backend;
  #now: Date;
  readonly #sessions = new Map<string, string>();
  readonly officers = new Map<string, string>();
  #people = 0;
  #events = 0;

  private constructor(
    folder: string,
    open: (folder: string) => Promise<Backend>,
    backend: Backend,
    now: Date,
  ) {
    this.folder = folder;
    this.#open = open;
    this.#backend = backend;
    this.#now = now;
  }

  /** @param resourcesFolder Where the letter faces are looked for. */
  static async start(
    date: string,
    resourcesFolder = path.resolve('resources'),
  ): Promise<TestBranch> {
    const folder = mkdtempSync(path.join(tmpdir(), 'insaf-cases-'));
    const clock = { now: new Date(`${date}T07:00:00.000Z`) };
    const open = async (dataFolder: string): Promise<Backend> => {
      const opened = await createBackend({
        dataFolder,
        resourcesFolder,
        passwordCost: 8,
        outboxPollMs: 50,
        now: () => branch?.now ?? clock.now,
      });
      if (!opened.ok) throw new Error(opened.error.code);
      return opened.value;
    };
    let branch: TestBranch | undefined = undefined as TestBranch | undefined;
    branch = new TestBranch(folder, open, await open(folder), clock.now);
    await branch.#staff();
    return branch;
  }

  get now(): Date {
    return this.#now;
  }

  get backend(): Backend {
    return this.#backend;
  }

  on(date: string): void {
    this.#now = new Date(`${date}T07:00:00.000Z`);
  }

  later(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }

  async #staff(): Promise<void> {
    const api = createClient(this.#backend);
    value(
      await api.staff.createBranch({
        branch: 'فرع شمال الرياض',
        fullName: 'مدير النظام',
        username: 'admin',
        password: PASSWORD,
      }),
    );
    const signedIn = value(await api.staff.signIn({ username: 'admin', password: PASSWORD }));
    api.session.set(signedIn.session);
    const staff: [string, string, Role][] = [
      ['sara', 'سارة الغامدي', 'officer'],
      ['mona', 'منى العنزي', 'officer'],
      ['khalid', 'خالد الدوسري', 'supervisor'],
      ['huda', 'هدى القرني', 'auditor'],
      ['fahad', 'فهد المطيري', 'finance'],
    ];
    for (const [username, fullName, role] of staff) {
      const added = await api.staff.add({ username, fullName, role, password: PASSWORD });
      this.officers.set(username, value(added).id);
    }
  }

  idOf(username: string): string {
    const id = this.officers.get(username);
    if (id === undefined) throw new Error(`Nobody is called ${username}`);
    return id;
  }

  /** The contract as one officer calls it. */
  async as(username: string): Promise<Client> {
    const api = createClient(this.#backend);
    const known = this.#sessions.get(username);
    if (known !== undefined) api.session.set(known);
    else {
      const { session } = value(await api.staff.signIn({ username, password: PASSWORD }));
      this.#sessions.set(username, session);
      api.session.set(session);
    }
    return api;
  }

  async person(
    name: string,
    more: { eligibility?: 'eligible' | 'ineligible'; sex?: 'male' | 'female' } = {},
  ): Promise<Person> {
    this.#people += 1;
    const id = `00000000-0000-7000-8000-${String(this.#people).padStart(12, '0')}`;
    const nationalId = `10${String(10_000_000 + this.#people * 7919)}`;
    await this.#write(async (tx) => {
      await tx.db
        .insertInto('beneficiary')
        .values({
          id,
          national_id: nationalId,
          full_name: name,
          name_key: searchKey(name),
          sex: more.sex ?? 'male',
          birth_date: '1980-05-01',
          address: '3456 شارع أنس بن مالك، حي الصحافة، الرياض 13321',
          kind: 'family',
          eligibility: more.eligibility ?? 'eligible',
          created_at: '2026-01-01T00:00:00.000Z',
        })
        .execute();
    });
    return { id, name, nationalId };
  }

  async cycle(number: number, month: string, payDate: string): Promise<string> {
    const id = `00000000-0000-7000-9000-${String(number).padStart(12, '0')}`;
    await this.#write(async (tx) => {
      await tx.db
        .insertInto('cycle')
        .values({
          id,
          number,
          month,
          pay_date: payDate,
          created_at: `${payDate}T00:00:00.000Z`,
        })
        .execute();
    });
    return id;
  }

  /** A payment with the events that lead to its status; amounts in halalas. */
  async payment(
    person: Person,
    cycle: { id: string; month: string },
    amount: number,
    status: PaymentStatus,
    more: { due?: number; kind?: PaymentKind; reason?: string; reasonList?: string } = {},
  ): Promise<string> {
    this.#events += 1;
    const serial = String(this.#events).padStart(12, '0');
    const id = `00000000-0000-7000-a000-${serial}`;
    await this.#write(async (tx) => {
      await tx.db
        .insertInto('payment')
        .values({
          id,
          cycle_number: tx.db.selectFrom('cycle').select('number').where('id', '=', cycle.id),
          import_no: null,
          beneficiary_id: person.id,
          name_key: searchKey(person.name),
          month: cycle.month,
          kind: more.kind ?? 'regular',
          amount_halalas: amount,
          due_halalas: more.due ?? null,
          iban: 'SA0380000000608010167519',
          bank_code: '80',
          end_to_end_id: `E2E${serial}`,
          instruction_id: null,
          status,
          reason_list: more.reasonList ?? null,
          reason_code: more.reason ?? null,
        })
        .execute();
      for (const type of ['prepared', 'sent', ...(status === 'sent' ? [] : [status])]) {
        await tx.db
          .insertInto('payment_event')
          .values({
            payment_no: tx.db.selectFrom('payment').select('no').where('id', '=', id),
            type,
            at: `${cycle.month}-01T05:00:00.000Z`,
            effective_on: `${cycle.month}-01`,
            amount_halalas: amount,
            reason_list: more.reasonList ?? null,
            reason_code: more.reason ?? null,
            reason_text: null,
            bank_line_id: null,
            officer_id: null,
            reverses_seq: null,
          })
          .execute();
      }
    });
    return id;
  }

  /** The account to which a person is paid. */
  async account(person: Person): Promise<void> {
    const iban = 'SA0380000000608010167519';
    await this.#write((tx) =>
      writeRepos(tx).registry.keepAccounts(
        [
          {
            id: person.id.replace('-8000-', '-8aaa-'),
            nationalId: person.nationalId,
            iban,
            bankCode: '80',
          },
        ],
        isoMonth('2026-01'),
      ),
    );
  }

  async setting<Key extends SettingKey>(
    key: Key,
    setting: SettingValues[Key],
    from = '2020-01-01',
  ): Promise<void> {
    this.#events += 1;
    const at = new Date(this.#now.getTime() + this.#events).toISOString() as IsoInstant;
    await this.#write(async (tx) => {
      await writeRepos(tx).settings.record(key, setting, isoDate(from), { officerId: null, at });
    });
  }

  async #write(
    work: (tx: Parameters<Parameters<Backend['database']['transact']>[0]>[0]) => Promise<void>,
  ): Promise<void> {
    await this.#backend.database.transact(async (tx) => {
      await work(tx);
      return ok(null);
    });
  }

  /** Closes the backend and opens the same folder again, as after a restart. */
  async restart(): Promise<void> {
    await this.#backend.close();
    this.#sessions.clear();
    this.#backend = await this.#open(this.folder);
  }

  #isClosed = false;

  /** Leaves the folder to another process. */
  async close(): Promise<void> {
    if (!this.#isClosed) await this.#backend.close();
    this.#isClosed = true;
  }

  async end(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What was answered, or the refusal as a failure of the test. */
export function value<T>(result: ApiResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

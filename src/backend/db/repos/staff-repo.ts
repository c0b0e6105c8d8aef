import type { Selectable } from 'kysely';
import type { Officer, StaffReader, StaffWriter } from '../../app/staff/ports.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import type { OfficerTable } from '../schema/staff.ts';

function toOfficer(row: Selectable<OfficerTable>): Officer {
  return {
    id: row.id,
    username: row.username,
    fullName: row.full_name,
    role: row.role,
    passwordHash: row.password_hash,
    active: row.active === 1,
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until as IsoInstant | null,
    lastSignInAt: row.last_sign_in_at as IsoInstant | null,
    version: row.version,
  };
}

export class StaffReadRepo implements StaffReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async list(): Promise<Officer[]> {
    const rows = await this.#db.selectFrom('officer').selectAll().orderBy('full_name').execute();
    return rows.map(toOfficer);
  }

  async byId(id: string): Promise<Officer | undefined> {
    const row = await this.#db
      .selectFrom('officer')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toOfficer(row);
  }

  async byUsername(username: string): Promise<Officer | undefined> {
    const row = await this.#db
      .selectFrom('officer')
      .selectAll()
      .where('username', '=', username)
      .executeTakeFirst();
    return row && toOfficer(row);
  }
}

export class StaffWriteRepo extends StaffReadRepo implements StaffWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async add(officer: Parameters<StaffWriter['add']>[0]): Promise<void> {
    await this.#db
      .insertInto('officer')
      .values({
        id: officer.id,
        username: officer.username,
        full_name: officer.fullName,
        role: officer.role,
        password_hash: officer.passwordHash,
        active: officer.active ? 1 : 0,
        created_at: officer.createdAt,
      })
      .execute();
  }

  async update(
    id: string,
    version: number,
    changes: Parameters<StaffWriter['update']>[2],
  ): Promise<boolean> {
    const { active, passwordHash, failedAttempts, lockedUntil, lastSignInAt } = changes;
    const result = await this.#db
      .updateTable('officer')
      .set({
        version: version + 1,
        ...(active === undefined ? {} : { active: active ? 1 : 0 }),
        ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
        ...(failedAttempts === undefined ? {} : { failed_attempts: failedAttempts }),
        ...(lockedUntil === undefined ? {} : { locked_until: lockedUntil }),
        ...(lastSignInAt === undefined ? {} : { last_sign_in_at: lastSignInAt }),
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  }
}

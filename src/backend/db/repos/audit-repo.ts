import type { AuditEntry, AuditReader, AuditWriter } from '../../app/audit/ports.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';

export class AuditReadRepo implements AuditReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async of(subject: { type: string; id: string }): Promise<AuditEntry[]> {
    const rows = await this.#db
      .selectFrom('audit_entry')
      .selectAll()
      .where('subject_type', '=', subject.type)
      .where('subject_id', '=', subject.id)
      .orderBy('seq')
      .execute();
    return rows.map((row) => ({
      at: row.at as IsoInstant,
      officerId: row.officer_id,
      action: row.action,
      subject,
      details: JSON.parse(row.details) as AuditEntry['details'],
    }));
  }
}

export class AuditWriteRepo extends AuditReadRepo implements AuditWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async append(entry: AuditEntry): Promise<void> {
    await this.#db
      .insertInto('audit_entry')
      .values({
        at: entry.at,
        officer_id: entry.officerId,
        action: entry.action,
        subject_type: entry.subject?.type ?? null,
        subject_id: entry.subject?.id ?? null,
        details: JSON.stringify(entry.details),
      })
      .execute();
  }
}

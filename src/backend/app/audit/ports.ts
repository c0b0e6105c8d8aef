import type { IsoInstant } from '../../../domain/shared/iso-date.ts';

export interface AuditEntry {
  readonly at: IsoInstant;
  readonly officerId: string | null;
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditReader {
  /** The trail of one subject, oldest first. */
  of(subject: { type: string; id: string }): Promise<readonly AuditEntry[]>;
}

export interface AuditWriter extends AuditReader {
  append(entry: AuditEntry): Promise<void>;
}

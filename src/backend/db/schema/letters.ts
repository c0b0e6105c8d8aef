import type { ColumnType, Generated } from 'kysely';

export interface LetterTable {
  id: string;
  number: string;
  /** Hijri year and serial of the number: what the register is sorted by. */
  year: number;
  serial: number;
  template: string;
  template_version: number;
  beneficiary_id: string;
  /** The person's folded name: kept by the database. */
  name_key: ColumnType<string, never, never>;
  case_type: 'complaint' | 'objection' | 'resume';
  case_id: string;
  case_number: string;
  subject: string;
  /** The typed letter as JSON, whole: rendering needs nothing else. */
  content: string;
  status: 'queued' | 'ready' | 'failed' | 'void';
  attempts: Generated<number>;
  sha256: string | null;
  size_bytes: number | null;
  pages: number | null;
  issued_at: string;
  issued_by: string;
  rendered_at: string | null;
  version: Generated<number>;
}

export interface LetterEventTable {
  seq: Generated<number>;
  letter_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}

export interface DocumentTable {
  id: string;
  owner_type: 'complaint' | 'objection' | 'beneficiary' | 'resume' | 'life';
  owner_id: string;
  title: string;
  file_name: string;
  mime: string;
  size_bytes: number;
  pages: number | null;
  sha256: string;
  added_at: string;
  added_by: string | null;
}

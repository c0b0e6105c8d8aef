import type { ColumnType, Generated } from 'kysely';
import type { LetterKind } from '../../../domain/letters/letter-kinds.ts';
import type {
  LetterCaseType,
  LetterFile,
  LetterLife,
} from '../../../domain/letter-register/letter-state.ts';

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
  case_type: LetterCaseType;
  case_id: string;
  case_number: string;
  subject: string;
  /** The typed letter as JSON, whole: rendering needs nothing else. */
  content: string;
  states_decision: 0 | 1;
  /** Who wrote it by hand; null for what follows from a decision or a list. */
  drafted_by: string | null;
  issued_at: string;
  issued_by: string;
  /** From here on what the events say. */
  file: LetterFile;
  life: LetterLife;
  attempts: Generated<number>;
  sha256: string | null;
  size_bytes: number | null;
  pages: number | null;
  rendered_at: string | null;
  original_out: Generated<0 | 1>;
  printed_times: Generated<number>;
  copies: Generated<number>;
  handed_over_on: string | null;
  version: Generated<number>;
}

/** What an officer writes before it has a number. */
export interface LetterDraftTable {
  id: string;
  kind: LetterKind;
  author: string;
  beneficiary_id: string;
  name_key: ColumnType<string, never, never>;
  case_type: LetterCaseType;
  case_id: string;
  case_number: string;
  subject: string;
  /** The fields of the kind as far as they are filled in, without the head that issuing adds. */
  content: string;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
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
  owner_type: 'complaint' | 'objection' | 'beneficiary' | 'resume' | 'life' | 'application';
  owner_id: string;
  title: string;
  file_name: string;
  mime: string;
  size_bytes: number;
  pages: number | null;
  sha256: string;
  /** JSON: codes of what acts in the file. */
  contents: Generated<string>;
  added_at: string;
  added_by: string | null;
}

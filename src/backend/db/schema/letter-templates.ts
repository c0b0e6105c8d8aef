import type { LetterKind } from '../../../domain/letters/letter-kinds.ts';

export interface LetterTemplateTable {
  kind: LetterKind;
  version: number;
  /** The template as JSON, whole. */
  content: string;
  /** Of `content`. */
  sha256: string;
  /** Number of the version that came with the application; null for what the branch wrote. */
  shipped_version: number | null;
  /** The version of which it is a change; null for what came with the application. */
  based_on: number | null;
  note: string | null;
  created_at: string;
  created_by: string | null;
}

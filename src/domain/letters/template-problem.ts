import type { Refusal } from '../shared/result.ts';

/** Why a template is not saved. */
export const PROBLEM_CODES = [
  'UNBALANCED_BRACES',
  'UNBALANCED_BOLD',
  'EMPTY_FIELD_NAME',
  'UNKNOWN_FIELD',
  'UNKNOWN_FORMAT',
  'NOT_PRINTED',
  'NOT_A_LIST',
  'NOT_A_FLAG',
  'EACH_MISSING',
  'ALWAYS_THERE',
  'EMPTY_CHOICE',
  'OPTIONAL_WITHOUT_WHEN',
  'REQUIRED_FIELD_MISSING',
  'EMPTY',
  'NO_BLOCKS',
  'TOO_MANY',
  'TOO_LONG',
  'TWO_SIGNATURES',
  'CELLS_DIFFER',
  'EMPTY_ISOLATE',
  'UNBALANCED_ISOLATE',
  'FORBIDDEN_CHARACTER',
  'MISSING_CHARACTER',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface TemplateProblem {
  readonly code: ProblemCode;
  /** Index of the block; null for title, subject and the template as a whole. */
  readonly block: number | null;
  /** Where in the block: `text`, `items.0`, `rows.0.cells.1`, `total.cells.2`. */
  readonly part: string;
  readonly details: NonNullable<Refusal['details']>;
}

/** Characters of a text, and how many parts of each. */
export const TEMPLATE_LIMITS = {
  title: 80,
  subject: 200,
  text: 2000,
  cell: 200,
  blocks: 60,
  items: 40,
  columns: 8,
} as const;

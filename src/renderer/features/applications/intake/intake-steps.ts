/** The forms of an application, and at the end what they come to. Each can be left at any time. */
export const INTAKE_STEPS = [
  'personal',
  'family',
  'financial',
  'housing',
  'bank',
  'review',
] as const;
export type IntakeStep = (typeof INTAKE_STEPS)[number];

const STEP_OF: Readonly<Record<string, IntakeStep>> = {
  applicant: 'personal',
  contact: 'personal',
  social: 'family',
  household: 'family',
  dependants: 'family',
  stays: 'family',
  incomes: 'financial',
  assets: 'financial',
  dwelling: 'housing',
  bank: 'bank',
};

/** The form of a field by its path; papers stand beside all of them. */
export function stepOf(path: string): IntakeStep | null {
  return STEP_OF[path.split('.')[0] ?? ''] ?? null;
}

/** `dependants.2.name` -> `dependants` and 3, as officers count; null where the path has no row. */
export function rowOf(path: string): { readonly list: string; readonly number: number } | null {
  const [list = '', index = ''] = path.split('.');
  return /^\d+$/.test(index) ? { list, number: Number(index) + 1 } : null;
}

import type { ProgrammeTerms, Words } from '../../../domain/programmes/programme-terms.ts';

export const TERMS_PARTS = ['documents', 'conditions', 'groups', 'amounts'] as const;
export type TermsPart = (typeof TERMS_PARTS)[number];

/** Whether both languages are written. */
export function isWritten({ ar, en }: Words): boolean {
  return ar.trim().length >= 2 && en.trim().length >= 2;
}

/** A code for a new document: the first of `paper1`, `paper2`... that is free. */
export function freeCode(taken: readonly string[]): string {
  for (let n = taken.length + 1; ; n += 1) if (!taken.includes(`paper${n}`)) return `paper${n}`;
}

/** The first part in which something is still to be written; null when all is. */
export function firstUnwritten(terms: ProgrammeTerms): TermsPart | null {
  if (terms.documents.some(({ title, cases }) => !isWritten(title) || cases.length === 0))
    return 'documents';
  if (terms.conditions.some(({ text }) => !isWritten(text))) return 'conditions';
  if (!terms.groups.every(isWritten)) return 'groups';
  const isOpen = terms.amounts.some((amount) =>
    amount.kind === 'words' ? !isWritten(amount.text) : amount.kind === 'sum' && amount.amount <= 0,
  );
  return isOpen ? 'amounts' : null;
}

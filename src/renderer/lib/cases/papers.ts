export const PAPER_STATES = ['skip', 'missing', 'received'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

export interface Paper {
  readonly text: string;
  readonly state: PaperState;
}

/** What comes with a case as a rule, none of it ticked. */
export function usualPapers(names: readonly string[]): Paper[] {
  return names.map((text) => ({ text, state: 'skip' }));
}

export function receivedOf(papers: readonly Paper[]): string[] {
  return papers.filter(({ state }) => state === 'received').map(({ text }) => text);
}

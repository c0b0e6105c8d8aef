import { parseBatchReference, type BatchReference } from '../payments/bank-references.ts';

const LEAST_TOKEN = 6;
const MOST_TOKEN = 35;
const MOST_TOKENS = 40;

/**
 * What in a narrative may be an identifier of ours: whole tokens with a digit in them, of the length of identifiers. Banks
 * glue words with blanks, slashes, commas, colons and plus signs, so a token is also looked for between those.
 */
export function narrativeTokens(narrative: string): string[] {
  const tokens = new Set<string>();
  for (const word of narrative.split(/\s+/)) {
    for (const token of [word, ...word.split(/[/,:;+?()]+/)]) {
      if (token.length < LEAST_TOKEN || token.length > MOST_TOKEN || !/\d/.test(token)) continue;
      tokens.add(token);
    }
  }
  return [...tokens].slice(0, MOST_TOKENS);
}

export interface BatchNames {
  readonly originalMessageId: string | null;
  readonly paymentInformationId: string | null;
}

/** The batch that a status for a whole batch or message is about; the smaller one where both are named. */
export function namedBatch(names: BatchNames): BatchReference | null {
  const { paymentInformationId, originalMessageId } = names;
  const block = paymentInformationId === null ? null : parseBatchReference(paymentInformationId);
  if (block) return block;
  // A block of its own that is not ours must not be taken for the whole message.
  if (paymentInformationId !== null && paymentInformationId !== originalMessageId) return null;
  return originalMessageId === null ? null : parseBatchReference(originalMessageId);
}

/** Whether message or block, where they are ours, name another batch than the one a payment was sent in. */
export function contradicts(names: BatchNames, sentIn: BatchReference): boolean {
  return [names.originalMessageId, names.paymentInformationId].some((text) => {
    const named = text === null ? null : parseBatchReference(text);
    if (!named) return false;
    const { month, list, kind } = named;
    return month !== sentIn.month || list !== sentIn.list || (kind ?? sentIn.kind) !== sentIn.kind;
  });
}

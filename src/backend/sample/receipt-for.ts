import type { JobContext } from '../app/context.ts';

/** Whoever files at the desk takes a receipt along, unless a life-status case keeps the branch from writing to him. */
export async function receiptFor(
  { repos }: JobContext,
  filing: { readonly channel: string; readonly beneficiaryId: string },
): Promise<{ documents: string[] } | null> {
  if (filing.channel !== 'branch') return null;
  const isFrozen = (await repos.life.frozenBy(filing.beneficiaryId)) !== null;
  return isFrozen ? null : { documents: [] };
}

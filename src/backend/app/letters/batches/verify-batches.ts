import type { LetterBatchReader } from './ports.ts';

export interface BatchFault {
  readonly id: string;
  /** The place in the list. */
  readonly number: string;
}

/** Places of batches whose letter is missing or somebody else's, and places left without one in a batch that says it is done. */
export async function verifyBatches(batches: LetterBatchReader): Promise<readonly BatchFault[]> {
  const faults = await batches.faults();
  return faults.map(({ batchId, place }) => ({ id: batchId, number: String(place) }));
}

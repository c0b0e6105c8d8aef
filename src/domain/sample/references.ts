import type { IsoMonth } from '../shared/iso-date.ts';

/** Payments of a month go to the bank in three batches: the pensions, the differences, the arrears. */
export const SAMPLE_BATCHES = ['regular', 'difference', 'retroactive'] as const;
export type SampleBatch = (typeof SAMPLE_BATCHES)[number];

const LETTERS: Readonly<Record<SampleBatch, string>> = {
  regular: 'R',
  difference: 'D',
  retroactive: 'A',
};

/** The end-to-end id of a payment: month, batch and the person's place. */
export function paymentReference(month: IsoMonth, batch: SampleBatch, index: number): string {
  const number = String(index + 1).padStart(7, '0');
  return `SSB${month.replace('-', '')}${LETTERS[batch]}${number}`;
}

import type { ExplainedSum, WhyAmount } from '../../../contract/why-amount.ts';
import { SYSTEM_DIALOG } from '../../../contract/printing.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { bridge } from '../bridge.ts';
import { api } from '../client.ts';
import { useApiJob, useApiQuery } from '../queries.ts';

export type { ExplainedSum, WhyAmount };

/** A month of a person: what it was paid by, what is due by today's knowledge, and what lies between. */
export function useWhyAmount(beneficiaryId: string, month: IsoMonth) {
  return useApiQuery(
    ['whyAmount', 'ofMonth', beneficiaryId, month],
    () => api.whyAmount.ofMonth({ beneficiaryId, month }),
    { keepPrevious: true },
  );
}

/** The months that can be asked about, newest first. */
export function useExplainableMonths(beneficiaryId: string) {
  return useApiQuery(['whyAmount', 'months', beneficiaryId], () =>
    api.whyAmount.months({ beneficiaryId }),
  );
}

export function useAmountSheet() {
  return useApiJob(api.whyAmount.sheet, []);
}

/** Prints a paper that is on no register, through the system's own dialog; answers how that ended. */
export async function printSheet(bytes: Uint8Array, title: string) {
  const order = { printer: SYSTEM_DIALOG, dialog: true, twoSided: false };
  const { state } = await bridge.print(bytes, { title, ...order });
  return state;
}

import type { ExplainedSum, WhyAmount } from '../../../contract/why-amount.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
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

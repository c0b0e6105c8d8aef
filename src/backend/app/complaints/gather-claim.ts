import { missing } from '../../../domain/complaints/file-complaint.ts';
import { monthFacts } from '../../../domain/complaints/month-facts.ts';
import type { ClaimedMonth } from '../../../domain/complaints/propose-complaint.ts';
import { settingsOn } from '../../../domain/settings/settings.ts';
import { dayOfMonth } from '../../../domain/shared/iso-date.ts';
import type { ReadRepos } from '../ports.ts';
import type { ComplaintFile, TracedPayment } from './ports.ts';

export interface GatheredMonth extends ClaimedMonth {
  readonly payments: readonly TracedPayment[];
}

/** Each month of the claim with the payments of that month and what they prove by the settings of that month. */
export async function gatherClaim(
  repos: Pick<ReadRepos, 'complaints' | 'settings'>,
  { beneficiaryId, months }: ComplaintFile,
): Promise<GatheredMonth[]> {
  const payments = await repos.complaints.payments(
    beneficiaryId,
    months.map(({ month }) => month),
  );
  const records = await repos.settings.all();
  return months.map((claimed) => {
    const { month } = claimed;
    const ofMonth = payments.filter((payment) => payment.month === month);
    const { paidStatuses } = settingsOn(dayOfMonth(month, 1), records);
    return {
      month,
      claimed: missing(claimed),
      payments: ofMonth,
      facts: monthFacts(ofMonth, paidStatuses),
    };
  });
}

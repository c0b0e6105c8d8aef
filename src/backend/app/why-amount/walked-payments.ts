import { ZERO_HALALAS } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { WalkedPayment } from '../../../domain/why-amount/payment-walk.ts';
import type { ReadRepos } from '../ports.ts';

/** The programme that the sum is about. */
const PENSION = 'PENSION';

/** The payments of a person's month, with what the banks said of them in words. */
export async function walkedPayments(
  { repos }: { readonly repos: Pick<ReadRepos, 'complaints' | 'reasonCodes'> },
  beneficiaryId: string,
  month: IsoMonth,
): Promise<WalkedPayment[]> {
  const payments = await repos.complaints.payments(beneficiaryId, [month]);
  const meanings = payments.some(({ reasonCode }) => reasonCode !== null)
    ? await repos.reasonCodes.all()
    : [];
  const pensions = payments.filter(({ programme }) => programme === PENSION);
  return pensions.map(({ id, kind, status, amount, live, withheld, reasonCode, events }) => {
    const list = events.findLast((event) => event.reasonCode === reasonCode)?.reasonList ?? null;
    const known = meanings.find((one) => one.code === reasonCode && one.list === list);
    return {
      id,
      kind,
      status,
      amount,
      live,
      withheld: withheld ?? ZERO_HALALAS,
      reasonCode,
      reasonMeaning: known === undefined ? null : known.meaning,
    };
  });
}

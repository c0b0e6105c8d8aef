import type { InputOf } from '../../../contract/api.ts';
import type { Channel, ComplaintCategory } from '../../../domain/complaints/complaint-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { lateFaults, NO_LATE_FILING, type LateFiling } from '../../lib/cases/late-filing.ts';
import type { FoundPerson } from '../../lib/cases/person-search.ts';
import { NEW_RECEIPT, receiptOf, type ReceiptOnScreen } from '../../lib/cases/receipt.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';

export interface ClaimedMonth {
  readonly key: number;
  readonly month: IsoMonth;
  readonly expected: Halalas | null;
  readonly received: Halalas | null;
}

/** A complaint while it is being written down. */
export interface ClaimOnScreen {
  readonly person: FoundPerson | null;
  readonly search: string;
  readonly category: ComplaintCategory;
  readonly channel: Channel;
  readonly words: string;
  readonly months: readonly ClaimedMonth[];
  readonly late: LateFiling;
  readonly receipt: ReceiptOnScreen;
}

export interface ClaimFaults {
  readonly person?: string;
  readonly words?: string;
  /** By the key of the month. */
  readonly months?: Readonly<Record<number, string>>;
  readonly late?: Partial<Record<keyof LateFiling, string>>;
}

const SHORTEST = 3;

export function newClaim(month: IsoMonth): ClaimOnScreen {
  return {
    person: null,
    search: '',
    category: 'short',
    channel: 'branch',
    words: '',
    months: [{ key: 1, month, expected: null, received: null }],
    late: NO_LATE_FILING,
    receipt: NEW_RECEIPT,
  };
}

/** What is still missing, said beside its field. The rules of a claim are the backend's. */
export function faultsOf(t: Translate, claim: ClaimOnScreen, isLate: boolean): ClaimFaults {
  const months = claim.months
    .filter(({ expected, received }) => expected === null || received === null)
    .map(({ key }) => [key, t('complaints.amountsMissing')] as const);
  const late = isLate ? lateFaults(t, claim.late) : {};
  return {
    ...(claim.person === null ? { person: t('cases.personMissing') } : {}),
    ...(claim.words.trim().length < SHORTEST ? { words: t('complaints.claimMissing') } : {}),
    ...(months.length > 0 ? { months: Object.fromEntries(months) } : {}),
    ...(Object.keys(late).length > 0 ? { late } : {}),
  };
}

/** What is sent; null while a person or an amount is missing. */
export function requestOf(
  claim: ClaimOnScreen,
  isLate: boolean,
): InputOf<'complaints.file'> | null {
  const { person, late } = claim;
  if (person === null) return null;
  const months = claim.months.flatMap(({ month, expected, received }) =>
    expected === null || received === null ? [] : [{ month, expected, received }],
  );
  if (months.length < claim.months.length) return null;
  return {
    beneficiaryId: person.id,
    category: claim.category,
    channel: claim.channel,
    claim: claim.words.trim(),
    months,
    receipt: receiptOf(claim.receipt, claim.channel),
    ...(isLate
      ? {
          late: {
            reason: late.reason.trim(),
            supervisorUsername: late.supervisorUsername.trim(),
            supervisorPassword: late.supervisorPassword,
          },
        }
      : {}),
  };
}

import type { InputOf } from '../../../contract/api.ts';
import type { Channel } from '../../../domain/complaints/complaint-status.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { lateFaults, NO_LATE_FILING, type LateFiling } from '../../lib/cases/late-filing.ts';
import type { FoundPerson } from '../../lib/cases/person-search.ts';
import { NEW_RECEIPT, receiptOf, type ReceiptOnScreen } from '../../lib/cases/receipt.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';

/** Stands for a first decision that no officer of this branch took. */
export const OUTSIDE = 'outside';

/** An objection while it is being written down. */
export interface ObjectionOnScreen {
  readonly person: FoundPerson | null;
  readonly search: string;
  readonly refusedOn: IsoDate | null;
  readonly notifiedOn: IsoDate | null;
  readonly firstDecidedBy: string;
  readonly channel: Channel;
  readonly reasons: readonly string[];
  readonly statement: string;
  /** The backend has said that the period is over. */
  readonly isLate: boolean;
  readonly late: LateFiling;
  readonly receipt: ReceiptOnScreen;
}

export const NO_OBJECTION: ObjectionOnScreen = {
  person: null,
  search: '',
  refusedOn: null,
  notifiedOn: null,
  firstDecidedBy: OUTSIDE,
  channel: 'branch',
  reasons: [],
  statement: '',
  isLate: false,
  late: NO_LATE_FILING,
  receipt: NEW_RECEIPT,
};

type Faults = Partial<
  Record<'person' | 'refusedOn' | 'notifiedOn' | 'reasons' | 'statement', string>
> & { readonly late?: Partial<Record<keyof LateFiling, string>> };

const SHORTEST = 3;

/** What is still missing, said beside its field. The rules of an objection are the backend's. */
export function faultsOf(t: Translate, draft: ObjectionOnScreen): Faults {
  const late = draft.isLate ? lateFaults(t, draft.late) : {};
  return {
    ...(draft.person === null ? { person: t('cases.personMissing') } : {}),
    ...(draft.refusedOn === null ? { refusedOn: t('objections.refusedOnMissing') } : {}),
    ...(draft.notifiedOn === null ? { notifiedOn: t('objections.notifiedOnMissing') } : {}),
    ...(draft.reasons.length === 0 ? { reasons: t('objections.reasonsMissing') } : {}),
    ...(draft.statement.trim().length < SHORTEST
      ? { statement: t('objections.statementMissing') }
      : {}),
    ...(Object.keys(late).length > 0 ? { late } : {}),
  };
}

/** What is sent; null while the person or a date is missing. */
export function requestOf(draft: ObjectionOnScreen): InputOf<'objections.file'> | null {
  const { person, refusedOn, notifiedOn, firstDecidedBy, late } = draft;
  if (person === null || refusedOn === null || notifiedOn === null) return null;
  return {
    beneficiaryId: person.id,
    ...(firstDecidedBy === OUTSIDE ? {} : { firstDecidedBy }),
    refusedOn,
    notifiedOn,
    channel: draft.channel,
    statement: draft.statement.trim(),
    reasons: [...draft.reasons],
    receipt: receiptOf(draft.receipt, draft.channel),
    ...(draft.isLate
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

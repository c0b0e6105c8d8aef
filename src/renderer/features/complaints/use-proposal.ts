import type {
  ComplaintOutcome,
  MonthFinding,
} from '../../../domain/complaints/complaint-status.ts';
import {
  addHalalas,
  subtractHalalas,
  ZERO_HALALAS,
  type Halalas,
} from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { ComplaintFile } from './ComplaintCase.tsx';
import { changeDraft, useComplaintsStore, type ComplaintDraft } from './complaints-store.ts';

/** One month of the proposal as it stands on screen, in halalas. */
export interface FoundMonth {
  readonly month: IsoMonth;
  readonly finding: MonthFinding;
  readonly suggested: MonthFinding;
  /** What the officer holds to be due; null while nothing was computed and nothing entered. */
  readonly due: Halalas | null;
  readonly computedDue: Halalas | null;
  /** What arrived, is on its way, or came back to be resumed. */
  readonly accounted: Halalas;
}

export interface ProposalOnScreen {
  readonly outcome: ComplaintOutcome | null;
  readonly reasoning: string;
  readonly months: readonly FoundMonth[];
  /** What the letter will say is to be paid, as far as it stands; the backend computes it again. */
  readonly total: Halalas;
  /** The version at which the officer began to write; null while he has written nothing. */
  readonly begunAt: number | null;
  readonly change: (change: Partial<ComplaintDraft>) => void;
}

/** What stands on screen of a complaint, kept as the officer writes. */
export function useProposal(file: ComplaintFile): ProposalOnScreen {
  const { id, version } = file.complaint;
  const draft = useComplaintsStore((store) => store.drafts[id]);
  return {
    ...proposalOf(file, draft),
    change: (change) => changeDraft(id, version, change),
  };
}

/**
 * What the officer has decided so far: his own changes over what was proposed before, over what the records suggest.
 */
export function proposalOf(
  { proposal: before, months: facts }: Pick<ComplaintFile, 'proposal' | 'months'>,
  draft: ComplaintDraft | undefined,
): Omit<ProposalOnScreen, 'change'> {
  const months = facts.map(({ month, suggestedFinding, due, accounted }): FoundMonth => {
    const proposed = before?.months.find((one) => one.month === month);
    const finding = draft?.findings?.[month] ?? proposed?.finding ?? suggestedFinding;
    const held = draft?.dues?.[month] ?? dueOf(proposed) ?? due;
    return {
      month,
      finding,
      suggested: suggestedFinding,
      due: finding === 'notDue' ? ZERO_HALALAS : held,
      computedDue: due,
      accounted,
    };
  });
  return {
    outcome: draft?.outcome ?? before?.outcome ?? null,
    reasoning: draft?.reasoning ?? before?.reasoning ?? '',
    months,
    total: addHalalas(...months.filter(isProven).map(missing)),
    begunAt: draft?.version ?? null,
  };
}

/** Due less what is accounted for, as the month stands on screen; zero while nothing is known to be due. */
export function missing({ due, accounted }: FoundMonth): Halalas {
  return due === null ? ZERO_HALALAS : subtractHalalas(due, accounted);
}

function isProven({ finding }: FoundMonth): boolean {
  return finding === 'shortfallProven';
}

function dueOf(
  proposed: { readonly finding: MonthFinding; readonly due: Halalas } | undefined,
): Halalas | undefined {
  return proposed === undefined || proposed.finding === 'notDue' ? undefined : proposed.due;
}

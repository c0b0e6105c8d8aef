import { SAVED_VIEWS, type SavedView } from '../../../contract/complaints.ts';
import type {
  ComplaintCategory,
  ComplaintOutcome,
  ComplaintStatus,
  MonthFinding,
} from '../../../domain/complaints/complaint-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import { createOfficerStore } from '../../lib/officer-store.ts';

export const COMPLAINT_SORTS = [
  'deadline',
  'filedOn',
  'claimed',
  'name',
  'ticket',
  'status',
] as const;
export type ComplaintSort = (typeof COMPLAINT_SORTS)[number];

export interface ComplaintFilter {
  readonly view: SavedView;
  readonly category: readonly ComplaintCategory[];
  readonly status: readonly ComplaintStatus[];
  readonly search: string;
  readonly sort: ComplaintSort;
  readonly descending: boolean;
}

/** What the officer has decided about a case so far; only what he changed himself. */
export interface ComplaintDraft {
  readonly outcome?: ComplaintOutcome;
  readonly reasoning?: string;
  readonly findings?: Readonly<Record<string, MonthFinding>>;
  /** What he holds to be due for a month, in halalas, where it is not what was computed. */
  readonly dues?: Readonly<Record<string, Halalas>>;
  /** The version of the case that he had before him when he began. */
  readonly version?: number;
}

interface ComplaintsStore {
  readonly filter: ComplaintFilter;
  /** Selected complaints with the version that was on screen. */
  readonly selected: ReadonlyMap<string, number>;
  readonly drafts: Readonly<Record<string, ComplaintDraft>>;
}

export const useComplaintsStore = createOfficerStore<ComplaintsStore>(() => ({
  filter: {
    view: 'mine',
    category: [],
    status: [],
    search: '',
    sort: 'deadline',
    descending: false,
  },
  selected: new Map(),
  drafts: {},
}));

export function setFilter(change: Partial<ComplaintFilter>): void {
  useComplaintsStore.setState(({ filter }) => ({
    filter: { ...filter, ...change },
    selected: new Map(),
  }));
}

/** A view named in the address (`#/complaints?view=overdue`), when there is one of that name. */
export function viewNamed(name: string | undefined): SavedView | undefined {
  return SAVED_VIEWS.find((view) => view === name);
}

export function setSelected(selected: ReadonlyMap<string, number>): void {
  useComplaintsStore.setState({ selected });
}

export function changeDraft(id: string, version: number, change: Partial<ComplaintDraft>): void {
  useComplaintsStore.setState(({ drafts }) => ({
    drafts: { ...drafts, [id]: { version, ...drafts[id], ...change } },
  }));
}

export function dropDraft(id: string): void {
  useComplaintsStore.setState(({ drafts }) => {
    const { [id]: _, ...others } = drafts;
    return { drafts: others };
  });
}

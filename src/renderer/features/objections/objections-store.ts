import { SAVED_VIEWS, type SavedView } from '../../../contract/complaints.ts';
import type {
  ObjectionOutcome,
  ObjectionStatus,
  ReasonFinding,
} from '../../../domain/objections/objection-status.ts';
import { createOfficerStore } from '../../lib/officer-store.ts';

export const OBJECTION_SORTS = ['deadline', 'filedOn', 'name', 'number', 'status'] as const;
export type ObjectionSort = (typeof OBJECTION_SORTS)[number];

/** The saved views in the order of a day's work; an objection waits for no documents. */
export const OBJECTION_QUEUES = [
  'mine',
  'dueToday',
  'overdue',
  'unassigned',
  'awaitingApproval',
  'decided',
  'all',
] as const satisfies readonly SavedView[];
export type ObjectionQueue = (typeof OBJECTION_QUEUES)[number];

export interface ObjectionFilter {
  readonly view: ObjectionQueue;
  readonly status: readonly ObjectionStatus[];
  readonly search: string;
  readonly sort: ObjectionSort;
  readonly descending: boolean;
}

export interface Evidence {
  readonly documentId: string;
  readonly page: number;
}

/** What is not yet kept by the backend about one reason; only what the officer changed. */
export interface FindingDraft {
  readonly finding?: ReasonFinding;
  readonly note?: string;
  readonly evidence?: Evidence | null;
}

export interface ObjectionDraft {
  /** By the code of the reason. */
  readonly findings: Readonly<Record<string, FindingDraft>>;
  readonly outcome?: ObjectionOutcome;
  readonly reasoning?: string;
}

interface ObjectionsStore {
  readonly filter: ObjectionFilter;
  /** Selected objections with the version that was on screen. */
  readonly selected: ReadonlyMap<string, number>;
  readonly drafts: Readonly<Record<string, ObjectionDraft>>;
}

const NO_DRAFT: ObjectionDraft = { findings: {} };

export const useObjectionsStore = createOfficerStore<ObjectionsStore>(() => ({
  filter: { view: 'mine', status: [], search: '', sort: 'deadline', descending: false },
  selected: new Map(),
  drafts: {},
}));

export function setFilter(change: Partial<ObjectionFilter>): void {
  useObjectionsStore.setState(({ filter }) => ({
    filter: { ...filter, ...change },
    selected: new Map(),
  }));
}

/** A view named in the address (`#/objections?view=overdue`), when there is one of that name. */
export function queueNamed(name: string | undefined): ObjectionQueue | undefined {
  const view = SAVED_VIEWS.find((known) => known === name);
  return OBJECTION_QUEUES.find((queue) => queue === view);
}

export function setSelected(selected: ReadonlyMap<string, number>): void {
  useObjectionsStore.setState({ selected });
}

export function draftOf(id: string): ObjectionDraft {
  return useObjectionsStore.getState().drafts[id] ?? NO_DRAFT;
}

export function useDraft(id: string): ObjectionDraft {
  return useObjectionsStore((store) => store.drafts[id] ?? NO_DRAFT);
}

export function changeDraft(id: string, change: Partial<ObjectionDraft>): void {
  useObjectionsStore.setState(({ drafts }) => ({
    drafts: { ...drafts, [id]: { ...(drafts[id] ?? NO_DRAFT), ...change } },
  }));
}

export function changeFinding(id: string, code: string, change: FindingDraft): void {
  const { findings } = draftOf(id);
  changeDraft(id, { findings: { ...findings, [code]: { ...findings[code], ...change } } });
}

/** Forgets what the backend has kept, unless the officer has changed it again meanwhile. */
export function keepFinding(id: string, code: string, kept: FindingDraft): void {
  const { findings } = draftOf(id);
  if (findings[code] !== kept) return;
  const { [code]: _, ...others } = findings;
  changeDraft(id, { findings: others });
}

export function dropDraft(id: string): void {
  useObjectionsStore.setState(({ drafts }) => {
    const { [id]: _, ...others } = drafts;
    return { drafts: others };
  });
}

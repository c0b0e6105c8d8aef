import {
  APPLICATION_VIEWS,
  type ApplicationStatus,
  type ApplicationView,
} from '../../../domain/applications/application-status.ts';
import { createOfficerStore } from '../../lib/officer-store.ts';

export const APPLICATION_SORTS = ['deadline', 'submittedOn', 'name', 'number', 'status'] as const;
export type ApplicationSort = (typeof APPLICATION_SORTS)[number];

/** The saved views in the order of a day's work. */
export const APPLICATION_QUEUES = [
  'mine',
  'dueToday',
  'overdue',
  'unassigned',
  'drafts',
  'completion',
  'completionLapsed',
  'awaitingApproval',
  'decided',
  'all',
] as const satisfies readonly ApplicationView[];

export interface ApplicationFilter {
  readonly view: ApplicationView;
  readonly status: readonly ApplicationStatus[];
  readonly programme: readonly string[];
  readonly search: string;
  readonly sort: ApplicationSort;
  readonly descending: boolean;
}

/** What the officer has written of a decision and not proposed yet. */
export interface DecisionDraft {
  readonly outcome?: 'accept' | 'refuse';
  readonly reasoning?: string;
  /** Codes of the refusal table with the note of each. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** The version of the case that he had before him when he began. */
  readonly version?: number;
}

interface ApplicationsStore {
  readonly filter: ApplicationFilter;
  /** Selected applications with the version that was on screen. */
  readonly selected: ReadonlyMap<string, number>;
  readonly decisions: Readonly<Record<string, DecisionDraft>>;
}

export const useApplicationsStore = createOfficerStore<ApplicationsStore>(() => ({
  filter: {
    view: 'mine',
    status: [],
    programme: [],
    search: '',
    sort: 'deadline',
    descending: false,
  },
  selected: new Map(),
  decisions: {},
}));

export function setFilter(change: Partial<ApplicationFilter>): void {
  useApplicationsStore.setState(({ filter }) => ({
    filter: { ...filter, ...change },
    selected: new Map(),
  }));
}

/** A view named in the address (`#/applications?view=overdue`), when there is one of that name. */
export function viewNamed(name: string | undefined): ApplicationView | undefined {
  return APPLICATION_VIEWS.find((view) => view === name);
}

export function setSelected(selected: ReadonlyMap<string, number>): void {
  useApplicationsStore.setState({ selected });
}

const NOTHING: DecisionDraft = {};

export function useDecision(id: string): DecisionDraft {
  return useApplicationsStore(({ decisions }) => decisions[id] ?? NOTHING);
}

export function changeDecision(id: string, version: number, change: DecisionDraft): void {
  useApplicationsStore.setState(({ decisions }) => ({
    decisions: { ...decisions, [id]: { version, ...decisions[id], ...change } },
  }));
}

export function dropDecision(id: string): void {
  useApplicationsStore.setState(({ decisions }) => {
    const { [id]: _, ...others } = decisions;
    return { decisions: others };
  });
}

import { createOfficerStore } from '../../lib/officer-store.ts';

export interface RecentPerson {
  readonly id: string;
  readonly name: string;
  readonly maskedNationalId: string | null;
  /** What tells people of one name apart: the masked account. */
  readonly note: string;
}

const KEPT = 12;

/** The search and whom the officer opened, the latest first: until he signs out, and only in this window. */
export const useRegistryStore = createOfficerStore<{
  readonly search: string;
  readonly recent: readonly RecentPerson[];
}>(() => ({ search: '', recent: [] }));

export function setPersonSearch(search: string): void {
  useRegistryStore.setState({ search });
}

export function rememberPerson(person: RecentPerson): void {
  useRegistryStore.setState(({ recent }) => ({
    recent: [person, ...recent.filter(({ id }) => id !== person.id)].slice(0, KEPT),
  }));
}

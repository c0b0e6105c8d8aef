import { create, type StateCreator, type StoreApi, type UseBoundStore } from 'zustand';

const resets: (() => void)[] = [];

/**
 * A zustand store of one officer's work at this window: filters, scroll places, half-written reasons. It outlives
 * leaving the screen and the lock, and is emptied when somebody else sits down. Create it at module scope.
 */
export function createOfficerStore<T>(initial: StateCreator<T>): UseBoundStore<StoreApi<T>> {
  const store = create<T>()(initial);
  resets.push(() => store.setState(store.getInitialState(), true));
  return store;
}

export function emptyOfficerStores(): void {
  for (const reset of resets) reset();
}

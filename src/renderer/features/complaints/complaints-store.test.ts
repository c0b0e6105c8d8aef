import { beforeEach, describe, expect, it } from 'vitest';
import { emptyOfficerStores } from '../../lib/officer-store.ts';
import {
  changeDraft,
  dropDraft,
  setFilter,
  setSelected,
  useComplaintsStore,
  viewNamed,
} from './complaints-store.ts';

beforeEach(() => emptyOfficerStores());

describe('what an officer leaves half done', () => {
  it('keeps the reasons written for each case, with the version he began at', () => {
    changeDraft('a', 3, { reasoning: 'ثبت النقص' });
    changeDraft('b', 7, { outcome: 'rejected' });
    changeDraft('a', 4, { outcome: 'accepted' });
    const { drafts } = useComplaintsStore.getState();
    expect(drafts['a']).toEqual({ version: 3, reasoning: 'ثبت النقص', outcome: 'accepted' });
    expect(drafts['b']).toEqual({ version: 7, outcome: 'rejected' });
  });

  it('forgets a case once it is proposed, and no other', () => {
    changeDraft('a', 3, { reasoning: 'أ' });
    changeDraft('b', 3, { reasoning: 'ب' });
    dropDraft('a');
    expect(Object.keys(useComplaintsStore.getState().drafts)).toEqual(['b']);
  });

  it('is gone when somebody else sits down', () => {
    changeDraft('a', 3, { reasoning: 'أ' });
    emptyOfficerStores();
    expect(useComplaintsStore.getState().drafts).toEqual({});
  });
});

describe('the queue', () => {
  it('drops the selection with the rows that it was made in', () => {
    setSelected(new Map([['a', 1]]));
    setFilter({ view: 'overdue' });
    expect(useComplaintsStore.getState().selected.size).toBe(0);
  });

  it('opens a view named in the address, and no other name', () => {
    expect(viewNamed('overdue')).toBe('overdue');
    expect(viewNamed('everything')).toBeUndefined();
    expect(viewNamed(undefined)).toBeUndefined();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { emptyOfficerStores } from '../../lib/officer-store.ts';
import {
  changeDraft,
  changeFinding,
  draftOf,
  keepFinding,
  queueNamed,
} from './objections-store.ts';

beforeEach(() => emptyOfficerStores());

describe('findings on their way to the backend', () => {
  it('gathers what is changed about one reason', () => {
    changeFinding('a', 'R07', { finding: 'notProven' });
    changeFinding('a', 'R07', { note: 'العنوان واحد' });
    expect(draftOf('a').findings['R07']).toEqual({ finding: 'notProven', note: 'العنوان واحد' });
  });

  it('forgets what was kept', () => {
    changeFinding('a', 'R07', { note: 'العنوان واحد' });
    const sent = draftOf('a').findings['R07'];
    keepFinding('a', 'R07', sent ?? {});
    expect(draftOf('a').findings).toEqual({});
  });

  it('holds on to what was typed while the earlier words were on their way', () => {
    changeFinding('a', 'R07', { note: 'العنوان' });
    const sent = draftOf('a').findings['R07'];
    changeFinding('a', 'R07', { note: 'العنوان واحد' });
    keepFinding('a', 'R07', sent ?? {});
    expect(draftOf('a').findings['R07']?.note).toBe('العنوان واحد');
  });

  it('keeps the summary apart from the findings', () => {
    changeDraft('a', { reasoning: 'زال سبب الرفض' });
    changeFinding('a', 'R07', { finding: 'ceased' });
    expect(draftOf('a').reasoning).toBe('زال سبب الرفض');
  });
});

it('knows no queue of awaited documents: an objection waits for none', () => {
  expect(queueNamed('awaitingDocuments')).toBeUndefined();
  expect(queueNamed('overdue')).toBe('overdue');
});

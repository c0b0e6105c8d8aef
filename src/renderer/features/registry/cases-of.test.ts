import { describe, expect, it } from 'vitest';
import type { TimelineItem } from '../../../contract/registry.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import { catalogs } from '../../lib/i18n/catalogs.ts';
import { casesOf } from './cases-of.ts';

const item = (
  kind: TimelineItem['kind'],
  code: string,
  refId: string | null,
  minute: number,
): TimelineItem => ({
  at: `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z` as IsoInstant,
  kind,
  code: `${kind}.${code}`,
  refId,
  ref: refId === null ? null : `2026-${refId}`,
  amount: null,
  details: {},
});

describe('the cases of a person', () => {
  it('stand once each, with what happened to them last, the newest first', () => {
    const lines = casesOf([
      item('complaint', 'approved', 'c1', 8),
      item('objection', 'filed', 'o1', 5),
      item('complaint', 'filed', 'c1', 1),
    ]);
    expect(lines.map(({ id, lastCode }) => [id, lastCode])).toEqual([
      ['c1', 'complaint.approved'],
      ['o1', 'objection.filed'],
    ]);
  });

  it('are nothing else: payments, letters and the registry stand elsewhere on the page', () => {
    expect(
      casesOf([
        item('payment', 'sent', 'p1', 1),
        item('letter', 'issued', 'l1', 1),
        item('registry', 'registered', null, 0),
      ]),
    ).toEqual([]);
  });
});

describe('the words of the time line', () => {
  it('exist in both languages for the same events', () => {
    const codes = (language: 'ar' | 'en'): string[] =>
      Object.keys(catalogs[language].registry).filter((key) => key.startsWith('event.'));
    expect(codes('en')).toEqual(codes('ar'));
    expect(codes('ar').length).toBeGreaterThan(30);
  });
});

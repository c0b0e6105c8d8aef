import { expect, it } from 'vitest';
import type { IsoInstant } from '../shared/iso-date.ts';
import { mergeTimelines, type TimelineEvent } from './timeline.ts';

const event = (at: string, code: string): TimelineEvent => ({
  at: `2026-11-${at}:00.000Z` as IsoInstant,
  kind: 'payment',
  code,
  refId: null,
  ref: null,
  amount: null,
  details: {},
});

it('one time line has the newest first, and of one instant the later event first', () => {
  const payments = [
    event('01T08:00', 'payment.prepared'),
    event('01T08:00', 'payment.sent'),
    event('03T08:00', 'payment.rejected'),
  ];
  const complaints = [event('02T08:00', 'complaint.filed'), event('04T08:00', 'complaint.decided')];
  expect(mergeTimelines(payments, complaints).map(({ code }) => code)).toEqual([
    'complaint.decided',
    'payment.rejected',
    'complaint.filed',
    'payment.sent',
    'payment.prepared',
  ]);
});

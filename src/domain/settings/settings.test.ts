import { describe, expect, it } from 'vitest';
import { isoDate } from '../shared/iso-date.ts';
import { settingsOn } from './settings.ts';

const rows = [
  { key: 'digits', validFrom: isoDate('2026-01-01'), value: 'arabicIndic' },
  { key: 'digits', validFrom: isoDate('2026-06-01'), value: 'latin' },
  { key: 'digits', validFrom: isoDate('2026-01-01'), value: 'latin' },
];

describe('dated settings', () => {
  it('a past date is judged with the settings of that date', () => {
    expect(settingsOn(isoDate('2026-03-01'), rows.slice(0, 2)).digits).toBe('arabicIndic');
    expect(settingsOn(isoDate('2026-07-01'), rows.slice(0, 2)).digits).toBe('latin');
  });

  it('a correction recorded later replaces the value of its date', () => {
    expect(settingsOn(isoDate('2026-03-01'), rows).digits).toBe('latin');
  });

  it('before any record the default holds', () => {
    expect(settingsOn(isoDate('2020-01-01'), rows).complaintWindow.opensOnDay).toBe(10);
  });
});

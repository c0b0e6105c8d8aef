import { expect, it } from 'vitest';
import { catalogs } from '../lib/i18n/catalogs.ts';
import { statuses } from './statuses.ts';

it('every status with an icon and a tone has its words in both languages', () => {
  for (const [family, states] of Object.entries(statuses)) {
    for (const state of Object.keys(states)) {
      expect(catalogs.ar.status, `${family}.${state}`).toHaveProperty([`${family}.${state}`]);
      expect(catalogs.en.status, `${family}.${state}`).toHaveProperty([`${family}.${state}`]);
    }
  }
});

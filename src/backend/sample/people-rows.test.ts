import { expect, it } from 'vitest';
import { isoDate } from '../../domain/shared/iso-date.ts';
import { searchKey } from '../../domain/shared/search-key.ts';
import { samplePerson } from '../../domain/sample/sample-person.ts';
import { nameKey } from './people-rows.ts';

it('keeps names under the key by which the search finds them', () => {
  for (let index = 0; index < 3000; index += 1) {
    const { name } = samplePerson(4, index, isoDate('2026-11-21'));
    expect(nameKey(name)).toBe(searchKey(name));
  }
});

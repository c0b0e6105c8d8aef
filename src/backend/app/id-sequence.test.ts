import { expect, it } from 'vitest';
import { idSequence } from './id-sequence.ts';

it('ids of a sequence are different, sorted and of the same form', () => {
  const next = idSequence(() => '019a0000-0000-7000-8000-00000000fffe');
  const ids = Array.from({ length: 4 }, next);
  expect(ids).toEqual([
    '019a0000-0000-7000-8000-00000000fffe',
    '019a0000-0000-7000-8000-00000000ffff',
    '019a0000-0000-7000-8000-000000010000',
    '019a0000-0000-7000-8000-000000010001',
  ]);
});

it('a tail that is used up goes on with another id', () => {
  const bases = ['019a0000-0000-7000-8000-fffffffffffe', '019a0000-0000-7000-9000-000000000001'];
  const next = idSequence(() => bases.shift() ?? '');
  expect(Array.from({ length: 4 }, next)).toEqual([
    '019a0000-0000-7000-8000-fffffffffffe',
    '019a0000-0000-7000-8000-ffffffffffff',
    '019a0000-0000-7000-9000-000000000001',
    '019a0000-0000-7000-9000-000000000002',
  ]);
});

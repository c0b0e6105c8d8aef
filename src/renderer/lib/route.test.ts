import { describe, expect, it } from 'vitest';
import { hrefOf, parseHash } from './route.ts';

describe('addresses', () => {
  it('open a case, with the filters of its queue', () => {
    const href = hrefOf('complaints', '0198f0a0', { view: 'mine', search: 'الحربي' });
    expect(parseHash(href)).toEqual({
      screen: 'complaints',
      id: '0198f0a0',
      query: { view: 'mine', search: 'الحربي' },
    });
  });

  it.each(['', '#', '#/', '#/today'])('begin at Today for %j', (hash) => {
    expect(parseHash(hash)).toEqual({ screen: 'today', id: null, query: {} });
  });

  it.each(['#/nowhere', '#/constructor'])('lead nowhere for %j', (hash) => {
    expect(parseHash(hash)).toBeNull();
  });

  it('survive a half-written escape', () => {
    expect(parseHash('#/letters/%E0%A4')?.id).toBe('%E0%A4');
  });
});

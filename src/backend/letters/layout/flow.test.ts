import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowItem, PageRoom } from './flow.ts';
import { paginate } from './flow.ts';

function item(over: Partial<FlowItem> = {}): FlowItem {
  return { height: 10, spaceBefore: 0, keepWithNext: false, paint: () => undefined, ...over };
}

const room = (body: number, besideNumber = 0, besideSeal = 0): PageRoom => ({
  body,
  besideNumber,
  besideSeal,
});

const counts = (items: readonly FlowItem[], height: number): number[] =>
  paginate(items, () => room(height)).map((page) => page.length);

describe('filling the pages of a letter', () => {
  it('breaks where the page is full', () => {
    expect(counts([item(), item(), item(), item(), item()], 30)).toEqual([3, 2]);
  });

  it('moves what must stay together to the next page as a whole', () => {
    const kept = item({ keepWithNext: true });
    expect(counts([item(), kept, kept, item(), item()], 30)).toEqual([1, 3, 1]);
  });

  it('breaks a group that no page can hold rather than lose it', () => {
    const kept = item({ keepWithNext: true });
    expect(counts([kept, kept, kept, kept, item()], 30)).toEqual([3, 2]);
  });

  it('repeats the header above rows that go on', () => {
    const header = item({ height: 5 });
    const row = item({ repeats: header });
    const pages = paginate([header, row, row, row, row], () => room(25));
    expect(pages.map((page) => page.map((placed) => placed.item === header))).toEqual([
      [true, false, false],
      [true, false, false],
    ]);
  });

  it('drops the space before what begins a page', () => {
    const spaced = item({ spaceBefore: 8 });
    const [, second] = paginate([item(), spaced, item()], () => room(15));
    expect(second?.[0]?.top).toBe(0);
  });

  it('lets copies stand beside the page number', () => {
    const beside = item({ besideFoot: 'number' });
    expect(paginate([item(), item(), beside], () => room(20, 10))).toHaveLength(1);
    expect(paginate([item(), item(), item()], () => room(20, 10))).toHaveLength(2);
  });

  it('lets the signature stand beside the seal, and tells it so', () => {
    const beside = item({ besideFoot: 'seal' });
    const [[, , last] = []] = paginate([item(), item(), beside], () => room(20, 16, 10));
    expect(last?.inFoot).toBe(true);
    expect(paginate([item(), item(), beside], () => room(20, 16, 9))).toHaveLength(2);
  });

  it('gives an empty letter one page', () => {
    expect(paginate([], () => room(20))).toEqual([[]]);
  });

  it('places every item once, in order, and inside its page', () => {
    const anyItem = fc.record({
      height: fc.integer({ min: 1, max: 30 }),
      spaceBefore: fc.integer({ min: 0, max: 9 }),
      keepWithNext: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 60 }), (shapes) => {
        const items = shapes.map(item);
        const pages = paginate(items, (page) => room(page === 0 ? 60 : 90));
        expect(pages.flat().map((placed) => placed.item)).toEqual(items);
        pages.forEach((page, index) => {
          for (const { item: placed, top } of page) {
            expect(top + placed.height).toBeLessThanOrEqual(index === 0 ? 60 : 90);
          }
        });
      }),
    );
  });
});

import path from 'node:path';
import { expect, it } from 'vitest';
import { OFFICIAL_LAYOUT, type LetterBlock } from '../../../domain/letters/letter-model.ts';
import { plainLetter } from '../../../domain/letters/plain-letter.ts';
import { loadFontFamily } from '../fonts/font-family.ts';
import { Tag } from '../pdf/tags.ts';
import { blocksFlow } from './flow-blocks.ts';
import { paginate } from './flow.ts';
import { pageGeometry } from './page-geometry.ts';
import { SetTexts, TextSetter } from './text-setter.ts';

it('never leaves a header, or one row of a table, alone on a page', async () => {
  const setter = new TextSetter(
    await loadFontFamily(path.resolve('resources/fonts')),
    new SetTexts(),
  );
  const page = pageGeometry(OFFICIAL_LAYOUT);
  const paragraph: LetterBlock = { kind: 'paragraph', text: ['سطر'] };
  for (const rows of [2, 3, 4, 25, 40]) {
    const table: LetterBlock = {
      kind: 'table',
      columns: [{ title: 'الشهر', share: 1 }],
      rows: Array.from({ length: rows - 1 }, (_, row) => [String(row)]),
      total: ['المجموع'],
    };
    for (let before = 0; before < 30; before++) {
      const blocks = [...Array.from({ length: before }, () => paragraph), table, paragraph];
      const letter = { ...plainLetter({ title: '', paragraphs: [] }), blocks };
      const items = blocksFlow(letter, { setter, page, justify: true, tags: new Tag('Document') });
      const room = { body: 600, besideNumber: 0, besideSeal: 0 };
      const counts = paginate(items, () => room).map(
        (placed) => placed.filter(({ item }) => item.repeats !== undefined).length,
      );
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
      expect(counts).not.toContain(1);
    }
  }
});

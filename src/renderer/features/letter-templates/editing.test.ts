import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterTemplate } from '../../../domain/letters/letter-template.ts';
import {
  addColumn,
  insertBlocks,
  moveBlock,
  newBlock,
  removeBlock,
  removeColumn,
  replaceBlock,
  splitText,
} from './edit-blocks.ts';
import { beginEditing, changeTo, redo, templateOf, undo, type Editing } from './editing.ts';
import { movedBy } from './use-move-keys.ts';

const TEMPLATE: LetterTemplate = {
  kind: 'plain',
  version: 3,
  title: { ar: 'خطاب', en: 'Letter' },
  subject: 'موضوع',
  blocks: [
    { kind: 'paragraph', text: 'الأولى' },
    { kind: 'paragraph', text: 'الثانية', when: 'note' },
  ],
};
const PLACE = { block: 0, part: 'text' };
const textsOf = ({ present }: Editing): string[] =>
  present.blocks.map(({ block }) => ('text' in block ? block.text : block.kind));

function type(editing: Editing, text: string, at: number, block = 0): Editing {
  const old = editing.present.blocks[block]?.block;
  if (old?.kind !== 'paragraph') throw new Error('No paragraph');
  const next = replaceBlock(editing.present, block, { ...old, text });
  return changeTo(editing, next, { place: { ...PLACE, block }, at, isTyping: true });
}

describe('editing a template', () => {
  it('gives back the template as it was while nothing is changed', () => {
    expect(templateOf(beginEditing(TEMPLATE).present)).toEqual(TEMPLATE);
  });

  it('undoes typing in one place as one step, and says where it was', () => {
    let editing = beginEditing(TEMPLATE);
    for (const [index, text] of ['ا', 'ال', 'الن', 'النص'].entries()) {
      editing = type(editing, text, index * 200);
    }
    const back = undo(editing);
    expect(back?.place).toEqual(PLACE);
    expect(back && textsOf(back.editing)).toEqual(['الأولى', 'الثانية']);
    const forth = back && redo(back.editing);
    expect(forth && textsOf(forth.editing)).toEqual(['النص', 'الثانية']);
  });

  it('keeps steps apart that are in two places or a pause apart', () => {
    let editing = type(beginEditing(TEMPLATE), 'أ', 0);
    editing = type(editing, 'أب', 2000);
    editing = type(editing, 'ج', 2100, 1);
    expect(editing.past).toHaveLength(3);
  });

  it('forgets what was undone once something else is written', () => {
    const back = undo(type(beginEditing(TEMPLATE), 'أ', 0));
    const editing = back && type(back.editing, 'ب', 5000);
    expect(editing?.future).toEqual([]);
    expect(editing && redo(editing)).toBe(null);
  });

  it('comes back to the beginning by undoing, and to the end by redoing, whatever was done', () => {
    const deeds = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(deeds, (chosen) => {
        const begun = beginEditing(TEMPLATE);
        let editing = begun;
        chosen.forEach((deed, index) => {
          const { present } = editing;
          const last = present.blocks.length - 1;
          const next = [
            insertBlocks(present, 0, newBlock('table')),
            insertBlocks(present, last + 1, newBlock('note')),
            removeBlock(present, 0),
            moveBlock(present, 0, 1),
            replaceBlock(present, 0, { kind: 'note', text: String(index) }),
          ][deed];
          if (next) {
            const isTyping = deed === 4;
            editing = changeTo(editing, next, { place: PLACE, at: index * 400, isTyping });
          }
        });
        let back = editing;
        for (let gone = undo(back); gone !== null; gone = undo(back)) back = gone.editing;
        expect(back.present).toEqual(begun.present);
        let forth = back;
        for (let gone = redo(forth); gone !== null; gone = redo(forth)) forth = gone.editing;
        expect(forth.present).toEqual(editing.present);
        const ids = editing.present.blocks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('blocks', () => {
  const { present } = beginEditing(TEMPLATE);

  it('move one place and stay themselves', () => {
    expect(moveBlock(present, 0, 1).blocks.map(({ id }) => id)).toEqual([1, 0]);
    expect(moveBlock(present, 1, 1)).toEqual(present);
  });

  it('move by the keyboard as the item that has the caret, and whole at the edge of the list', () => {
    const items = [{ text: 'أ' }, { text: 'ب' }];
    const listed = replaceBlock(present, 0, { kind: 'bullets', items });
    expect(movedBy(listed, 0, 0, 1)?.place).toEqual({ block: 0, part: 'items.1' });
    expect(movedBy(listed, 0, 1, 1)?.place).toEqual({ block: 1, part: 'block' });
    expect(movedBy(listed, 1, null, 1)).toBe(null);
  });

  it('break in two at the caret, both under the condition of the one', () => {
    const block = { kind: 'paragraph', text: 'قبل. بعد.', when: 'note' } as const;
    const split = splitText(replaceBlock(present, 1, block), 1, block, 5);
    expect(split.blocks.slice(1).map((one) => one.block)).toEqual([
      { kind: 'paragraph', text: 'قبل.', when: 'note' },
      { kind: 'paragraph', text: 'بعد.', when: 'note' },
    ]);
  });

  it('that are tables keep as many cells as columns', () => {
    const table = newBlock('table');
    if (table.kind !== 'table') throw new Error('No table');
    const wide = addColumn({ ...table, total: { cells: ['أ', 'ب'] } });
    expect(wide.columns).toHaveLength(3);
    expect(wide.rows[0]?.cells).toEqual(['', '', '']);
    expect(wide.total?.cells).toEqual(['أ', 'ب', '']);
    expect(removeColumn(wide, 0).total?.cells).toEqual(['ب', '']);
  });
});

import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { moveBlock, moved, replaceBlock } from './edit-blocks.ts';
import { focusPlace } from './focus-place.ts';
import type { EditedTemplate, Place } from './editing.ts';
import { changeDraft } from './templates-store.ts';

/** Alt with the arrows moves the item that has the caret within its list, and at the list's edge its block. */
export function useMoveKeys(template: EditedTemplate): void {
  const move = (by: 1 | -1): void => {
    const within = (name: string): number | null => {
      const found = document.activeElement?.closest(`[data-${name}]`)?.getAttribute(`data-${name}`);
      return found === undefined || found === null ? null : Number(found);
    };
    const block = within('block');
    if (block === null) return;
    const change = movedBy(template, block, within('item'), by);
    if (change === null) return;
    changeDraft(change.template, change.place);
    focusPlace(change.place);
  };
  useShortcuts({ 'Alt+Up': () => move(-1), 'Alt+Down': () => move(1) }, { inFields: true });
}

/** The template with an item or a block a place further, and where it is then; null where it cannot go. */
export function movedBy(
  template: EditedTemplate,
  index: number,
  item: number | null,
  by: 1 | -1,
): { readonly template: EditedTemplate; readonly place: Place } | null {
  const block = template.blocks[index]?.block;
  if (
    item !== null &&
    (block?.kind === 'numbered' || block?.kind === 'bullets' || block?.kind === 'checklist') &&
    block.items[item + by] !== undefined
  ) {
    return {
      template: replaceBlock(template, index, { ...block, items: moved(block.items, item, by) }),
      place: { block: index, part: `items.${item + by}` },
    };
  }
  if (template.blocks[index + by] === undefined) return null;
  return {
    template: moveBlock(template, index, by),
    place: { block: index + by, part: 'block' },
  };
}

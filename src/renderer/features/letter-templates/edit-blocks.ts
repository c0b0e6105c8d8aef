import type { TemplateBlock } from '../../../domain/letters/letter-template.ts';
import type { EditedTemplate } from './editing.ts';

export const BLOCK_KINDS = [
  'paragraph',
  'note',
  'section',
  'heading',
  'numbered',
  'bullets',
  'checklist',
  'fields',
  'table',
  'signature',
] as const satisfies readonly TemplateBlock['kind'][];
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** An empty block, ready to be written in. */
export function newBlock(kind: BlockKind): TemplateBlock {
  switch (kind) {
    case 'paragraph':
    case 'note':
    case 'section':
    case 'heading':
      return { kind, text: '' };
    case 'numbered':
    case 'bullets':
    case 'checklist':
      return { kind, items: [{ text: '' }] };
    case 'fields':
      return { kind, columns: 2, items: [{ label: '', value: null }] };
    case 'table':
      return {
        kind,
        columns: [
          { title: '', share: 1 },
          { title: '', share: 1 },
        ],
        rows: [{ cells: ['', ''] }],
      };
    case 'signature':
      return { kind, stamp: true };
  }
}

/** Puts blocks before the one at `index`; at the end where it is the number of blocks. */
export function insertBlocks(
  template: EditedTemplate,
  index: number,
  ...added: readonly TemplateBlock[]
): EditedTemplate {
  const first = Math.max(-1, ...template.blocks.map(({ id }) => id)) + 1;
  const blocks = added.map((block, offset) => ({ id: first + offset, block }));
  return { ...template, blocks: template.blocks.toSpliced(index, 0, ...blocks) };
}

export function removeBlock(template: EditedTemplate, index: number): EditedTemplate {
  return { ...template, blocks: template.blocks.toSpliced(index, 1) };
}

export function replaceBlock(
  template: EditedTemplate,
  index: number,
  block: TemplateBlock,
): EditedTemplate {
  return {
    ...template,
    blocks: template.blocks.map((one, at) => (at === index ? { ...one, block } : one)),
  };
}

export function moveBlock(template: EditedTemplate, index: number, by: 1 | -1): EditedTemplate {
  return { ...template, blocks: moved(template.blocks, index, by) };
}

/** The list with one of its things a place further; as it is where that place does not exist. */
export function moved<T>(list: readonly T[], index: number, by: 1 | -1): readonly T[] {
  const one = list[index];
  const to = index + by;
  if (one === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(index, 1).toSpliced(to, 0, one);
}

type TextBlock = Extract<TemplateBlock, { readonly text: string }>;
type TableBlock = Extract<TemplateBlock, { kind: 'table' }>;

/** Breaks a text at the caret into two blocks of its kind and conditions. */
export function splitText(
  template: EditedTemplate,
  index: number,
  block: TextBlock,
  at: number,
): EditedTemplate {
  const before = { ...block, text: block.text.slice(0, at).trimEnd() };
  const after = { ...block, text: block.text.slice(at).trimStart() };
  return insertBlocks(replaceBlock(template, index, before), index + 1, after);
}

/** One column more, with an empty cell in every row. */
export function addColumn(table: TableBlock): TableBlock {
  const share = table.columns.at(-1)?.share ?? 1;
  return {
    ...withCells(table, (cells) => [...cells, '']),
    columns: [...table.columns, { title: '', share }],
  };
}

export function removeColumn(table: TableBlock, index: number): TableBlock {
  return {
    ...withCells(table, (cells) => cells.toSpliced(index, 1)),
    columns: table.columns.toSpliced(index, 1),
  };
}

function withCells(
  table: TableBlock,
  change: (cells: readonly string[]) => readonly string[],
): TableBlock {
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: change(row.cells) })),
    ...(table.total === undefined
      ? {}
      : { total: { ...table.total, cells: change(table.total.cells) } }),
  };
}

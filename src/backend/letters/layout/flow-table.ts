import type { LetterTable, TableColumn } from '../../../domain/letters/letter-model.ts';
import type { Weight } from '../fonts/font-family.ts';
import { fillRectangle, strokePath } from '../pdf/content.ts';
import { ARTIFACT, type Tag, type Tagged } from '../pdf/tags.ts';
import type { Line } from '../text/line.ts';
import type { FlowContext } from './flow-blocks.ts';
import { gap } from './flow-text.ts';
import type { FlowItem } from './flow.ts';
import type { PageCanvas } from './page-canvas.ts';
import {
  HEADER_TINT,
  PAGE_HEIGHT,
  RULE,
  SIZES,
  mm,
  type Box,
  type PageGeometry,
} from './page-geometry.ts';

const WIDEST = mm(160);
const CELL_PADDING = { x: 6, y: 3.2 };
const EDGE = { width: 0.55, colour: RULE } as const;
/** Digits have no descenders: centred by their line box they look too high. */
const OPTICAL_DROP = 0.8;
const SPACE_BEFORE = mm(2.5);
const SPACE_AFTER = mm(3);
/** A row of more lines may go on on the next page, this many at a time. */
const LINES_KEPT = 12;

interface Column extends Box {
  readonly align: NonNullable<TableColumn['align']>;
}

interface Cell {
  readonly box: Column;
  readonly lines: readonly Line[];
  readonly tag: Tagged;
}

interface RowStyle {
  readonly weight: Weight;
  readonly tinted?: boolean;
}

/** A centred table; its header row is repeated on each page and never stands with one row alone. */
export function tableFlow(table: LetterTable, context: FlowContext): FlowItem[] {
  const columns = columnBoxes(table, context.page);
  const tag = context.tags.add('Table');
  const titles = table.columns.map((column) => column.title);
  const headerStyle = { weight: 'bold', tinted: true } as const;
  const header = setRow(titles, columns, context, headerStyle, tag.add('TR'));
  const again = setRow(titles, columns, context, headerStyle, null);
  const rows = table.rows.map((cells) =>
    setRow(cells, columns, context, { weight: 'regular' }, tag.add('TR')),
  );
  if (table.total) {
    rows.push(setRow(table.total, columns, context, { weight: 'bold' }, tag.add('TR')));
  }
  const [repeats] = again;
  const body = rows.flatMap((parts, index) => {
    const kept = rows.length > 1 && (index === 0 || index === rows.length - 2);
    return parts.map((part, at): FlowItem => ({
      ...part,
      ...(repeats === undefined ? {} : { repeats }),
      keepWithNext: kept && at === parts.length - 1,
    }));
  });
  const [first, ...further] = header.map((part): FlowItem => ({ ...part, keepWithNext: true }));
  return [
    ...(first === undefined ? [] : [{ ...first, spaceBefore: SPACE_BEFORE }]),
    ...further,
    ...body,
    gap(SPACE_AFTER),
  ];
}

function columnBoxes(table: LetterTable, { body }: PageGeometry): Column[] {
  const width = Math.min(WIDEST, body.width);
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
  let right = body.left + (body.width + width) / 2;
  return table.columns.map(({ share, align = 'center' }) => {
    const own = (width * share) / shares;
    right -= own;
    return { left: right, width: own, align };
  });
}

/** A row, in one part or, when it is long, in several that pages may part. */
function setRow(
  texts: readonly string[],
  columns: readonly Column[],
  { setter }: FlowContext,
  style: RowStyle,
  row: Tag | null,
): FlowItem[] {
  const { table: size } = SIZES;
  const cells = columns.map((column, index): Cell => {
    const box = {
      ...column,
      left: column.left + CELL_PADDING.x,
      width: column.width - 2 * CELL_PADDING.x,
    };
    const lines = setter.set([texts[index] ?? ''], size, {
      width: box.width,
      weight: style.weight,
    });
    return { box, lines, tag: row?.add(style.tinted === true ? 'TH' : 'TD') ?? ARTIFACT };
  });
  const most = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const parts = Math.ceil(most / LINES_KEPT);
  const baseline = setter.baseline(size) + OPTICAL_DROP;
  return Array.from({ length: parts }, (_, part): FlowItem => {
    const from = part * LINES_KEPT;
    const count = Math.min(LINES_KEPT, most - from);
    const above = part === 0 ? CELL_PADDING.y : 0;
    const height = above + count * size.line + (part === parts - 1 ? CELL_PADDING.y : 0);
    return {
      height,
      spaceBefore: 0,
      keepWithNext: false,
      paint: (canvas, top) => {
        const edges = { top: part === 0, bottom: part === parts - 1 };
        paintGrid(canvas, columns, top, height, edges, style);
        for (const { box, lines, tag } of cells) {
          // A row in parts begins all its cells at its top.
          const drop = parts > 1 ? 0 : ((most - lines.length) * size.line) / 2;
          lines.slice(from, from + count).forEach((line, index) => {
            const at = top + above + drop + index * size.line + baseline;
            canvas.text(line, box, at, tag, box.align);
          });
        }
      },
    };
  });
}

function paintGrid(
  canvas: PageCanvas,
  columns: readonly Column[],
  top: number,
  height: number,
  edges: { readonly top: boolean; readonly bottom: boolean },
  { tinted }: RowStyle,
): void {
  const bottom = PAGE_HEIGHT - top - height;
  const right = Math.max(...columns.map((column) => column.left + column.width));
  const left = Math.min(...columns.map((column) => column.left));
  const across = (y: number): string =>
    strokePath(
      [
        [left - EDGE.width / 2, y],
        [right + EDGE.width / 2, y],
      ],
      EDGE,
    );
  const down = [...columns.map((column) => column.left), right].map((x) =>
    strokePath(
      [
        [x, bottom],
        [x, bottom + height],
      ],
      EDGE,
    ),
  );
  canvas.operators(
    (tinted === true
      ? fillRectangle({ x: left, y: bottom, width: right - left, height }, HEADER_TINT)
      : '') +
      down.join('') +
      (edges.top ? across(bottom + height) : '') +
      (edges.bottom ? across(bottom) : ''),
  );
}

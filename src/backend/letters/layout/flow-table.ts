import type { LetterTable } from '../../../domain/letters/letter-model.ts';
import type { Weight } from '../fonts/font-family.ts';
import { artifact, fillRectangle, strokeRectangle } from '../pdf/content.ts';
import type { FlowItem } from './flow.ts';
import type { Box } from './page-canvas.ts';
import {
  BODY_LEFT,
  BODY_WIDTH,
  HEADER_TINT,
  PAGE_HEIGHT,
  RULE,
  SIZES,
  mm,
} from './page-geometry.ts';
import type { TextSetter } from './text-setter.ts';

const TABLE_WIDTH = Math.min(mm(160), BODY_WIDTH);
const CELL_PADDING = { x: 6, y: 3.2 };
const LINE_WIDTH = 0.55;
/** Digits have no descenders: centred by their line box they look too high. */
const OPTICAL_DROP = 0.8;
const SPACE_BEFORE = mm(2.5);
const SPACE_AFTER = mm(3);

/** A centred table; its header row is repeated on each page and never stands with one row alone. */
export function tableFlow(table: LetterTable, setter: TextSetter): FlowItem[] {
  const columns = columnBoxes(table);
  const header = row(
    table.columns.map((column) => column.title),
    columns,
    setter,
    { weight: 'bold', tinted: true },
  );
  const rows = table.rows.map((cells) => row(cells, columns, setter, { weight: 'regular' }));
  if (table.total) rows.push(row(table.total, columns, setter, { weight: 'bold' }));
  const body = rows.map((item, index): FlowItem => ({
    ...item,
    repeats: header,
    keepWithNext: rows.length > 1 && (index === 0 || index === rows.length - 2),
  }));
  return [{ ...header, spaceBefore: SPACE_BEFORE, keepWithNext: true }, ...body, gap()];
}

function gap(): FlowItem {
  return { height: SPACE_AFTER, spaceBefore: 0, keepWithNext: false, paint: () => undefined };
}

function columnBoxes(table: LetterTable): Box[] {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
  let right = BODY_LEFT + (BODY_WIDTH + TABLE_WIDTH) / 2;
  return table.columns.map((column) => {
    const width = (TABLE_WIDTH * column.share) / shares;
    right -= width;
    return { left: right, width };
  });
}

function row(
  cells: readonly string[],
  columns: readonly Box[],
  setter: TextSetter,
  style: { readonly weight: Weight; readonly tinted?: boolean },
): FlowItem {
  const { table: size } = SIZES;
  const set = columns.map(({ left, width }, index) => {
    const box = { left: left + CELL_PADDING.x, width: width - 2 * CELL_PADDING.x };
    const text = cells[index] ?? '';
    return { box, lines: setter.set([text], size, { width: box.width, weight: style.weight }) };
  });
  const most = Math.max(1, ...set.map((cell) => cell.lines.length));
  const height = most * size.line + 2 * CELL_PADDING.y;
  const baseline = setter.baseline(size);
  return {
    height,
    spaceBefore: 0,
    keepWithNext: false,
    paint: (canvas, top) => {
      const bottom = PAGE_HEIGHT - top - height;
      canvas.operators(
        artifact(
          columns
            .map(({ left, width }) => {
              const ground =
                style.tinted === true
                  ? fillRectangle(left, bottom, width, height, HEADER_TINT)
                  : '';
              return ground + strokeRectangle(left, bottom, width, height, LINE_WIDTH, RULE);
            })
            .join(''),
        ),
      );
      for (const { box, lines } of set) {
        const first = top + (height - lines.length * size.line) / 2 + baseline + OPTICAL_DROP;
        lines.forEach((line, index) => canvas.text(line, box, first + index * size.line, 'center'));
      }
    },
  };
}

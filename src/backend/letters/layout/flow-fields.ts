import type { FormField, LetterBlock } from '../../../domain/letters/letter-model.ts';
import { strokePath } from '../pdf/content.ts';
import type { Tag } from '../pdf/tags.ts';
import type { Line } from '../text/line.ts';
import type { FlowContext } from './flow-blocks.ts';
import type { FlowItem } from './flow.ts';
import type { PageCanvas } from './page-canvas.ts';
import { FAINT, PAGE_HEIGHT, SIZES, mm, type Box } from './page-geometry.ts';
import type { TextSetter } from './text-setter.ts';

const COLUMN_GAP = mm(6);
/** Of two columns, text extraction reads the one that begins a hair higher first. */
const COLUMN_DROP = 0.5;
const LABEL_GAP = mm(1.2);
const SPACE_BEFORE = mm(1);
const DOTS = { width: 0.9, colour: FAINT, dots: 2.6 } as const;
/** A label that leaves less of its line than this to write on has the line under it. */
const LEAST_WRITING = mm(22);

interface SetField {
  readonly label: readonly Line[];
  readonly value: readonly Line[];
  /** Where the value begins: beside the last line of the label, or under it. */
  readonly valueLine: number;
  readonly valueBox: Box;
  readonly box: Box;
  readonly lines: number;
  readonly tag: Tag;
}

/** The lines of a form, in one or two columns from the right; dots where the hand is to fill in. */
export function fieldsFlow(
  { columns, items }: Extract<LetterBlock, { kind: 'fields' }>,
  context: FlowContext,
): FlowItem[] {
  const { page, setter, tags } = context;
  const width = (page.body.width - (columns - 1) * COLUMN_GAP) / columns;
  const rows: FlowItem[] = [];
  for (let from = 0; from < items.length; from += columns) {
    const fields = items.slice(from, from + columns).map((field, column) => {
      const left = page.body.left + page.body.width - width - column * (width + COLUMN_GAP);
      return setField(field, { left, width }, setter, tags.add('P'));
    });
    rows.push({
      ...fieldRow(fields, setter),
      spaceBefore: from === 0 ? SPACE_BEFORE : 0,
      keepWithNext: from === 0 && items.length > columns,
    });
  }
  return rows;
}

function fieldRow(
  fields: readonly SetField[],
  setter: TextSetter,
): Pick<FlowItem, 'height' | 'paint'> {
  const { body: size } = SIZES;
  return {
    height: Math.max(...fields.map(({ lines }) => lines)) * size.line,
    paint: (canvas, top) => {
      fields.forEach((field, column) => {
        paintField(canvas, field, top + column * COLUMN_DROP + setter.baseline(size));
      });
    },
  };
}

function paintField(canvas: PageCanvas, field: SetField, baseline: number): void {
  const { label, value, valueLine, valueBox, box, tag } = field;
  const { line: height } = SIZES.body;
  label.forEach((line, index) => canvas.text(line, box, baseline + index * height, tag));
  const from = baseline + valueLine * height;
  value.forEach((line, index) => canvas.text(line, valueBox, from + index * height, tag));
  if (value.length > 0) return;
  const y = PAGE_HEIGHT - from - 2;
  canvas.operators(
    strokePath(
      [
        [valueBox.left + valueBox.width, y],
        [valueBox.left, y],
      ],
      DOTS,
    ),
  );
}

function setField(field: FormField, box: Box, setter: TextSetter, tag: Tag): SetField {
  const { body: size } = SIZES;
  const label = setter.set([field.label], size, { width: box.width, weight: 'bold' });
  const taken = (label.at(-1)?.width ?? 0) + LABEL_GAP;
  const beside = box.width - taken >= LEAST_WRITING;
  const valueBox = { left: box.left, width: beside ? box.width - taken : box.width };
  const value =
    field.value === null
      ? []
      : setter.set(field.value, size, { width: valueBox.width, direction: 'rtl' });
  const valueLine = Math.max(0, beside ? label.length - 1 : label.length);
  return {
    label,
    value,
    valueLine,
    valueBox,
    box,
    lines: valueLine + Math.max(1, value.length),
    tag,
  };
}

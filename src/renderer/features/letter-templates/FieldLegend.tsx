import type { TemplateBlock } from '../../../domain/letters/letter-template.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useEditor } from './editor-context.ts';
import { fieldNamed } from './template-fields.ts';
import { mentionedFields } from './text-marks.ts';

/** What the fields of a block mean, a name and its words each. */
export function FieldLegend({ block }: { block: TemplateBlock }) {
  const t = useT();
  const { fields } = useEditor();
  const named = mentionedFields(textsOf(block)).flatMap((name) => {
    const field = fieldNamed(fields, name);
    return field === undefined ? [] : [field];
  });
  if (named.length === 0) return null;
  return (
    <p className="tpl-legend">
      {named.map(({ name, meaning }) => (
        <span key={name}>
          <bdi className="mono">{name}</bdi> {meaning[t.language].replace(/[،:,].*$/, '')}
        </span>
      ))}
    </p>
  );
}

function textsOf(block: TemplateBlock): readonly string[] {
  switch (block.kind) {
    case 'numbered':
    case 'bullets':
    case 'checklist':
      return block.items.map(({ text }) => text);
    case 'fields':
      return block.items.flatMap(({ label, value }) => [label, value ?? '']);
    case 'table':
      return [
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap(({ cells }) => cells),
        ...(block.total?.cells ?? []),
      ];
    case 'signature':
      return [];
    default:
      return [block.text];
  }
}

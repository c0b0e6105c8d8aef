import { assertNever } from '../shared/assert-never.ts';
import { fieldText } from './field-text.ts';
import { isolateFigures } from './isolate-figures.ts';
import {
  richTextToString,
  type FormField,
  type LetterBlock,
  type RichText,
  type TextSpan,
} from './letter-model.ts';
import type {
  PartCondition,
  Repeated,
  TemplateBlock,
  TemplateFormField,
  TemplateRow,
  TemplateText,
} from './letter-template.ts';
import type { FactRow, Facts, FieldCatalogue, FieldDefinition } from './template-fields.ts';
import { parseTemplateText, type TextNode } from './template-text.ts';

/** Names that a text may use where it stands, with their values: inside a list those of its row too. */
export interface Scope {
  readonly fields: FieldCatalogue;
  readonly facts: Facts;
}

/**
 * The text with its values. @throws Error where a value is missing or the text is broken: such a template was never
 * saved.
 */
export function fillText(text: TemplateText, scope: Scope): RichText {
  return joinSpans(spansOf(nodesOf(text), scope));
}

/** {@link fillText} where no letters are bold: titles, cells. */
export function fillPlain(text: TemplateText, scope: Scope): string {
  return richTextToString(fillText(text, scope));
}

/** The block with its values; none where its condition does not hold or its list is empty. */
export function fillBlock(
  block: Exclude<TemplateBlock, { kind: 'signature' }>,
  scope: Scope,
): LetterBlock[] {
  if (!holds(block, scope)) return [];
  switch (block.kind) {
    case 'heading':
    case 'section':
    case 'paragraph':
    case 'note':
      return scopesOf(block, scope).map((row) => ({
        kind: block.kind,
        text: fillText(block.text, row),
      }));
    case 'numbered': {
      const items = linesOf(block.items, scope).map((text, index) => ({
        marker: `${index + 1}.`,
        text,
      }));
      return items.length === 0 ? [] : [{ kind: 'numbered', items }];
    }
    case 'bullets': {
      const items = linesOf(block.items, scope);
      return items.length === 0 ? [] : [{ kind: 'bullets', items }];
    }
    case 'checklist': {
      const items = block.items.flatMap((item) =>
        holding(item, scope).map((row) => ({
          text: fillText(item.text, row),
          done: item.done !== undefined && row.facts[item.done] === true,
        })),
      );
      return items.length === 0 ? [] : [{ kind: 'checklist', items }];
    }
    case 'fields': {
      const items = block.items
        .filter((item) => holds(item, scope))
        .map((item) => formField(item, scope));
      return items.length === 0 ? [] : [{ kind: 'fields', columns: block.columns, items }];
    }
    case 'table': {
      const rows = block.rows.flatMap((row) => cellsOf(row, scope));
      if (rows.length === 0) return [];
      const { total } = block;
      return [
        {
          kind: 'table',
          columns: block.columns.map(({ title, share, align }) => ({
            title: fillPlain(title, scope),
            share,
            ...(align === undefined ? {} : { align }),
          })),
          rows,
          total:
            total !== undefined && holds(total, scope)
              ? total.cells.map((cell) => fillPlain(cell, scope))
              : null,
        },
      ];
    }
    default:
      return assertNever(block);
  }
}

function linesOf(
  items: readonly (PartCondition & Repeated & { readonly text: TemplateText })[],
  scope: Scope,
): RichText[] {
  return items.flatMap((item) => holding(item, scope).map((row) => fillText(item.text, row)));
}

function cellsOf(row: TemplateRow, scope: Scope): string[][] {
  return holding(row, scope).map((one) => row.cells.map((cell) => fillPlain(cell, one)));
}

/** A line of a form whose field holds nothing is left to write on. */
function formField({ label, value }: TemplateFormField, scope: Scope): FormField {
  const nodes = value === null ? [] : nodesOf(value);
  const isBlank =
    nodes.length === 0 ||
    nodes.some((node) => node.kind === 'field' && scope.facts[node.name] === null);
  return {
    label: fillPlain(label, scope),
    value: isBlank ? null : joinSpans(spansOf(nodes, scope)),
  };
}

/** The scope once, or once for each row of the list, as far as the part's condition holds. */
function holding(part: PartCondition & Repeated, scope: Scope): Scope[] {
  return scopesOf(part, scope).filter((row) => holds(part, row));
}

function scopesOf({ each }: Repeated, scope: Scope): Scope[] {
  if (each === undefined) return [scope];
  const list = scope.fields[each];
  const rows = scope.facts[each];
  if (list?.type !== 'list' || !Array.isArray(rows)) throw new Error(`No list ${each}`);
  const fields = { ...scope.fields, ...list.row };
  return (rows as readonly FactRow[]).map((row) => ({ fields, facts: { ...scope.facts, ...row } }));
}

function holds({ when, unless }: PartCondition, { facts }: Scope): boolean {
  if (when !== undefined && !isThere(facts[when])) return false;
  return unless === undefined || !isThere(facts[unless]);
}

function isThere(value: Facts[string] | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== false;
}

function nodesOf(text: TemplateText): readonly TextNode[] {
  const parsed = parseTemplateText(text);
  if (!parsed.ok) throw new Error(`A broken template text: ${parsed.error.code}`);
  return parsed.value;
}

function spansOf(nodes: readonly TextNode[], scope: Scope): TextSpan[] {
  return nodes.flatMap((node): TextSpan[] => {
    switch (node.kind) {
      case 'words':
        return [spanOf(isolateFigures(node.text), node.strong)];
      case 'field':
        return [spanOf(valueText(node.name, node.format, scope), node.strong)];
      case 'choice':
        return spansOf(isChosen(node.name, scope) ? node.yes : node.no, scope);
      default:
        return assertNever(node);
    }
  });
}

function valueText(name: string, format: string | null, { fields, facts }: Scope): string {
  const field: FieldDefinition | undefined = fields[name];
  const value = facts[name];
  if (field === undefined || (typeof value !== 'string' && typeof value !== 'number')) {
    throw new Error(`No value for the field ${name}`);
  }
  return fieldText(field.type, value, format);
}

function isChosen(name: string, { fields, facts }: Scope): boolean {
  if (fields[name]?.type === 'gender') return facts[name] === 'male';
  return isThere(facts[name]);
}

function spanOf(text: string, strong: boolean): TextSpan {
  return strong ? { strong: text } : text;
}

/** Neighbours of one weight as one span: the engine shapes a span at a time. */
function joinSpans(spans: readonly TextSpan[]): RichText {
  const joined: TextSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (typeof span === 'string') {
      if (typeof last === 'string') joined.splice(-1, 1, last + span);
      else if (span !== '') joined.push(span);
    } else if (typeof last === 'object') {
      joined.splice(-1, 1, { strong: last.strong + span.strong });
    } else if (span.strong !== '') {
      joined.push(span);
    }
  }
  return joined.length === 0 ? [''] : joined;
}

import { fieldsOfKind } from './kinds/all-kinds.ts';
import type {
  LetterTemplate,
  PartCondition,
  Repeated,
  TemplateBlock,
  TemplateText,
} from './letter-template.ts';
import { checkCharacters } from './template-characters.ts';
import { FIELD_FORMATS, type FieldCatalogue, type FieldDefinition } from './template-fields.ts';
import { parseTemplateText, type TextNode } from './template-text.ts';
import { TEMPLATE_LIMITS, type ProblemCode, type TemplateProblem } from './template-problem.ts';

/** Whether the faces of letters have a character. */
export type Covers = (character: string) => boolean;

/**
 * Everything for which a template is refused; empty for one that prints whatever the data of its kind are.
 * @param covers Leaves the characters unchecked where it is not given.
 */
export function checkTemplate(template: LetterTemplate, covers?: Covers): TemplateProblem[] {
  const checker = new TemplateChecker(fieldsOfKind(template.kind), covers);
  checker.check(template);
  return checker.problems;
}

/** What is known where a text stands: the fields it may name, and which of them hold something. */
interface Place {
  readonly block: number | null;
  readonly part: string;
  readonly fields: FieldCatalogue;
  readonly present: ReadonlySet<string>;
  /** Conditions under which the text is printed at all. */
  readonly under: readonly string[];
}

class TemplateChecker {
  readonly problems: TemplateProblem[] = [];
  readonly #fields: FieldCatalogue;
  readonly #covers: Covers | undefined;
  /** Fields that the letter names wherever they hold something. */
  readonly #said = new Set<string>();

  constructor(fields: FieldCatalogue, covers: Covers | undefined) {
    this.#fields = fields;
    this.#covers = covers;
  }

  check({ title, subject, blocks }: LetterTemplate): void {
    for (const [part, text] of [
      ['title.ar', title.ar],
      ['title.en', title.en],
    ] as const) {
      this.#checkWords(text, this.#place(null, part), TEMPLATE_LIMITS.title);
    }
    this.#checkText(subject, this.#place(null, 'subject'), TEMPLATE_LIMITS.subject);
    if (blocks.length === 0) this.#report('NO_BLOCKS', this.#place(null, 'blocks'));
    if (blocks.length > TEMPLATE_LIMITS.blocks) {
      this.#report('TOO_MANY', this.#place(null, 'blocks'), { limit: TEMPLATE_LIMITS.blocks });
    }
    if (blocks.filter(({ kind }) => kind === 'signature').length > 1) {
      this.#report('TWO_SIGNATURES', this.#place(null, 'blocks'));
    }
    blocks.forEach((block, index) => {
      this.#checkBlock(block, this.#place(index, 'block'));
    });
    for (const [name, { requiredBy }] of Object.entries(this.#fields)) {
      if (requiredBy !== undefined && !this.#said.has(name)) {
        this.#report('REQUIRED_FIELD_MISSING', this.#place(null, 'blocks'), {
          field: name,
          requiredBy,
        });
      }
    }
  }

  #place(block: number | null, part: string): Place {
    return { block, part, fields: this.#fields, present: new Set(), under: [] };
  }

  #checkBlock(block: TemplateBlock, at: Place): void {
    if (block.kind === 'signature') return;
    const place = this.#under(block, at);
    switch (block.kind) {
      case 'heading':
      case 'section':
      case 'paragraph':
      case 'note':
        this.#checkText(block.text, this.#inRow(block, { ...place, part: 'text' }));
        return;
      case 'numbered':
      case 'bullets':
      case 'checklist':
        this.#checkCount(block.items, place, 'items');
        block.items.forEach((item, index) => {
          const row = this.#inRow(item, { ...place, part: `items.${index}` });
          const under = this.#under(item, row);
          this.#checkText(item.text, under);
          const done = 'done' in item ? item.done : undefined;
          if (typeof done === 'string') this.#checkFlag(done, under);
        });
        return;
      case 'fields':
        this.#checkCount(block.items, place, 'items');
        block.items.forEach((item, index) => {
          const under = this.#under(item, { ...place, part: `items.${index}` });
          this.#checkText(item.label, { ...under, part: `items.${index}.label` });
          // A field without a value leaves a line to write on.
          if (item.value !== null) {
            this.#checkText(
              item.value,
              { ...under, part: `items.${index}.value` },
              undefined,
              true,
            );
          }
        });
        return;
      case 'table':
        this.#checkTable(block, place);
    }
  }

  #checkTable(table: Extract<TemplateBlock, { kind: 'table' }>, place: Place): void {
    this.#checkCount(table.columns, place, 'columns', TEMPLATE_LIMITS.columns);
    this.#checkCount(table.rows, place, 'rows');
    table.columns.forEach(({ title }, index) => {
      this.#checkText(title, { ...place, part: `columns.${index}` }, TEMPLATE_LIMITS.cell);
    });
    const checkCells = (cells: readonly TemplateText[], row: Place): void => {
      if (cells.length !== table.columns.length) {
        this.#report('CELLS_DIFFER', row, {
          columns: table.columns.length,
          cells: cells.length,
        });
      }
      cells.forEach((cell, index) => {
        const at = { ...row, part: `${row.part}.cells.${index}` };
        if (cell.trim() === '') return;
        this.#checkText(cell, at, TEMPLATE_LIMITS.cell);
      });
      if (cells.every((cell) => cell.trim() === '')) this.#report('EMPTY', row);
    };
    table.rows.forEach((row, index) => {
      const inRow = this.#inRow(row, { ...place, part: `rows.${index}` });
      checkCells(row.cells, this.#under(row, inRow));
    });
    if (table.total) {
      checkCells(table.total.cells, this.#under(table.total, { ...place, part: 'total' }));
    }
  }

  #checkCount(
    items: readonly unknown[],
    place: Place,
    part: string,
    limit: number = TEMPLATE_LIMITS.items,
  ): void {
    if (items.length === 0) this.#report('EMPTY', { ...place, part });
    if (items.length > limit) this.#report('TOO_MANY', { ...place, part }, { limit });
  }

  /** Inside a list its row's fields may be named too, and the list is not empty. */
  #inRow({ each }: Repeated, place: Place): Place {
    if (each === undefined) return place;
    const list = place.fields[each];
    if (list?.type !== 'list') {
      this.#report(list === undefined ? 'UNKNOWN_FIELD' : 'NOT_A_LIST', place, { field: each });
      return place;
    }
    return {
      ...place,
      fields: { ...place.fields, ...list.row },
      present: new Set([...place.present, each]),
      under: [...place.under, each],
    };
  }

  #under({ when, unless }: PartCondition, place: Place): Place {
    const under = [...place.under];
    const present = new Set(place.present);
    for (const name of [when, unless]) {
      if (name === undefined) continue;
      this.#checkCondition(name, place);
      under.push(name);
    }
    if (when !== undefined) present.add(when);
    return { ...place, present, under };
  }

  #checkCondition(name: string, place: Place): void {
    const field = place.fields[name];
    if (field === undefined) this.#report('UNKNOWN_FIELD', place, { field: name });
    else if (!isConditional(field)) this.#report('ALWAYS_THERE', place, { field: name });
  }

  #checkFlag(name: string, place: Place): void {
    const field = place.fields[name];
    if (field === undefined) this.#report('UNKNOWN_FIELD', place, { field: name });
    else if (field.type !== 'flag') this.#report('NOT_A_FLAG', place, { field: name });
  }

  #checkText(
    text: TemplateText,
    place: Place,
    limit: number = TEMPLATE_LIMITS.text,
    mayBeBlank = false,
  ): void {
    this.#checkWords(text, place, limit);
    const parsed = parseTemplateText(text);
    if (!parsed.ok) {
      this.#report(parsed.error.code, place, parsed.error.details);
      return;
    }
    this.#checkNodes(parsed.value, place, mayBeBlank);
  }

  #checkWords(text: string, place: Place, limit: number): void {
    if (text.trim() === '') this.#report('EMPTY', place);
    if (text.length > limit) this.#report('TOO_LONG', place, { limit });
    for (const { code, details } of checkCharacters(text, this.#covers)) {
      this.#report(code, place, details);
    }
  }

  #checkNodes(nodes: readonly TextNode[], place: Place, mayBeBlank: boolean): void {
    for (const node of nodes) {
      if (node.kind === 'field') this.#checkField(node, place, mayBeBlank);
      if (node.kind === 'choice') this.#checkChoice(node, place);
    }
  }

  #checkField(
    { name, format }: Extract<TextNode, { kind: 'field' }>,
    place: Place,
    mayBeBlank: boolean,
  ): void {
    const field = place.fields[name];
    if (field === undefined) {
      const list = listWithRowField(place.fields, name);
      if (list === null) this.#report('UNKNOWN_FIELD', place, { field: name });
      else this.#report('EACH_MISSING', place, { field: name, list });
      return;
    }
    if (field.type === 'list' || field.type === 'flag' || field.type === 'gender') {
      this.#report('NOT_PRINTED', place, { field: name, type: field.type });
      return;
    }
    if (format !== null && FIELD_FORMATS[field.type]?.includes(format) !== true) {
      this.#report('UNKNOWN_FORMAT', place, { field: name, format });
    }
    if (field.optional === true && !mayBeBlank && !place.present.has(name)) {
      this.#report('OPTIONAL_WITHOUT_WHEN', place, { field: name });
    }
    this.#saidUnder(name, place);
  }

  #checkChoice({ name, yes, no }: Extract<TextNode, { kind: 'choice' }>, place: Place): void {
    const field = place.fields[name];
    if (field === undefined) this.#report('UNKNOWN_FIELD', place, { field: name });
    else if (field.type !== 'gender' && !isConditional(field)) {
      this.#report('ALWAYS_THERE', place, { field: name });
    }
    if (yes.length === 0 && no.length === 0) this.#report('EMPTY_CHOICE', place, { field: name });
    const under = [...place.under, name];
    const present = new Set([...place.present, name]);
    this.#checkNodes(yes, { ...place, under, present }, false);
    this.#checkNodes(no, { ...place, under }, false);
  }

  /** A required field counts where nothing but itself decides whether it is printed, a list where its rows say something. */
  #saidUnder(name: string, place: Place): void {
    const said = Object.hasOwn(this.#fields, name) ? name : listWithRowField(this.#fields, name);
    if (said === null) return;
    const alongside = this.#fields[said]?.alongside;
    if (place.under.every((condition) => condition === said || condition === alongside)) {
      this.#said.add(said);
    }
  }

  #report(
    code: ProblemCode,
    { block, part }: Place,
    details: TemplateProblem['details'] = {},
  ): void {
    this.problems.push({ code, block, part, details });
  }
}

/** What a letter may not hold: conditions and choices may ask for it. */
function isConditional(field: FieldDefinition): boolean {
  return field.optional === true || field.type === 'flag' || field.type === 'list';
}

function listWithRowField(fields: FieldCatalogue, name: string): string | null {
  for (const [list, field] of Object.entries(fields)) {
    if (field.type === 'list' && Object.hasOwn(field.row, name)) return list;
  }
  return null;
}

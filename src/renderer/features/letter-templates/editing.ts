import type { LetterTemplate, TemplateBlock } from '../../../domain/letters/letter-template.ts';

/** A block with a name of its own, so that it stays itself when others move. */
export interface EditedBlock {
  readonly id: number;
  readonly block: TemplateBlock;
}

export interface EditedTemplate extends Omit<LetterTemplate, 'blocks'> {
  readonly blocks: readonly EditedBlock[];
}

/** Where something of a template stands, as its problems say it: `{ block: 2, part: 'items.0' }`. */
export interface Place {
  /** Index of the block; null for title, subject and the template as a whole. */
  readonly block: number | null;
  readonly part: string;
}

interface Step {
  readonly template: EditedTemplate;
  /** What was changed after it. */
  readonly place: Place;
}

/** A template under change with its way back and forth: pure values, so that undoing is choosing another one. */
export interface Editing {
  readonly past: readonly Step[];
  readonly present: EditedTemplate;
  readonly future: readonly Step[];
  /** The place that is being typed in, and since when nothing else was done, milliseconds. */
  readonly typing: { readonly place: string; readonly at: number } | null;
}

/** Typing in one place is one step as long as its pauses are shorter, milliseconds. */
const TYPING_PAUSE = 1000;
const LONGEST_HISTORY = 300;

export function beginEditing(template: LetterTemplate): Editing {
  return {
    past: [],
    present: { ...template, blocks: template.blocks.map((block, id) => ({ id, block })) },
    future: [],
    typing: null,
  };
}

/** The template as it is saved. */
export function templateOf({ blocks, ...rest }: EditedTemplate): LetterTemplate {
  return { ...rest, blocks: blocks.map(({ block }) => block) };
}

/**
 * One step further.
 * @param at The time now, milliseconds.
 * @param isTyping Joins the step with the one before when that was typing in the same place just now.
 */
export function changeTo(
  editing: Editing,
  next: EditedTemplate,
  {
    place,
    at,
    isTyping,
  }: { readonly place: Place; readonly at: number; readonly isTyping: boolean },
): Editing {
  const name = placeName(place);
  const joins =
    isTyping &&
    editing.typing !== null &&
    editing.typing.place === name &&
    at - editing.typing.at < TYPING_PAUSE;
  return {
    past: joins
      ? editing.past
      : [...editing.past, { template: editing.present, place }].slice(-LONGEST_HISTORY),
    present: next,
    future: [],
    typing: isTyping ? { place: name, at } : null,
  };
}

/** The step back, with the place that it changed; null where there is none. */
export function undo(editing: Editing): { editing: Editing; place: Place } | null {
  const last = editing.past.at(-1);
  if (last === undefined) return null;
  const { template, place } = last;
  return {
    place,
    editing: {
      past: editing.past.slice(0, -1),
      present: template,
      future: [{ template: editing.present, place }, ...editing.future],
      typing: null,
    },
  };
}

export function redo(editing: Editing): { editing: Editing; place: Place } | null {
  const [next, ...future] = editing.future;
  if (next === undefined) return null;
  const { template, place } = next;
  return {
    place,
    editing: {
      past: [...editing.past, { template: editing.present, place }],
      present: template,
      future,
      typing: null,
    },
  };
}

/** `2/items.0`; `/subject` for what is in no block. */
export function placeName({ block, part }: Place): string {
  return `${block ?? ''}/${part}`;
}

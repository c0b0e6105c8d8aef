import type { LetterKind } from '../../../domain/letters/letter-kinds.ts';
import { sameWords, type LetterTemplate } from '../../../domain/letters/letter-template.ts';
import type { SampleSize } from '../../../domain/letters/samples/sample-head.ts';
import { createOfficerStore } from '../../lib/officer-store.ts';
import {
  beginEditing,
  changeTo,
  redo,
  templateOf,
  undo,
  type EditedTemplate,
  type Editing,
  type Place,
} from './editing.ts';

/** The version that editing began with. */
export interface TemplateBase {
  readonly template: LetterTemplate;
  /** The version before the eyes, and what `save` expects. */
  readonly version: number;
  readonly newestVersion: number;
}

export interface Draft {
  readonly kind: LetterKind;
  readonly base: TemplateBase;
  readonly editing: Editing;
}

interface TemplatesStore {
  readonly search: string;
  readonly size: SampleSize;
  /** The branch's own where it is null. */
  readonly digits: 'latin' | 'arabic-indic' | null;
  /** One at a time: leaving it with changes asks first. */
  readonly draft: Draft | null;
}

export const useTemplatesStore = createOfficerStore<TemplatesStore>(() => ({
  search: '',
  size: 'normal',
  digits: null,
  draft: null,
}));

export function beginDraft(kind: LetterKind, base: TemplateBase): void {
  useTemplatesStore.setState({ draft: { kind, base, editing: beginEditing(base.template) } });
}

export function dropDraft(): void {
  useTemplatesStore.setState({ draft: null });
}

/** Goes on with what is written, over a version that somebody saved meanwhile. */
export function rebaseDraft(base: TemplateBase): void {
  useTemplatesStore.setState(({ draft }) => ({ draft: draft && { ...draft, base } }));
}

export function changeDraft(next: EditedTemplate, place: Place, isTyping = false): void {
  useTemplatesStore.setState(({ draft }) => {
    if (draft === null) return {};
    const editing = changeTo(draft.editing, next, { place, at: Date.now(), isTyping });
    return { draft: { ...draft, editing } };
  });
}

/** The place that was changed back; null where nothing was. */
export function undoDraft(): Place | null {
  return step(undo);
}

export function redoDraft(): Place | null {
  return step(redo);
}

export function isChanged({ base, editing }: Draft): boolean {
  return !sameWords(base.template, templateOf(editing.present));
}

function step(go: typeof undo): Place | null {
  const { draft } = useTemplatesStore.getState();
  const gone = draft === null ? null : go(draft.editing);
  if (draft === null || gone === null) return null;
  useTemplatesStore.setState({ draft: { ...draft, editing: gone.editing } });
  return gone.place;
}

import { createContext, useContext } from 'react';
import type { CatalogueField } from '../../../contract/letter-templates.ts';
import type { EditedTemplate, Place } from './editing.ts';
import type { FieldScope } from './template-fields.ts';
import type { ChosenText } from './text-edits.ts';

/** The text that the caret was in last: where fields go and what is made bold. */
export interface ActiveText {
  readonly scope: FieldScope;
  /** False once its block is gone. */
  readonly isThere: () => boolean;
  readonly read: () => ChosenText;
  /** Replaces the text, and chooses within it. */
  readonly write: (text: ChosenText) => void;
}

/** What the parts of the editor share. */
interface EditorTools {
  readonly fields: readonly CatalogueField[];
  /** The template as it stands. */
  readonly template: EditedTemplate;
  readonly change: (next: EditedTemplate, place: Place, isTyping?: boolean) => void;
  /** Puts the caret there once it is drawn. */
  readonly goTo: (place: Place) => void;
  readonly hasProblem: (place: Place) => boolean;
  readonly activate: (text: ActiveText) => void;
}

export const EditorContext = createContext<EditorTools | null>(null);

export function useEditor(): EditorTools {
  const tools = useContext(EditorContext);
  if (tools === null) throw new Error('No editor around');
  return tools;
}

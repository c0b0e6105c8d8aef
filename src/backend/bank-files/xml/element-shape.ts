import type { RecordStart } from '../line-draft.ts';

/** What a shape may know of a start tag. */
export interface ElementTag {
  readonly attributes: Readonly<Record<string, { readonly value: string }>>;
}

/**
 * A reader says which elements it understands as a tree of shapes; everything else in the file is checked and skipped.
 * Elements are matched by local name: banks send no namespace, odd prefixes and national variants of the schema.
 */
export interface ElementShape {
  /** An element that a file repeats very often. */
  readonly record?: true;
  readonly children?: Readonly<Record<string, ElementShape>>;
  /** At the start tag. `at` is where the element begins. */
  readonly open?: (at: RecordStart, tag: ElementTag) => void;
  /** At the end tag, with the element's own text, trimmed; not called for blank text. */
  readonly text?: (text: string, tag: ElementTag) => void;
  /** At the end tag, after `text`. `end` is the byte offset behind it. */
  readonly close?: (end: number) => void;
}

export interface CompiledShape {
  readonly record: boolean;
  /** Whether a child of it is a record. */
  readonly holdsRecords: boolean;
  readonly children: ReadonlyMap<string, CompiledShape>;
  readonly open: ElementShape['open'];
  readonly text: ElementShape['text'];
  readonly close: ElementShape['close'];
}

export function compileShape(shape: ElementShape): CompiledShape {
  const children = Object.entries(shape.children ?? {});
  return {
    record: shape.record ?? false,
    holdsRecords: children.some(([, child]) => child.record ?? false),
    children: new Map(children.map(([name, child]) => [name, compileShape(child)])),
    open: shape.open,
    text: shape.text,
    close: shape.close,
  };
}

/** A shape for nested containers that only lead to `leaf`: `path('Rsn', 'Cd')`. */
export function atPath(path: readonly string[], leaf: ElementShape): ElementShape {
  return path.reduceRight<ElementShape>((child, name) => ({ children: { [name]: child } }), leaf);
}

/** Several shapes as one; where two have the same child, their children are joined. */
export function joinShapes(...shapes: readonly ElementShape[]): ElementShape {
  const children: Record<string, ElementShape> = {};
  let joined: ElementShape = {};
  for (const shape of shapes) {
    joined = { ...joined, ...shape };
    for (const [name, child] of Object.entries(shape.children ?? {})) {
      const known = children[name];
      children[name] = known ? joinShapes(known, child) : child;
    }
  }
  return { ...joined, children };
}

/** Calls `set` with the text at each of the paths (`'Rsn/Cd'`), whichever the file's version uses. */
export function textAt(set: (text: string) => void, ...paths: readonly string[]): ElementShape {
  return joinShapes(...paths.map((path) => atPath(path.split('/'), { text: set })));
}

export interface TextMark {
  readonly text: string;
  /** `choice` the signs that choose words by a field, `bold` the stars around bold words. */
  readonly kind: 'words' | 'field' | 'choice' | 'unknown' | 'bold';
}

const PARTS = /\*\*|\{([a-zA-Z][a-zA-Z0-9]*)(?::[a-zA-Z]*)?\}|\{([a-zA-Z][a-zA-Z0-9]*)\||[|{}]/g;

/**
 * The text cut where its ground changes, every character kept: what is painted behind the text while it is written. It
 * takes broken texts as they are; whether they are right is said by the check.
 */
export function textMarks(text: string, known: ReadonlySet<string>): readonly TextMark[] {
  const marks: TextMark[] = [];
  let depth = 0;
  let done = 0;
  const add = (kind: TextMark['kind'], part: string): void => {
    if (part !== '') marks.push({ kind, text: part });
  };
  for (const found of text.matchAll(PARTS)) {
    const [part, field, chooser] = found;
    if (part === '|' && depth === 0) continue;
    add('words', text.slice(done, found.index));
    done = found.index + part.length;
    if (part === '**') add('bold', part);
    else if (field !== undefined) add(known.has(field) ? 'field' : 'unknown', part);
    else if (chooser !== undefined) {
      depth += 1;
      add(known.has(chooser) ? 'choice' : 'unknown', part);
    } else if (depth > 0 && part !== '{') {
      if (part === '}') depth -= 1;
      add('choice', part);
    } else add('unknown', part);
  }
  add('words', text.slice(done));
  return marks;
}

/** The names of the fields that texts mention, each once, in their order. */
export function mentionedFields(texts: readonly string[]): readonly string[] {
  return [
    ...new Set(
      texts.flatMap((text) =>
        [...text.matchAll(/\{([a-zA-Z][a-zA-Z0-9]*)/g)].map(([, name]) => name ?? ''),
      ),
    ),
  ];
}

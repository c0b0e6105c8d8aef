import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

export type TextNode =
  | { readonly kind: 'words'; readonly text: string; readonly strong: boolean }
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly format: string | null;
      readonly strong: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly yes: readonly TextNode[];
      readonly no: readonly TextNode[];
    };

export const TEXT_FAULTS = ['UNBALANCED_BRACES', 'UNBALANCED_BOLD', 'EMPTY_FIELD_NAME'] as const;
export type TextFault = (typeof TEXT_FAULTS)[number];

const NAME = /^[a-zA-Z][a-zA-Z0-9]*$/;

/**
 * The parts of a template's text; choices may hold fields and further choices.
 * Errors: UNBALANCED_BRACES, UNBALANCED_BOLD, EMPTY_FIELD_NAME, each with `at`, the position of the fault.
 */
export function parseTemplateText(text: string): Result<readonly TextNode[], Refusal<TextFault>> {
  const reader = new TextReader(text);
  const nodes = reader.nodes(false);
  const fault =
    reader.fault ??
    (reader.strong ? { code: 'UNBALANCED_BOLD' as const, at: text.lastIndexOf('**') } : null);
  return fault === null ? ok(nodes) : refuse(fault.code, { at: fault.at });
}

class TextReader {
  readonly #text: string;
  #at = 0;
  strong = false;
  fault: { readonly code: TextFault; readonly at: number } | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  nodes(inChoice: boolean): TextNode[] {
    const found: TextNode[] = [];
    let words = '';
    const keepWords = (): void => {
      if (words !== '') found.push({ kind: 'words', text: words, strong: this.strong });
      words = '';
    };
    while (this.#at < this.#text.length) {
      const sign = this.#text[this.#at];
      if (this.#text.startsWith('**', this.#at)) {
        keepWords();
        this.strong = !this.strong;
        this.#at += 2;
      } else if (sign === '{') {
        keepWords();
        const placeholder = this.#placeholder();
        if (placeholder) found.push(placeholder);
      } else if (inChoice && (sign === '}' || sign === '|')) {
        break;
      } else if (sign === '}') {
        this.#fail('UNBALANCED_BRACES', this.#at);
      } else {
        words += sign;
        this.#at += 1;
      }
    }
    keepWords();
    return found;
  }

  #placeholder(): TextNode | null {
    const open = this.#at;
    const inside = /^\{([^{}|:]*)/.exec(this.#text.slice(open));
    const name = inside?.[1] ?? '';
    this.#at = open + 1 + name.length;
    const next = this.#text[this.#at];
    if (next === undefined || next === '{') return this.#fail('UNBALANCED_BRACES', open);
    if (!NAME.test(name)) return this.#fail('EMPTY_FIELD_NAME', open);
    if (next === '|') return this.#choice(name, open);
    const rest = /^(?::([a-zA-Z]*))?\}/.exec(this.#text.slice(this.#at));
    if (!rest) return this.#fail('UNBALANCED_BRACES', open);
    this.#at += rest[0].length;
    return { kind: 'field', name, format: rest[1] ?? null, strong: this.strong };
  }

  #choice(name: string, open: number): TextNode | null {
    const branches: TextNode[][] = [];
    while (this.#text[this.#at] === '|') {
      this.#at += 1;
      const { strong } = this;
      branches.push(this.nodes(true));
      if (this.strong !== strong) return this.#fail('UNBALANCED_BOLD', open);
    }
    if (this.#text[this.#at] !== '}' || branches.length > 2) {
      return this.#fail('UNBALANCED_BRACES', open);
    }
    this.#at += 1;
    return { kind: 'choice', name, yes: branches[0] ?? [], no: branches[1] ?? [] };
  }

  /** The first fault is the one told; nothing after it is read. */
  #fail(code: TextFault, at: number): null {
    this.fault ??= { code, at };
    this.#at = this.#text.length;
    return null;
  }
}

import type { CompiledShape, ElementTag } from './element-shape.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BLANK = 0x20;
const QUOTE = 0x22;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;
const BRACKET = 0x5d;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;

const MOST_ATTRIBUTES = 8;
const LONGEST_NAME = 100;
const NO_ATTRIBUTES: ElementTag = { attributes: {} };
const NAME = /^[A-Za-z_][A-Za-z0-9._-]*(?::[A-Za-z_][A-Za-z0-9._-]*)?$/;

type Attributes = Record<string, { readonly value: string }>;

/** One call of a shape that a record leads to; places are indexes into the chunk. */
interface Call {
  kind: 'open' | 'text' | 'close';
  shape: CompiledShape;
  from: number;
  to: number;
  /** Line feeds between the start of the record and `from`. */
  lines: number;
  tag: ElementTag;
}

/** A start tag that was met, to be known again at the same place of the next record. */
interface KnownStart {
  readonly parent: CompiledShape | null;
  readonly name: string;
  readonly codes: Uint16Array;
  readonly length: number;
  readonly shape: CompiledShape | null;
}

/**
 * Reads records (elements that repeat by the hundred thousand) written in plain markup: start and end tags, text, simple
 * attributes. That subset is checked whole, as strictly as the parser does it, and needs a fraction of its time, since the
 * records of one file name the same elements in the same order. Whatever is not plain (an entity, a comment, CDATA, a
 * declaration, a control character, anything malformed, a record that the chunk cuts) is answered with -1 and left to the
 * parser: nothing is decided here about what is wrong.
 */
export class PlainRecords {
  readonly #maxText: number;
  readonly #maxDepth: number;
  readonly #calls: Call[] = [];
  #used = 0;
  #record: KnownStart | null = null;
  #prefix = '';
  /** The start tags inside the record before, in their order. */
  readonly #trail: KnownStart[] = [];
  readonly #open: KnownStart[] = [];
  readonly #tags: ElementTag[] = [];
  #text = '';
  /** The chunk's UTF-16 code units, with a zero behind the last: an array of numbers is read several times faster than text. */
  #codes = new Uint16Array(1);
  #attributes: ElementTag = NO_ATTRIBUTES;
  #contentFrom = 0;
  #sawReturn = false;
  /** Line feeds in the record that was read last. */
  lines = 0;

  constructor(limits: { readonly maxXmlText: number; readonly maxXmlDepth: number }) {
    this.#maxText = limits.maxXmlText;
    this.#maxDepth = limits.maxXmlDepth;
  }

  /** The chunk that the next records stand in. */
  enter(text: string): void {
    this.#text = text;
    if (this.#codes.length <= text.length) this.#codes = new Uint16Array(text.length + 1);
    const { buffer, byteOffset, byteLength } = this.#codes;
    Buffer.from(buffer, byteOffset, byteLength).write(text, 'utf16le');
    this.#codes[text.length] = 0;
  }

  /** How many calls the record that was read last leads to. */
  get count(): number {
    return this.#used;
  }

  /** One of them, by its place; valid until the next record is read. */
  call(index: number): Call | undefined {
    return this.#calls[index];
  }

  /**
   * The index behind the record that begins at `start` (its `<`), or -1. `name` is the record's qualified name, as the
   * parser has met it; `depth` is how many elements are open around it.
   */
  read(start: number, name: string, shape: CompiledShape, depth: number): number {
    const codes = this.#codes;
    const record = this.#recordStart(name, shape);
    this.#used = 0;
    this.lines = 0;
    this.#open.length = 0;
    this.#tags.length = 0;
    if (!stands(codes, start + 1, record) || !isNameEnd(codes[start + 1 + record.length]))
      return -1;
    let step = 0;
    let at = this.#startTag(start, record);
    while (at !== -1 && this.#open.length > 0) {
      at = this.#content(at);
      if (at === -1) return -1;
      if (codes[at + 1] === SLASH) at = this.#endTag(at);
      else {
        const known = this.#open.length + depth < this.#maxDepth ? this.#startName(at, step) : null;
        if (known === null) return -1;
        step += 1;
        at = this.#startTag(at, known);
      }
    }
    return at;
  }

  #recordStart(name: string, shape: CompiledShape): KnownStart {
    if (this.#record?.name === name && this.#record.shape === shape) return this.#record;
    this.#prefix = name.slice(0, name.indexOf(':') + 1);
    this.#record = { parent: null, name, codes: codesOf(name), length: name.length, shape };
    return this.#record;
  }

  /** The element whose start tag begins at `at`, most often the one that stood here in the record before. */
  #startName(at: number, step: number): KnownStart | null {
    const codes = this.#codes;
    const parent = this.#open[this.#open.length - 1]?.shape ?? null;
    const known = this.#trail[step];
    if (known?.parent === parent && stands(codes, at + 1, known)) {
      if (isNameEnd(codes[at + 1 + known.length])) return known;
    }
    let end = at + 1;
    while (!isNameEnd(codes[end]) && end - at < LONGEST_NAME) end += 1;
    const name = this.#text.slice(at + 1, end);
    const prefix = this.#prefix;
    if (!NAME.test(name) || name.slice(0, name.indexOf(':') + 1) !== prefix) return null;
    const shape = parent?.children.get(name.slice(prefix.length)) ?? null;
    const start = { parent, name, codes: codesOf(name), length: name.length, shape };
    this.#trail[step] = start;
    return start;
  }

  /** The index behind the start tag; an element without content is closed at once. */
  #startTag(at: number, start: KnownStart): number {
    const { shape } = start;
    const codes = this.#codes;
    let end = at + 1 + start.length;
    this.#attributes = NO_ATTRIBUTES;
    if (codes[end] === BLANK) {
      end = this.#readAttributes(end);
      if (end === -1) return -1;
    }
    const isEmpty = codes[end] === SLASH;
    if (isEmpty) end += 1;
    if (codes[end] !== GT) return -1;
    const tag = this.#attributes;
    if (shape?.open) this.#call('open', shape, at, at, tag);
    if (!isEmpty) {
      this.#open.push(start);
      this.#tags.push(tag);
    } else if (shape?.close) this.#call('close', shape, end + 1, end + 1, tag);
    return end + 1;
  }

  /** ` Ccy="SAR"`, several of them perhaps; the index behind. */
  #readAttributes(from: number): number {
    const text = this.#text;
    const codes = this.#codes;
    const attributes: Attributes = {};
    let at = from;
    for (let count = 0; codes[at] === BLANK; count += 1) {
      if (count === MOST_ATTRIBUTES) return -1;
      const nameAt = at + 1;
      at = nameAt;
      while (isLetter(codes[at])) at += 1;
      const name = text.slice(nameAt, at);
      if (name === '' || name === 'xmlns' || Object.hasOwn(attributes, name)) return -1;
      if (codes[at] !== EQUALS || codes[at + 1] !== QUOTE) return -1;
      const valueAt = at + 2;
      at = valueAt;
      for (let code = codes[at] ?? 0; code !== QUOTE; code = codes[at] ?? 0) {
        if (KINDS[code] !== PLAIN) return -1;
        at += 1;
      }
      attributes[name] = { value: text.slice(valueAt, at) };
      at += 1;
    }
    this.#attributes = { attributes };
    return at;
  }

  #endTag(at: number): number {
    const start = this.#open.pop();
    const tag = this.#tags.pop();
    if (start === undefined || tag === undefined || !stands(this.#codes, at + 2, start)) return -1;
    const { shape } = start;
    const end = at + 2 + start.length;
    if (this.#codes[end] !== GT) return -1;
    if (shape?.text && !this.#ownText(at, shape, tag)) return -1;
    if (shape?.close) this.#call('close', shape, end + 1, end + 1, tag);
    return end + 1;
  }

  /** Text from the last tag to the end tag. Line ends inside it are the parser's to normalise. */
  #ownText(end: number, shape: CompiledShape, tag: ElementTag): boolean {
    const from = this.#contentFrom;
    if (this.#sawReturn && this.#text.slice(from, end).trim().includes('\r')) return false;
    if (end > from) this.#call('text', shape, from, end, tag);
    return true;
  }

  /** The index of the next `<`. */
  #content(from: number): number {
    const codes = this.#codes;
    this.#contentFrom = from;
    this.#sawReturn = false;
    let at = from;
    for (;;) {
      const code = codes[at] ?? 0;
      const kind = KINDS[code];
      if (kind === SPACE) {
        if (code === LINE_FEED) this.lines += 1;
        else if (code === CARRIAGE_RETURN) this.#sawReturn = true;
      } else if (kind !== PLAIN) {
        return code === LT && at - from <= this.#maxText ? at : -1;
      }
      at += 1;
    }
  }

  #call(kind: Call['kind'], shape: CompiledShape, from: number, to: number, tag: ElementTag): void {
    const known = this.#calls[this.#used];
    const { lines } = this;
    if (known) {
      known.kind = kind;
      known.shape = shape;
      known.from = from;
      known.to = to;
      known.lines = lines;
      known.tag = tag;
    } else this.#calls.push({ kind, shape, from, to, lines, tag });
    this.#used += 1;
  }
}

function stands(codes: Uint16Array, at: number, { codes: name, length }: KnownStart): boolean {
  for (let index = 0; index < length; index += 1) {
    if (codes[at + index] !== name[index]) return false;
  }
  return true;
}

const codesOf = (name: string): Uint16Array =>
  Uint16Array.from(name, (character) => character.charCodeAt(0));

const isNameEnd = (code: number | undefined): boolean =>
  code === GT || code === BLANK || code === SLASH;

const isLetter = (code: number | undefined): boolean =>
  code !== undefined && ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a));

const PLAIN = 1;
const SPACE = 2;

/**
 * What a UTF-16 code unit is in text: `PLAIN` where it stands for itself in every version of XML, `SPACE` for line ends and
 * tabs, 0 for whatever ends plain text. The zero behind the chunk is none of them, so reading stops there; neither is `]`,
 * which may be the beginning of `]]>`.
 */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB) return SPACE;
  if (code < BLANK || code === AMPERSAND || code === BRACKET || code === LT) return 0;
  if (code >= 0x7f && code <= 0x9f) return 0;
  return code === 0x2028 || code >= 0xfffe ? 0 : PLAIN;
});

import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BankFileError } from '../bank-file-error.ts';
import type { BankFileLimits } from '../bank-file-limits.ts';
import { BytePositions } from '../source/byte-positions.ts';
import type { TextChunk } from '../source/text-chunks.ts';
import type { CompiledShape } from './element-shape.ts';
import { PlainRecords } from './plain-records.ts';

/**
 * V8 turns a bare SaxesParser into a slow dictionary object when a seventh handler is set on it, and parsing then takes
 * three times as long. Objects of a subclass are given room for all of them.
 */
class RoomyParser extends SaxesParser<{ xmlns: true; position: true }> {}

/** Decides at an element outside any known message whether a message begins there. */
export type MessageFinder = (tag: SaxesTagNS, line: number) => CompiledShape | null;

/**
 * One streamed pass over an XML document: well-formedness and namespaces by saxes, the guards here, the meaning by shapes.
 * Outside a message every element is offered to `find`, so that envelopes around a message do not matter. Between records
 * the parser rests, and those that follow in plain markup pass by it; see `PlainRecords`.
 */
export class XmlScanner {
  readonly #parser = new RoomyParser({ xmlns: true, position: true });
  readonly #positions = new BytePositions();
  readonly #limits: BankFileLimits;
  readonly #find: MessageFinder;
  readonly #shapes: (CompiledShape | null)[] = [];
  readonly #plain: PlainRecords;
  /** End tag of the last record that the parser closed, and the record's name; null before the first. */
  #record: { readonly name: string; readonly endTag: string } | null = null;
  /** Characters that the parser was given, and how many those were up to the record that it closed last. */
  #given = 0;
  #restedAt = -1;
  #chunk = '';
  /** Whether the plain records know the chunk. */
  #entered = false;
  /** Characters before the chunk. */
  #chunkStart = 0;
  /** Characters and line feeds that passed by the parser. */
  #passed = 0;
  #passedLines = 0;
  #messageDepth = 0;
  #messages = 0;
  #text = '';
  #eventInChunk = false;
  #silence = 0;
  #elementStart = 0;
  #elementLine = 1;

  constructor(limits: BankFileLimits, find: MessageFinder) {
    this.#limits = limits;
    this.#find = find;
    this.#plain = new PlainRecords(limits);
    const parser = this.#parser;
    parser.on('error', (error) => this.#malformed(error));
    parser.on('doctype', () => this.#refuse('BANK_FILE_XML_DOCTYPE'));
    parser.on('opentagstart', ({ name }) => this.#openStart(name));
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('text', (text) => this.#addText(text));
    parser.on('cdata', (text) => this.#addText(text));
    parser.on('comment', () => this.#sawEvent());
    parser.on('processinginstruction', () => this.#sawEvent());
    parser.on('closetag', (tag) => this.#close(tag));
  }

  get line(): number {
    return this.#parser.line + this.#passedLines;
  }

  get #position(): number {
    return this.#parser.position + this.#passed;
  }

  /** @throws BankFileError BANK_FILE_XML_* */
  write(chunk: TextChunk): void {
    this.#positions.enter(chunk);
    this.#eventInChunk = false;
    this.#chunkStart += this.#chunk.length;
    this.#chunk = chunk.text;
    this.#entered = false;
    let at = 0;
    while (at < chunk.text.length) {
      if (this.#restedAt === this.#given) at = this.#passRecords(at);
      at = this.#parse(at);
    }
    this.#silence = this.#eventInChunk ? 0 : this.#silence + chunk.text.length;
    if (this.#silence > this.#limits.maxXmlSilence) this.#refuse('BANK_FILE_XML_RUNAWAY_MARKUP');
  }

  /** Hands the chunk to the parser up to the end of the next record; answers where that is. */
  #parse(from: number): number {
    const text = this.#chunk;
    const endTag = this.#record?.endTag;
    const found = endTag === undefined ? -1 : text.indexOf(endTag, from);
    const end = found === -1 || endTag === undefined ? text.length : found + endTag.length;
    if (end > from) {
      this.#given += end - from;
      this.#parser.write(end - from === text.length ? text : text.slice(from, end));
    }
    return end;
  }

  /** Reads records in plain markup for as long as they follow each other; answers where the parser has to go on. */
  #passRecords(from: number): number {
    const parent = this.#shapes[this.#shapes.length - 1];
    const record = this.#record;
    if (!parent?.holdsRecords || !record) return from;
    const shape = parent.children.get(record.name.slice(record.name.indexOf(':') + 1));
    if (!shape?.record) return from;
    const text = this.#chunk;
    if (!this.#entered) this.#plain.enter(text);
    this.#entered = true;
    let at = from;
    for (;;) {
      let start = at;
      let lines = 0;
      for (
        let code = text.charCodeAt(start);
        code === 10 || code === 32 || code === 13 || code === 9;
      ) {
        if (code === 10) lines += 1;
        start += 1;
        code = text.charCodeAt(start);
      }
      if (text.charCodeAt(start) !== 60) break;
      const end = this.#plain.read(start, record.name, shape, this.#shapes.length);
      if (end === -1) break;
      this.#sawEvent();
      this.#follow(this.line + lines);
      this.#passed += end - at;
      this.#passedLines += lines + this.#plain.lines;
      at = end;
    }
    return at;
  }

  /** Calls the shapes of the record that was just read; `line` is where it begins. */
  #follow(line: number): void {
    const start = this.#chunkStart;
    for (let index = 0; index < this.#plain.count; index += 1) {
      const call = this.#plain.call(index);
      if (!call) return;
      const { kind, shape, from, to, lines, tag } = call;
      if (kind === 'open') {
        shape.open?.({ line: line + lines, offset: this.#positions.toByte(start + from) }, tag);
      } else if (kind === 'close') shape.close?.(this.#positions.toByte(start + to));
      else {
        const text = this.#chunk.slice(from, to).trim();
        if (text !== '') shape.text?.(text, tag);
      }
    }
  }

  /** @throws BankFileError BANK_FILE_TRUNCATED when elements are still open */
  close(): void {
    if (this.#shapes.length > 0) this.#refuse('BANK_FILE_TRUNCATED');
    this.#parser.close();
  }

  #openStart(name: string): void {
    this.#sawEvent();
    // The parser stands one character behind the name, and the name one behind `<`.
    this.#elementStart = this.#position - name.length - 2;
    this.#elementLine = this.line;
    if (this.#shapes.length >= this.#limits.maxXmlDepth) this.#refuse('BANK_FILE_XML_TOO_DEEP');
  }

  #open(tag: SaxesTagNS): void {
    this.#text = '';
    // A prefix may stand for something else from here on.
    if (this.#record !== null && Object.keys(tag.ns).length > 0) this.#record = null;
    // `a="" ` is the shortest attribute: only a long tag can hold too many.
    const { maxXmlAttributes } = this.#limits;
    if (this.#position - this.#elementStart > maxXmlAttributes * 5) {
      if (Object.keys(tag.attributes).length > maxXmlAttributes) {
        this.#refuse('BANK_FILE_XML_TOO_MANY_ATTRIBUTES');
      }
    }
    const shapes = this.#shapes;
    let shape = shapes[shapes.length - 1]?.children.get(tag.local) ?? null;
    if (this.#messageDepth === 0) {
      shape = this.#find(tag, this.#elementLine);
      if (shape) {
        this.#messageDepth = shapes.length + 1;
        this.#messages += 1;
        if (this.#messages > 1) this.#refuse('BANK_FILE_SEVERAL_MESSAGES');
      }
    }
    shapes.push(shape);
    shape?.open?.(
      { line: this.#elementLine, offset: this.#positions.toByte(this.#elementStart) },
      tag,
    );
  }

  #addText(text: string): void {
    this.#sawEvent();
    if (this.#text.length + text.length > this.#limits.maxXmlText) {
      this.#refuse('BANK_FILE_XML_TEXT_TOO_LONG');
    }
    this.#text = this.#text === '' ? text : this.#text + text;
  }

  #close(tag: SaxesTagNS): void {
    this.#sawEvent();
    const shapes = this.#shapes;
    const shape = shapes.pop();
    if (shape) {
      if (shape.text) {
        const text = this.#text.trim();
        if (text !== '') shape.text(text, tag);
      }
      shape.close?.(this.#positions.toByte(this.#position));
      if (shape.record) this.#closedRecord(tag.name);
    }
    if (this.#messageDepth > shapes.length) this.#messageDepth = 0;
    this.#text = '';
  }

  #closedRecord(name: string): void {
    if (this.#record?.name !== name) this.#record = { name, endTag: `</${name}>` };
    this.#restedAt = this.#parser.position;
  }

  #sawEvent(): void {
    this.#eventInChunk = true;
  }

  #malformed(error: Error): never {
    const unclosed = /^(?:\S+: )?unclosed tag/.test(error.message);
    const reason = error.message.replace(/^\d+:\d+: /, '').slice(0, 80);
    this.#refuse(unclosed ? 'BANK_FILE_TRUNCATED' : 'BANK_FILE_XML_MALFORMED', reason);
  }

  #refuse(code: BankFileError['code'], detail: string | null = null): never {
    throw new BankFileError(code, this.line, detail);
  }
}

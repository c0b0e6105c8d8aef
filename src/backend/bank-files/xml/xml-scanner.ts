import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BankFileError } from '../bank-file-error.ts';
import type { BankFileLimits } from '../bank-file-limits.ts';
import { BytePositions } from '../source/byte-positions.ts';
import type { TextChunk } from '../source/text-chunks.ts';
import type { CompiledShape } from './element-shape.ts';

/**
 * V8 turns a bare SaxesParser into a slow dictionary object when a seventh handler is set on it, and parsing then takes
 * three times as long. Objects of a subclass are given room for all of them.
 */
class RoomyParser extends SaxesParser<{ xmlns: true; position: true }> {}

/** Decides at an element outside any known message whether a message begins there. */
export type MessageFinder = (tag: SaxesTagNS, line: number) => CompiledShape | null;

/**
 * One streamed pass over an XML document: well-formedness and namespaces by saxes, the guards here, the meaning by shapes.
 * Outside a message every element is offered to `find`, so that envelopes around a message do not matter.
 */
export class XmlScanner {
  readonly #parser = new RoomyParser({ xmlns: true, position: true });
  readonly #positions = new BytePositions();
  readonly #limits: BankFileLimits;
  readonly #find: MessageFinder;
  readonly #shapes: (CompiledShape | null)[] = [];
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
    return this.#parser.line;
  }

  /** @throws BankFileError BANK_FILE_XML_* */
  write(chunk: TextChunk): void {
    this.#positions.enter(chunk);
    this.#eventInChunk = false;
    this.#parser.write(chunk.text);
    this.#silence = this.#eventInChunk ? 0 : this.#silence + chunk.text.length;
    if (this.#silence > this.#limits.maxXmlSilence) this.#refuse('BANK_FILE_XML_RUNAWAY_MARKUP');
  }

  /** @throws BankFileError BANK_FILE_TRUNCATED when elements are still open */
  close(): void {
    if (this.#shapes.length > 0) this.#refuse('BANK_FILE_TRUNCATED');
    this.#parser.close();
  }

  #openStart(name: string): void {
    this.#sawEvent();
    // The parser stands one character behind the name, and the name one behind `<`.
    this.#elementStart = this.#parser.position - name.length - 2;
    this.#elementLine = this.#parser.line;
    if (this.#shapes.length >= this.#limits.maxXmlDepth) this.#refuse('BANK_FILE_XML_TOO_DEEP');
  }

  #open(tag: SaxesTagNS): void {
    this.#text = '';
    // `a="" ` is the shortest attribute: only a long tag can hold too many.
    const { maxXmlAttributes } = this.#limits;
    if (this.#parser.position - this.#elementStart > maxXmlAttributes * 5) {
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
      shape.close?.(this.#positions.toByte(this.#parser.position));
    }
    if (this.#messageDepth > shapes.length) this.#messageDepth = 0;
    this.#text = '';
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
    throw new BankFileError(code, this.#parser.line, detail);
  }
}

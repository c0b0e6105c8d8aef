import { writeTextFile, type TextFileWriter } from './text-file-writer.ts';

/** Characters that XML 1.0 cannot carry: control characters, lone surrogates, U+FFFE and U+FFFF. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const SPECIAL = /[&<>"\r]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** One UTF-8 XML document, written as a stream of elements. */
export class XmlFileWriter {
  readonly #file: TextFileWriter;
  readonly #open: string[] = [];

  constructor(file: TextFileWriter) {
    this.#file = file;
    file.write('<?xml version="1.0" encoding="UTF-8"?>');
  }

  start(name: string, attributes: Readonly<Record<string, string>> = {}): void {
    this.#tag(name, attributes);
    this.#file.write('>');
    this.#open.push(name);
  }

  end(): void {
    const name = this.#open.pop();
    if (name === undefined) throw new RangeError('No element is open');
    this.#indent();
    this.#file.write(`</${name}>`);
  }

  /** An element with text; nothing at all for null. Several names make nested elements. */
  text(
    names: string | readonly string[],
    text: string | null,
    attributes: Readonly<Record<string, string>> = {},
  ): void {
    if (text === null) return;
    if (ILLEGAL.test(text)) throw new RangeError('Text that XML cannot carry');
    const path = typeof names === 'string' ? [names] : names;
    const leaf = path[path.length - 1];
    if (leaf === undefined) throw new RangeError('An element needs a name');
    for (const name of path.slice(0, -1)) this.start(name);
    this.#tag(leaf, attributes);
    this.#file.write(`>${escapeXml(text)}</${leaf}>`);
    for (let index = 1; index < path.length; index += 1) this.end();
  }

  /** Call it after each record. */
  flush(): Promise<void> {
    return this.#file.flush();
  }

  /** Closes what is open. */
  finish(): void {
    while (this.#open.length > 0) this.end();
    this.#file.write('\n');
  }

  #tag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#indent();
    this.#file.write(`<${name}`);
    for (const [key, value] of Object.entries(attributes))
      this.#file.write(` ${key}="${escapeXml(value)}"`);
  }

  #indent(): void {
    this.#file.write(`\n${'  '.repeat(this.#open.length)}`);
  }
}

const escapeXml = (text: string): string =>
  text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);

/** Runs `fill` on a new document, which appears at its path synced and whole, or not at all when `fill` throws. */
export async function writeXmlFile<T>(
  path: string,
  fill: (xml: XmlFileWriter) => Promise<T>,
): Promise<T> {
  return writeTextFile(path, async (file) => {
    const xml = new XmlFileWriter(file);
    const result = await fill(xml);
    xml.finish();
    return result;
  });
}

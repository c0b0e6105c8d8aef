import { open, rename, rm, type FileHandle } from 'node:fs/promises';

const FLUSH_CHARACTERS = 64 * 1024;

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

/**
 * Writes one UTF-8 XML document to a path in a stream: elements are buffered as text and `flush` hands full buffers to the
 * disk. The document appears at its path only when `finish` has synced it.
 */
export class XmlFileWriter {
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #part: string;
  readonly #open: string[] = [];
  #buffer = '<?xml version="1.0" encoding="UTF-8"?>';

  private constructor(file: FileHandle, path: string, part: string) {
    this.#file = file;
    this.#path = path;
    this.#part = part;
  }

  static async create(path: string): Promise<XmlFileWriter> {
    const part = `${path}.part`;
    return new XmlFileWriter(await open(part, 'w'), path, part);
  }

  start(name: string, attributes: Readonly<Record<string, string>> = {}): void {
    this.#tag(name, attributes);
    this.#buffer += '>';
    this.#open.push(name);
  }

  end(): void {
    const name = this.#open.pop();
    if (name === undefined) throw new RangeError('No element is open');
    this.#indent();
    this.#buffer += `</${name}>`;
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
    this.#buffer += `>${escapeXml(text)}</${leaf}>`;
    for (let index = 1; index < path.length; index += 1) this.end();
  }

  /** Writes what is buffered once it is worth a write; call it after each record. */
  async flush(): Promise<void> {
    if (this.#buffer.length >= FLUSH_CHARACTERS) await this.#write();
  }

  async finish(): Promise<void> {
    while (this.#open.length > 0) this.end();
    this.#buffer += '\n';
    await this.#write();
    await this.#file.sync();
    await this.#file.close();
    await rename(this.#part, this.#path);
  }

  async discard(): Promise<void> {
    await this.#file.close();
    await rm(this.#part, { force: true });
  }

  async #write(): Promise<void> {
    const text = this.#buffer;
    this.#buffer = '';
    await this.#file.writeFile(text, 'utf8');
  }

  #tag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#indent();
    this.#buffer += `<${name}`;
    for (const [key, value] of Object.entries(attributes))
      this.#buffer += ` ${key}="${escapeXml(value)}"`;
  }

  #indent(): void {
    this.#buffer += `\n${'  '.repeat(this.#open.length)}`;
  }
}

const escapeXml = (text: string): string =>
  text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);

/** Runs `fill` on a new document and finishes it, or removes every trace of it when `fill` throws. */
export async function writeXmlFile(
  path: string,
  fill: (xml: XmlFileWriter) => Promise<void>,
): Promise<void> {
  const xml = await XmlFileWriter.create(path);
  try {
    await fill(xml);
    await xml.finish();
  } catch (error) {
    await xml.discard().catch(() => undefined);
    throw error;
  }
}

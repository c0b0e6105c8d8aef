import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Which printer this workstation prints to. It belongs to the desk, not to the branch: it lies beside the window's own
 * files and not among the dated settings.
 */
export class PrinterChoice {
  readonly #file: string;
  constructor(folder: string) {
    this.#file = path.join(folder, 'printing.json');
  }

  /** Null until somebody chose one, or when the file says nothing. */
  async read(): Promise<string | null> {
    try {
      const kept: unknown = JSON.parse(await readFile(this.#file, 'utf8'));
      const isKept = typeof kept === 'object' && kept !== null && 'defaultPrinter' in kept;
      return isKept && typeof kept.defaultPrinter === 'string' ? kept.defaultPrinter : null;
    } catch {
      return null;
    }
  }

  async write(printer: string): Promise<void> {
    const half = `${this.#file}.new`;
    await writeFile(half, JSON.stringify({ defaultPrinter: printer }), { mode: 0o600 });
    await rename(half, this.#file);
  }
}

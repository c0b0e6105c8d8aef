import { readFile } from 'node:fs/promises';
import { CommandFailure } from './command-failure.ts';

const MAX_BYTES = 20 * 1024 * 1024;

/**
 * Reads a JSON file.
 * @param notJson The code where it is none.
 * @throws CommandFailure FILE_UNREADABLE (file, reason), FILE_TOO_LARGE (file, limit), `notJson` (reason, line)
 */
export async function readJsonFile(file: string, notJson: string): Promise<unknown> {
  const text = await readText(file, notJson);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    const position = /at position (\d+)/.exec(reason)?.[1];
    const line =
      position === undefined ? {} : { line: text.slice(0, Number(position)).split('\n').length };
    throw new CommandFailure(notJson, { reason: reason.split('\n')[0] ?? '', ...line });
  }
}

async function readText(file: string, notJson: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CommandFailure('FILE_UNREADABLE', { file, reason });
  }
  if (bytes.byteLength > MAX_BYTES) {
    throw new CommandFailure('FILE_TOO_LARGE', { file, limit: MAX_BYTES });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailure(notJson, { reason: 'not UTF-8' });
  }
}

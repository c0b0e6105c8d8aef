import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { letterContentSchema } from '../contract/letters-templates.ts';
import type { LetterContent } from '../domain/letters/compose-letter.ts';
import { CommandFailure } from './command-failure.ts';

const MAX_BYTES = 20 * 1024 * 1024;

/**
 * Reads a letter's template and data.
 * @throws CommandFailure FILE_UNREADABLE, LETTER_NOT_JSON (line), LETTER_TEMPLATE_UNKNOWN, LETTER_FIELD_UNKNOWN and
 *   LETTER_FIELD_INVALID with the field by its path
 */
export async function readLetterFile(file: string): Promise<LetterContent> {
  const parsed = letterContentSchema.safeParse(parseJson(await readText(file)));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (!issue) throw new CommandFailure('LETTER_FIELD_INVALID', { field: '', rule: '' });
  throw failureOf(issue);
}

async function readText(file: string): Promise<string> {
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
    throw new CommandFailure('LETTER_NOT_JSON', { reason: 'not UTF-8' });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    const position = /at position (\d+)/.exec(reason)?.[1];
    const line =
      position === undefined ? {} : { line: text.slice(0, Number(position)).split('\n').length };
    throw new CommandFailure('LETTER_NOT_JSON', { reason: reason.split('\n')[0] ?? '', ...line });
  }
}

function failureOf(issue: z.core.$ZodIssue): CommandFailure {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const field = [...path, issue.keys[0] ?? ''].join('.');
    return new CommandFailure('LETTER_FIELD_UNKNOWN', { field });
  }
  if (issue.code === 'invalid_union' && path.join('.') === 'template') {
    return new CommandFailure('LETTER_TEMPLATE_UNKNOWN', { field: 'template' });
  }
  const field = path.join('.');
  return new CommandFailure('LETTER_FIELD_INVALID', { field, rule: issue.message });
}

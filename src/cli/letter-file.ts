import type { z } from 'zod';
import { letterContentSchema } from '../contract/letters-templates.ts';
import type { LetterContent } from '../domain/letters/compose-letter.ts';
import { CommandFailure } from './command-failure.ts';
import { readJsonFile } from './read-json-file.ts';

/**
 * Reads a letter's template and data.
 * @throws CommandFailure FILE_UNREADABLE, LETTER_NOT_JSON (line), LETTER_TEMPLATE_UNKNOWN, LETTER_FIELD_UNKNOWN and
 *   LETTER_FIELD_INVALID with the field by its path
 */
export async function readLetterFile(file: string): Promise<LetterContent> {
  const parsed = letterContentSchema.safeParse(await readJsonFile(file, 'LETTER_NOT_JSON'));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (!issue) throw new CommandFailure('LETTER_FIELD_INVALID', { field: '', rule: '' });
  throw failureOf(issue);
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

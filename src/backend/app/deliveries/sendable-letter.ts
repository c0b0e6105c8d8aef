import { fillFields, type LetterFields } from '../../../domain/deliveries/message-texts.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import { riyadhDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { SendableLetter } from './ports.ts';

/** A letter whose bytes are archived. */
export interface ArchivedLetter extends SendableLetter {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Errors: NOT_FOUND, LETTER_VOID, LETTER_NOT_READY. */
export async function sendableLetter(
  { repos }: Pick<QueryContext | CommandContext, 'repos'>,
  id: string,
): Promise<Result<ArchivedLetter, Refusal>> {
  const letter = await repos.deliveries.letter(id);
  if (!letter) return refuse('NOT_FOUND');
  if (letter.isVoid) return refuse('LETTER_VOID');
  const { sha256, sizeBytes } = letter;
  if (sha256 === null || sizeBytes === null) return refuse('LETTER_NOT_READY');
  return ok({ ...letter, sha256, sizeBytes });
}

function fieldsOf(letter: SendableLetter, branch: string): LetterFields {
  const { number, subject, issuedAt } = letter;
  const [year, month, day] = riyadhDate(issuedAt).split('-');
  return { number, subject, branch, date: `${day}/${month}/${year}` };
}

/** An editable text of an account with the letter's own words in it. */
export function textFor(
  text: string,
  letter: SendableLetter,
  { branchName, letterhead }: SettingValues,
): string {
  return fillFields(text, fieldsOf(letter, branchName || letterhead.branch));
}

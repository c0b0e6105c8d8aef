import { ok, type Result } from '../../../domain/shared/result.ts';
import type { CasePerson } from '../cases/ports.ts';
import type { CommandContext } from '../context.ts';
import { issueLetter, type LetterOfCase } from '../letters/issue-letter.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { WriteLetter } from './offer.ts';

export interface Issued {
  readonly letterId: string;
  readonly number: string;
}

/** Issues a letter and answers under which number. */
export async function issueNow(
  context: CommandContext,
  letter: LetterOfCase,
  person: CasePerson,
  write: WriteLetter,
  office: LetterOffice,
): Promise<Result<Issued, never>> {
  const letterId = await issueLetter(context, letter, person, write, office);
  const issued = await context.repos.letters.byId(letterId);
  if (!issued) throw new Error('A letter that was just issued is gone');
  return ok({ letterId, number: issued.number });
}

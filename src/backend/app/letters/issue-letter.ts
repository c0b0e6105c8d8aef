import { letterHead } from '../../../domain/cases/letter-head.ts';
import { letterNumber, letterYear } from '../../../domain/cases/case-numbers.ts';
import type { IssuedContent } from '../../../domain/letters/compose-letter.ts';
import type { LetterData } from '../../../domain/letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../../../domain/letters/letter-data.ts';
import { searchKey } from '../../../domain/shared/search-key.ts';
import type { CasePerson } from '../cases/ports.ts';
import type { CommandContext } from '../context.ts';
import type { CaseType } from './ports.ts';
import type { LetterOffice } from './letter-office.ts';
import { sealLetter } from './seal/seal-letter.ts';

export interface LetterOfCase {
  readonly caseType: CaseType;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly subject: string;
  /** Who wrote it by hand; left out for what follows from a decision or a list. */
  readonly draftedBy?: string;
}

/**
 * Numbers a letter and queues it whole, in the transaction of the decision; it is set after the commit. The serial
 * begins anew each Hijri year and has no gaps: a decision that is rolled back gives its number back. It keeps the current
 * version of its template.
 * @param write What the letter says, given its head.
 * @returns The id of the letter.
 */
export async function issueLetter(
  context: CommandContext,
  letter: LetterOfCase,
  person: CasePerson,
  write: (head: DecisionLetterData) => LetterData,
  office: LetterOffice,
): Promise<string> {
  const { repos, officer, settings, now, today } = context;
  const year = letterYear(today);
  const serial = await repos.settings.nextSerial('letter', year);
  const number = letterNumber(year, serial);
  const id = context.newId();
  const data = write(letterHead({ number, date: today }, person, officer.fullName, settings));
  const templateVersion = await repos.letterTemplates.currentVersion(data.template);
  if (templateVersion === undefined) throw new Error(`No template of ${data.template}`);
  const content: IssuedContent = { ...data, templateVersion };
  await repos.letters.queue({
    ...letter,
    id,
    number,
    year,
    serial,
    beneficiaryId: person.id,
    content,
    issuedAt: now,
    issuedBy: officer.id,
  });
  const stored = JSON.stringify(content);
  await sealLetter(repos.letterSeals, { id, number, date: today, content: stored }, now);
  await repos.searchIndex.put('letter', id, searchKey(number));
  await context.audit('letter.issued', { type: 'letter', id }, { caseId: letter.caseId });
  context.onCommit(() => office.set(id));
  return id;
}

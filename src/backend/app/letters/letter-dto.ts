import type { LetterEventDto, LetterRow } from '../../../contract/letters.ts';
import { toPersonRef } from '../cases/case-dto.ts';
import type { RecordedLetterEvent, RegisteredLetter } from './ports.ts';

export function toLetterRow(letter: RegisteredLetter): LetterRow {
  const { issuedByName, nationalId: _nationalId, ...row } = letter;
  return { ...row, ...toPersonRef(letter), issuedBy: issuedByName };
}

export function toLetterEvent({ seq, at, byName, event }: RecordedLetterEvent): LetterEventDto {
  const { type, ...details } = event;
  return { seq, type, at, officerName: byName, details };
}

import type { LetterRow } from '../../../contract/letters.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { toPersonRef } from '../cases/case-dto.ts';
import { readVerified } from '../documents/read-verified.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from './letter-office.ts';
import type { RegisteredLetter } from './ports.ts';

function toLetterRow(letter: RegisteredLetter): LetterRow {
  const { issuedByName, nationalId: _nationalId, ...row } = letter;
  return { ...row, ...toPersonRef(letter), issuedBy: issuedByName };
}

export function createLetterHandlers(office: LetterOffice): AreaHandlers<'letters'> {
  return {
    'letters.list': async ({ repos }, input) => {
      const { rows, total } = await repos.letters.register(input);
      return ok({ rows: rows.map(toLetterRow), total });
    },
    'letters.letter': async ({ repos }, { id }) => {
      const letter = await repos.letters.byId(id);
      if (!letter) return refuse('NOT_FOUND');
      return ok({ letter: toLetterRow(letter), trail: [...(await repos.letters.trail(id))] });
    },
    'letters.file': async ({ repos, content }, { id }) => {
      const letter = await repos.letters.byId(id);
      if (!letter) return refuse('NOT_FOUND');
      if (letter.sha256 === null) return refuse('LETTER_NOT_READY', { status: letter.status });
      const bytes = await readVerified(content, letter.sha256);
      return bytes.ok ? ok({ letter: toLetterRow(letter), bytes: bytes.value }) : bytes;
    },
    'letters.recordPrint': async ({ repos, officer, now, audit }, { id, expectedVersion }) => {
      const letter = await repos.letters.byId(id);
      if (!letter) return refuse('NOT_FOUND');
      if (letter.status !== 'ready') return refuse('LETTER_NOT_READY', { status: letter.status });
      const by = { officerId: officer.id, at: now };
      const times = await repos.letters.recordPrint(id, expectedVersion, by);
      if (times === undefined) return refuse('CONFLICT');
      await audit('letter.printed', { type: 'letter', id }, { times, sha256: letter.sha256 });
      return ok({ times });
    },
    'letters.retry': async ({ repos, onCommit, audit }, { id }) => {
      const letter = await repos.letters.byId(id);
      if (!letter) return refuse('NOT_FOUND');
      if (letter.status === 'ready') return refuse('LETTER_READY');
      await audit('letter.retried', { type: 'letter', id });
      onCommit(() => office.set(id));
      return ok({});
    },
  };
}

import {
  declareJam,
  handOver,
  printOriginal,
  takeBack,
  voidLetter,
} from '../../../domain/letter-register/letter-rules.ts';
import { riyadhDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { readVerified } from '../documents/read-verified.ts';
import type { AreaHandlers } from '../handlers.ts';
import { changeLetter } from './change-letter.ts';
import { createDraftHandlers } from './drafts/handlers.ts';
import { copyLetter } from './copy-letter.ts';
import { toLetterEvent, toLetterRow } from './letter-dto.ts';
import type { LetterOffice } from './letter-office.ts';
import type { StampCopy } from './ports.ts';

export interface LetterServices {
  readonly office: LetterOffice;
  readonly stampCopy: StampCopy;
}

export function createLetterHandlers(services: LetterServices): AreaHandlers<'letters'> {
  const { office, stampCopy } = services;
  return {
    ...createDraftHandlers(office),
    'letters.list': async ({ repos }, input) => {
      const { rows, total } = await repos.letters.register(input);
      return ok({ rows: rows.map(toLetterRow), total });
    },
    'letters.filters': async ({ repos }) => {
      const { kinds, officers } = await repos.letters.filters();
      return ok({ kinds: [...kinds], officers: [...officers] });
    },
    'letters.letter': async ({ repos }, { id }) => {
      const letter = await repos.letters.byId(id);
      if (!letter) return refuse('NOT_FOUND');
      const trail = await repos.letters.trail(id);
      return ok({ letter: toLetterRow(letter), trail: trail.map(toLetterEvent) });
    },
    'letters.file': async ({ repos, content }, { id }) => {
      const letter = await repos.letters.byId(id);
      if (!letter) return refuse('NOT_FOUND');
      if (letter.sha256 === null) return refuse('LETTER_NOT_READY', { status: letter.file });
      const bytes = await readVerified(content, letter.sha256);
      return bytes.ok ? ok({ letter: toLetterRow(letter), bytes: bytes.value }) : bytes;
    },
    'letters.recordPrint': async (context, input) => {
      const printed = await changeLetter(context, input, ({ state }) => printOriginal(state));
      return printed.ok ? ok({ times: printed.value.letter.printedTimes }) : printed;
    },
    'letters.declareJam': (context, input) =>
      changeLetter(context, input, ({ state }) => declareJam(state, input.reason)),
    'letters.copy': (context, { id }) => copyLetter(context, id, stampCopy),
    'letters.handOver': (context, input) => {
      const { id: _id, expectedVersion: _version, ...handedOver } = input;
      return changeLetter(context, input, ({ state, idLastDigits, issuedAt }) =>
        handOver(
          state,
          handedOver,
          { idLastDigits, issuedOn: riyadhDate(issuedAt) },
          context.today,
        ),
      );
    },
    'letters.takeBack': (context, input) =>
      changeLetter(context, input, ({ state, issuedAt }) =>
        takeBack(state, input, riyadhDate(issuedAt), context.today),
      ),
    'letters.void': (context, input) =>
      changeLetter(context, input, ({ state }) =>
        voidLetter(state, { reason: input.reason, handedOver: input.evenHandedOver }),
      ),
    'letters.retry': async ({ repos, onCommit, audit }, { id }) => {
      const letter = await repos.letters.byId(id);
      if (!letter) return refuse('NOT_FOUND');
      if (letter.life === 'void') return refuse('LETTER_VOID');
      if (letter.file === 'ready') return refuse('LETTER_READY');
      await audit('letter.retried', { type: 'letter', id });
      onCommit(() => office.set(id));
      return ok({});
    },
  };
}

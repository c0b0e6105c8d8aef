import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { HandOver, LetterEvent, LetterState } from './letter-state.ts';

/** Characters that a reason for voiding a number must have: a word is no reason. */
export const VOID_REASON_MIN = 10;

type Step<Type extends LetterEvent['type']> = Result<Extract<LetterEvent, { type: Type }>, Refusal>;

/** Errors that stand before any step with the paper: LETTER_VOID, LETTER_NOT_READY. */
function paper({ file, life }: LetterState): Result<null, Refusal> {
  if (life === 'void') return refuse('LETTER_VOID');
  return file === 'ready' ? ok(null) : refuse('LETTER_NOT_READY', { status: file });
}

/** The original is printed once. Errors: those of the paper, LETTER_PRINTED: from then on a print is a copy. */
export function printOriginal(state: LetterState): Step<'printed'> {
  const there = paper(state);
  if (!there.ok) return there;
  return state.originalOut ? refuse('LETTER_PRINTED') : ok({ type: 'printed' });
}

/** Errors: those of the paper, LETTER_NOT_PRINTED, LETTER_HANDED_OVER: what somebody holds was not spoilt. */
export function declareJam(state: LetterState, reason: string): Step<'jammed'> {
  const there = paper(state);
  if (!there.ok) return there;
  if (state.handedOverOn !== null) {
    return refuse('LETTER_HANDED_OVER', { on: state.handedOverOn });
  }
  return state.originalOut ? ok({ type: 'jammed', reason }) : refuse('LETTER_NOT_PRINTED');
}

/** Errors: those of the paper, LETTER_NOT_PRINTED: a copy is of an original that is out. */
export function makeCopy(state: LetterState, sha256: string): Step<'copied'> {
  const there = paper(state);
  if (!there.ok) return there;
  return state.originalOut ? ok({ type: 'copied', sha256 }) : refuse('LETTER_NOT_PRINTED');
}

/**
 * @param person The last digits of the addressee's own ID, and the day on which the letter was issued.
 * Errors: those of the paper, LETTER_NOT_PRINTED, LETTER_HANDED_OVER, HANDED_OVER_DAY, RECEIVER_NOT_PERSON.
 */
export function handOver(
  state: LetterState,
  handedOver: HandOver,
  person: { readonly idLastDigits: string; readonly issuedOn: IsoDate },
  today: IsoDate,
): Step<'handedOver'> {
  const there = paper(state);
  if (!there.ok) return there;
  if (state.handedOverOn !== null) {
    return refuse('LETTER_HANDED_OVER', { on: state.handedOverOn });
  }
  if (!state.originalOut) return refuse('LETTER_NOT_PRINTED');
  if (handedOver.on < person.issuedOn || handedOver.on > today) {
    return refuse('HANDED_OVER_DAY', { from: person.issuedOn, to: today });
  }
  if (handedOver.relation === 'self' && handedOver.idLastDigits !== person.idLastDigits) {
    return refuse('RECEIVER_NOT_PERSON');
  }
  return ok({ type: 'handedOver', ...handedOver });
}

/** Errors: those of the paper, LETTER_NOT_PRINTED, LETTER_IS_BACK, RETURNED_DAY. */
export function takeBack(
  state: LetterState,
  returned: { readonly reason: string; readonly on: IsoDate },
  issuedOn: IsoDate,
  today: IsoDate,
): Step<'returned'> {
  const there = paper(state);
  if (!there.ok) return there;
  if (!state.originalOut) return refuse('LETTER_NOT_PRINTED');
  if (state.life === 'returned') return refuse('LETTER_IS_BACK');
  const from = state.handedOverOn ?? issuedOn;
  if (returned.on < from || returned.on > today) {
    return refuse('RETURNED_DAY', { from, to: today });
  }
  return ok({ type: 'returned', ...returned });
}

/**
 * A void letter keeps its number. One that somebody holds is voided only by saying so.
 * Errors: LETTER_VOID, VOID_REASON_SHORT with the characters it must have, LETTER_HANDED_OVER with the day.
 */
export function voidLetter(
  state: LetterState,
  { reason, handedOver }: { readonly reason: string; readonly handedOver: boolean },
): Step<'void'> {
  if (state.life === 'void') return refuse('LETTER_VOID');
  const said = reason.trim();
  if (said.length < VOID_REASON_MIN) {
    return refuse('VOID_REASON_SHORT', { least: VOID_REASON_MIN });
  }
  const isOut = state.handedOverOn !== null;
  if (isOut && !handedOver) return refuse('LETTER_HANDED_OVER', { on: state.handedOverOn });
  return ok({ type: 'void', reason: said, handedOver: isOut });
}

import type { IsoDate } from '../shared/iso-date.ts';

/** Of what business a letter speaks; one to a person about himself alone is `beneficiary`. */
export const LETTER_CASE_TYPES = [
  'complaint',
  'objection',
  'application',
  'resume',
  'payment',
  'beneficiary',
] as const;
export type LetterCaseType = (typeof LETTER_CASE_TYPES)[number];

/** Whether the bytes of a letter are made. */
export const LETTER_FILES = ['queued', 'ready', 'failed'] as const;
export type LetterFile = (typeof LETTER_FILES)[number];

/** Where the paper is. */
export const LETTER_LIVES = ['issued', 'printed', 'handedOver', 'returned', 'void'] as const;
export type LetterLife = (typeof LETTER_LIVES)[number];

export const RECEIVER_RELATIONS = ['self', 'agent', 'guardian', 'relative', 'other'] as const;
export type ReceiverRelation = (typeof RECEIVER_RELATIONS)[number];

export interface HandOver {
  readonly receiver: string;
  readonly relation: ReceiverRelation;
  /** The last four digits of the receiver's ID; never more of it. */
  readonly idLastDigits: string;
  readonly on: IsoDate;
}

/** Everything that can happen to a letter. Who and when stand beside it where it is recorded. */
export type LetterEvent =
  | { readonly type: 'issued' }
  | { readonly type: 'rendered'; readonly sha256: string }
  | { readonly type: 'renderingFailed'; readonly code: string }
  | { readonly type: 'printed' }
  /** The printer spoilt the original: it may be printed as the original once more. */
  | { readonly type: 'jammed'; readonly reason: string }
  /** The archived bytes with the stamp of a copy; the hash is that of the copy. */
  | { readonly type: 'copied'; readonly sha256: string }
  | ({ readonly type: 'handedOver' } & HandOver)
  | { readonly type: 'returned'; readonly reason: string; readonly on: IsoDate }
  /** `handedOver`: the officer knew that somebody holds the paper. */
  | { readonly type: 'void'; readonly reason: string; readonly handedOver: boolean }
  /** Sent without paper; where the paper is stays as it was. */
  | { readonly type: 'sent'; readonly channel: string };

/** What stands in the register's columns; never set by hand, always what the events say. */
export interface LetterState {
  readonly file: LetterFile;
  readonly life: LetterLife;
  /** How often the file was tried. */
  readonly attempts: number;
  readonly sha256: string | null;
  /** Whether the one original is out of the printer. */
  readonly originalOut: boolean;
  readonly printedTimes: number;
  readonly copies: number;
  readonly handedOverOn: IsoDate | null;
}

export const ISSUED: LetterState = {
  file: 'queued',
  life: 'issued',
  attempts: 0,
  sha256: null,
  originalOut: false,
  printedTimes: 0,
  copies: 0,
  handedOverOn: null,
};

/** The state after one more event. */
export function letterAfter(state: LetterState, event: LetterEvent): LetterState {
  switch (event.type) {
    case 'issued':
    case 'sent':
      return state;
    case 'rendered':
      return { ...state, file: 'ready', attempts: state.attempts + 1, sha256: event.sha256 };
    case 'renderingFailed':
      return { ...state, file: 'failed', attempts: state.attempts + 1 };
    case 'printed':
      return {
        ...state,
        life: state.life === 'issued' ? 'printed' : state.life,
        originalOut: true,
        printedTimes: state.printedTimes + 1,
      };
    case 'jammed':
      return {
        ...state,
        life: state.life === 'printed' ? 'issued' : state.life,
        originalOut: false,
      };
    case 'copied':
      return { ...state, copies: state.copies + 1 };
    case 'handedOver':
      return { ...state, life: 'handedOver', handedOverOn: event.on };
    case 'returned':
      return { ...state, life: 'returned', handedOverOn: null };
    case 'void':
      return { ...state, life: 'void' };
  }
}

/** Events after which nothing but the making of the file may follow, and those that come once. */
function follows(state: LetterState, event: LetterEvent): boolean {
  if (event.type === 'issued') return false;
  if (event.type === 'rendered') return state.file !== 'ready';
  if (event.type === 'renderingFailed') return state.file !== 'ready';
  return state.life !== 'void';
}

/**
 * The state that a whole trail of events says; null when it does not begin with the issuing, or goes on after what
 * nothing follows.
 */
export function letterStateOf(events: readonly LetterEvent[]): LetterState | null {
  const [first, ...rest] = events;
  if (first?.type !== 'issued') return null;
  let state: LetterState = ISSUED;
  for (const event of rest) {
    if (!follows(state, event)) return null;
    state = letterAfter(state, event);
  }
  return state;
}

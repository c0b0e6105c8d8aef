export const DELIVERY_CHANNELS = ['email', 'sms'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/** `uncertain`: it was handed over and nobody answered; an officer says what became of it. */
export const DELIVERY_STATES = [
  'waiting',
  'sending',
  'sent',
  'failed',
  'cancelled',
  'uncertain',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why an attempt did not end well, in the order in which a message meets them. */
export const DELIVERY_ERRORS = [
  'DELIVERY_UNREACHABLE',
  'DELIVERY_NOT_TRUSTED',
  'DELIVERY_NO_STARTTLS',
  'DELIVERY_SIGN_IN',
  'DELIVERY_BUSY',
  'DELIVERY_SENDER_REFUSED',
  'DELIVERY_ADDRESS_REFUSED',
  'DELIVERY_TOO_LARGE',
  'DELIVERY_REFUSED',
  'DELIVERY_NO_ANSWER',
  'DELIVERY_UNCLEAR',
  'DELIVERY_INTERRUPTED',
  'DELIVERY_NOT_MADE',
  'CONTENT_MISSING',
  'CONTENT_DAMAGED',
] as const;
export type DeliveryErrorCode = (typeof DELIVERY_ERRORS)[number];

export interface DeliveryError {
  readonly code: DeliveryErrorCode;
  /** The number of the server's or gateway's answer, where there was one. */
  readonly answer: number | null;
}

/** Everything that can happen to a message. Who and when stand beside it where it is recorded. */
export type DeliveryEvent =
  | { readonly type: 'queued' }
  /** The server was not there or did not let us in: nothing was handed over. */
  | ({ readonly type: 'notReached' } & DeliveryError)
  /** From here on the message may have arrived. */
  | { readonly type: 'handingOver' }
  /** The answer says that it was not taken, for now. */
  | ({ readonly type: 'putOff' } & DeliveryError)
  | { readonly type: 'sent'; readonly answer: number | null }
  | ({ readonly type: 'failed' } & DeliveryError)
  | ({ readonly type: 'unclear' } & DeliveryError)
  /** The program ended between handing over and the answer. */
  | { readonly type: 'interrupted' }
  | { readonly type: 'retried' }
  | { readonly type: 'cancelled'; readonly why: 'officer' | 'letterVoid' }
  /** What the officer says of an uncertain message. */
  | { readonly type: 'resolved'; readonly as: 'arrived' | 'sendAgain' | 'notNeeded' };

/** What stands in the columns of a message; never set by hand, always what the events say. */
export interface DeliveryProgress {
  readonly state: DeliveryState;
  /** How often the server was tried since it was queued or an officer sent it again. */
  readonly attempts: number;
  /** How many of these the server answered with a refusal: those are not repeated for ever. */
  readonly refusals: number;
  readonly lastError: DeliveryError | null;
}

const QUEUED: DeliveryProgress = { state: 'waiting', attempts: 0, refusals: 0, lastError: null };

/**
 * The progress after one more event; null when the event cannot follow: nothing is handed over twice without an
 * officer's word in between.
 */
export function deliveryAfter(
  progress: DeliveryProgress | null,
  event: DeliveryEvent,
): DeliveryProgress | null {
  if (progress === null) return event.type === 'queued' ? QUEUED : null;
  const { state, attempts, refusals } = progress;
  switch (event.type) {
    case 'queued':
      return null;
    case 'notReached':
      return state === 'waiting'
        ? {
            ...progress,
            attempts: attempts + 1,
            refusals: refusals + (event.answer === null ? 0 : 1),
            lastError: errorOf(event),
          }
        : null;
    case 'handingOver':
      return state === 'waiting' ? { ...progress, state: 'sending', attempts: attempts + 1 } : null;
    case 'putOff':
      return state === 'sending'
        ? { ...progress, state: 'waiting', refusals: refusals + 1, lastError: errorOf(event) }
        : null;
    case 'sent':
      return state === 'sending' ? { ...progress, state: 'sent', lastError: null } : null;
    case 'failed':
      return state === 'sending' || state === 'waiting'
        ? { ...progress, state: 'failed', lastError: errorOf(event) }
        : null;
    case 'unclear':
      return state === 'sending'
        ? { ...progress, state: 'uncertain', lastError: errorOf(event) }
        : null;
    case 'interrupted':
      return state === 'sending'
        ? {
            ...progress,
            state: 'uncertain',
            lastError: { code: 'DELIVERY_INTERRUPTED', answer: null },
          }
        : null;
    case 'retried':
      return state === 'failed' || state === 'waiting' ? QUEUED : null;
    case 'cancelled':
      return state === 'waiting' ? { ...progress, state: 'cancelled' } : null;
    case 'resolved':
      return state === 'uncertain' ? resolved(progress, event.as) : null;
  }
}

function resolved(
  progress: DeliveryProgress,
  as: 'arrived' | 'sendAgain' | 'notNeeded',
): DeliveryProgress {
  switch (as) {
    case 'arrived':
      return { ...progress, state: 'sent', lastError: null };
    case 'sendAgain':
      return QUEUED;
    case 'notNeeded':
      return { ...progress, state: 'cancelled' };
  }
}

function errorOf({ code, answer }: DeliveryError): DeliveryError {
  return { code, answer };
}

/** The progress that a whole trail says; null when it cannot be followed. */
export function progressOf(events: readonly DeliveryEvent[]): DeliveryProgress | null {
  return events.reduce<DeliveryProgress | null>(
    (progress, event, index) =>
      index > 0 && progress === null ? null : deliveryAfter(progress, event),
    null,
  );
}

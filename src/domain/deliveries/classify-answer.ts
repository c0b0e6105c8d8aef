import type { DeliveryError } from './delivery-state.ts';

/**
 * What an attempt proves. `later` and `never` are certain: the message was not taken. `unclear` is neither, and is
 * never repeated by itself.
 */
export type AttemptOutcome =
  | { readonly kind: 'sent'; readonly answer: number | null }
  | ({ readonly kind: 'later' } & DeliveryError)
  | ({ readonly kind: 'never' } & DeliveryError)
  | ({ readonly kind: 'unclear' } & DeliveryError);

export type SmtpStep = 'connect' | 'tls' | 'starttls' | 'signIn' | 'from' | 'to' | 'data' | 'body';

/**
 * The answer of an SMTP server by the step at which it came (RFC 5321 4.2.1, 4.2.5). Until the server has accepted the
 * end of the text nobody but the sender answers for the message, so everything before `body` is certain; in `body` only
 * a definite answer is.
 *
 * @param answer The three digits; null when the connection failed, broke or was silent.
 */
export function classifySmtp(step: SmtpStep, answer: number | null): AttemptOutcome {
  switch (step) {
    case 'connect':
    case 'signIn':
      return { kind: 'later', code: notLetIn(answer), answer };
    case 'tls':
      return { kind: 'later', code: 'DELIVERY_NOT_TRUSTED', answer };
    case 'starttls':
      return { kind: 'later', code: 'DELIVERY_NO_STARTTLS', answer };
    case 'from':
      return refusal(answer, 'DELIVERY_SENDER_REFUSED');
    case 'to':
      return refusal(answer, 'DELIVERY_ADDRESS_REFUSED');
    case 'data':
      return refusal(answer, 'DELIVERY_REFUSED');
    case 'body':
      if (answer === null) return { kind: 'unclear', code: 'DELIVERY_NO_ANSWER', answer };
      if (answer >= 200 && answer < 300) return { kind: 'sent', answer };
      return refusal(answer, 'DELIVERY_REFUSED');
  }
}

function notLetIn(answer: number | null): DeliveryError['code'] {
  if (answer === null) return 'DELIVERY_UNREACHABLE';
  return answer < 500 ? 'DELIVERY_BUSY' : 'DELIVERY_SIGN_IN';
}

function refusal(answer: number | null, code: DeliveryError['code']): AttemptOutcome {
  if (answer === null) return { kind: 'later', code: 'DELIVERY_UNREACHABLE', answer };
  if (answer < 500) return { kind: 'later', code: 'DELIVERY_BUSY', answer };
  // RFC 5321 4.2.3: 552 is the storage or size limit.
  return { kind: 'never', code: answer === 552 ? 'DELIVERY_TOO_LARGE' : code, answer };
}

export type HttpStep = 'connect' | 'tls' | 'request';

/**
 * The answer of an SMS gateway by its HTTP status (RFC 9110 15). A gateway that fails inside (500, 502, 504) or breaks
 * off may have passed the message on: that is unclear; 408, 425, 429 and 503 say that it was not handled.
 *
 * @param status Null when there was none.
 */
export function classifyHttp(step: HttpStep, status: number | null): AttemptOutcome {
  const answer = status;
  if (step === 'connect') return { kind: 'later', code: 'DELIVERY_UNREACHABLE', answer };
  if (step === 'tls') return { kind: 'later', code: 'DELIVERY_NOT_TRUSTED', answer };
  if (status === null) return { kind: 'unclear', code: 'DELIVERY_NO_ANSWER', answer };
  if (status >= 200 && status < 300) return { kind: 'sent', answer };
  if (status === 401 || status === 403 || status === 407) {
    return { kind: 'later', code: 'DELIVERY_SIGN_IN', answer };
  }
  if (status === 408 || status === 425 || status === 429 || status === 503) {
    return { kind: 'later', code: 'DELIVERY_BUSY', answer };
  }
  if (status >= 500 || status < 200) return { kind: 'unclear', code: 'DELIVERY_UNCLEAR', answer };
  return {
    kind: 'never',
    code: status === 413 ? 'DELIVERY_TOO_LARGE' : 'DELIVERY_REFUSED',
    answer,
  };
}

/** What stops every message of a channel, not this one: others are not tried before it is over. */
export function stopsChannel({ code }: DeliveryError): boolean {
  return (
    code === 'DELIVERY_UNREACHABLE' ||
    code === 'DELIVERY_NOT_TRUSTED' ||
    code === 'DELIVERY_NO_STARTTLS' ||
    code === 'DELIVERY_SIGN_IN'
  );
}

import { latinDigits } from '../shared/search-key.ts';
import type { DeliveryChannel } from './delivery-state.ts';

const SEPARATORS = /[\s\u200E\u200F\u202A-\u202E\u2066-\u2069().-]+/gu;

/**
 * A Saudi mobile number in any of its spellings (`05xxxxxxxx`, `5xxxxxxxx`, `9665...`, `+9665...`, `009665...`, any
 * digits, with separators) as E.164; null for anything else (numbering plan of CST: mobile numbers begin with 5).
 */
export function saudiMobile(text: string): string | null {
  const typed = latinDigits(text).replace(SEPARATORS, '');
  const [, subscriber] = /^(?:(?:\+|00)?966|0)?(5\d{8})$/.exec(typed) ?? [];
  return subscriber === undefined ? null : `+966${subscriber}`;
}

/** `+966551234567` -> `+966******567`; `noura@example.org` -> `n***@example.org`. */
export function maskAddress(channel: DeliveryChannel, address: string): string {
  if (channel === 'sms') return `${address.slice(0, 4)}******${address.slice(-3)}`;
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}

import type { Generated } from 'kysely';
import type {
  DeliveryChannel,
  DeliveryErrorCode,
  DeliveryState,
} from '../../../domain/deliveries/delivery-state.ts';

export interface DeliveryAccountTable {
  channel: DeliveryChannel;
  settings: string;
  /** The password or key. Written here and read by what sends, nowhere else. */
  secret: string | null;
  version: Generated<number>;
  changed_at: string;
  changed_by: string;
}

export interface DeliveryTable {
  id: string;
  channel: DeliveryChannel;
  letter_id: string;
  /** Whole: an e-mail address, or a mobile number in E.164. */
  address: string;
  subject: string | null;
  body: string;
  attachment_sha256: string | null;
  /** `<uuid@domain>` of the e-mail, or the idempotency key of the SMS: the same at every attempt. */
  message_id: string;
  queued_at: string;
  queued_by: string;
  state: DeliveryState;
  attempts: Generated<number>;
  refusals: Generated<number>;
  next_attempt_at: string | null;
  error_code: DeliveryErrorCode | null;
  error_answer: number | null;
  sent_at: string | null;
  version: Generated<number>;
}

export interface DeliveryEventTable {
  seq: Generated<number>;
  delivery_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}

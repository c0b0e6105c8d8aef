import { z } from 'zod';
import {
  DELIVERY_CHANNELS,
  DELIVERY_ERRORS,
  DELIVERY_STATES,
} from '../domain/deliveries/delivery-state.ts';
import { command, job, query } from './define.ts';
import { id, instantField, nothing, pageInput, pageOf, personRef, version } from './fields.ts';

/** An address as mail servers take it (ASCII; no quotes, no comments). */
export const emailAddress = z.email().max(254);

const channel = z.enum(DELIVERY_CHANNELS);
const deliveryError = z.object({ code: z.enum(DELIVERY_ERRORS), answer: z.int().nullable() });

/** A message of the outbox; the address is masked before it leaves the backend. */
export const deliveryRow = personRef.extend({
  id,
  channel,
  letterId: id,
  letterNumber: z.string(),
  letterSubject: z.string(),
  maskedTo: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  /** When it is tried next; only while it waits. */
  nextAttemptAt: instantField.nullable(),
  lastError: deliveryError.nullable(),
  queuedAt: instantField,
  queuedBy: z.string(),
  sentAt: instantField.nullable(),
  version,
});
export type DeliveryRow = z.output<typeof deliveryRow>;

const deliveryEventDto = z.object({
  seq: z.int(),
  type: z.string(),
  at: instantField,
  officerName: z.string().nullable(),
  error: deliveryError.nullable(),
  /** What an officer said of it: arrived, sendAgain, notNeeded. */
  said: z.string().nullable(),
});
export type DeliveryEventDto = z.output<typeof deliveryEventDto>;

const channelState = z.object({
  /** Whether the administrator has set it up. */
  isReady: z.boolean(),
  /** What keeps the whole channel from sending at the moment; it is tried again by itself. */
  rests: deliveryError.extend({ until: instantField }).nullable(),
});

const wait = {
  /** Seconds between two messages. */
  pauseSeconds: z.int().min(0).max(600),
  /** Seconds after which a silent server is given up. */
  timeoutSeconds: z.int().min(1).max(600),
};
/** A certificate (PEM) that is trusted beside the well-known ones: a server of the agency's own. */
const trustedCertificate = z.string().max(20_000).nullable();
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/u);
const secret = z
  .string()
  .max(1000)
  .regex(/^[^\u0000-\u001f\u007f]*$/u);

export const EMAIL_SECURITIES = ['tls', 'starttls', 'none'] as const;

export const emailAccountSettings = z.object({
  host: z
    .string()
    .trim()
    .max(253)
    .regex(
      /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/u,
    ),
  port: z.int().min(1).max(65_535),
  security: z.enum(EMAIL_SECURITIES),
  trustedCertificate,
  /** Empty where the server asks for none. */
  user: line(254),
  fromName: line(100).min(1),
  fromAddress: emailAddress,
  subject: line(200).min(1),
  text: z.string().trim().min(1).max(5000),
  ...wait,
});
export type EmailAccountSettings = z.output<typeof emailAccountSettings>;

export const smsAccountSettings = z.object({
  url: z.url({ protocol: /^https?$/u }).max(1000),
  method: z.enum(['POST', 'PUT']),
  trustedCertificate,
  /** The header that carries the key, e.g. `Authorization`; empty for none. */
  headerName: z
    .string()
    .trim()
    .max(100)
    .regex(/^[A-Za-z0-9-]*$/u),
  /** The JSON body with {to} or {toDigits}, {text} and {sender}. */
  body: z.string().trim().min(2).max(5000),
  sender: line(50),
  text: z.string().trim().min(1).max(1000),
  ...wait,
});
export type SmsAccountSettings = z.output<typeof smsAccountSettings>;

const saved = {
  /** Whether a password or key is kept; it never leaves the backend. */
  hasSecret: z.boolean(),
  changedAt: instantField,
  changedBy: z.string(),
  version,
};
const emailAccount = emailAccountSettings.extend(saved);
export type EmailAccountDto = z.output<typeof emailAccount>;
const smsAccount = smsAccountSettings.extend(saved);
export type SmsAccountDto = z.output<typeof smsAccount>;

/** Null keeps the password that is there, an empty one removes it. */
const newSecret = secret.nullable();

/** Sending issued letters: what waits, what was sent, and by which accounts. */
export const deliveries = {
  /** What would be sent for a letter. Errors: NOT_FOUND, LETTER_NOT_READY, LETTER_VOID. */
  prepare: query({
    access: 'letters.send',
    input: z.object({ letterId: id }),
    output: z.object({
      letter: personRef.extend({ id, number: z.string(), subject: z.string(), version }),
      /** The mobile number of the person's file, masked; null where none or no Saudi mobile stands there. */
      maskedPhone: z.string().nullable(),
      email: z.object({
        isReady: z.boolean(),
        subject: z.string(),
        text: z.string(),
        attachmentName: z.string(),
        sizeBytes: z.int(),
      }),
      sms: z.object({ isReady: z.boolean(), text: z.string() }),
      /** What was queued for this letter before, the newest first. */
      before: z.array(deliveryRow),
    }),
  }),
  /**
   * Queues a message. `to` null: the mobile number of the person's file. Errors: NOT_FOUND, CONFLICT, LETTER_NOT_READY,
   * LETTER_VOID, DELIVERY_ACCOUNT_MISSING, DELIVERY_ADDRESS, DELIVERY_NO_PHONE, DELIVERY_TEXT_PERSONAL, DELIVERY_EXISTS.
   */
  send: command({
    access: 'letters.send',
    input: z.object({
      letterId: id,
      expectedVersion: version,
      channel,
      to: z.string().trim().min(1).max(254).nullable(),
      text: z.string().trim().min(1).max(5000),
    }),
    output: z.object({ id }),
  }),
  list: query({
    access: 'letters.read',
    input: pageInput.extend({
      state: z.array(z.enum(DELIVERY_STATES)).optional(),
      channel: channel.optional(),
      /** Number of the letter or of its case, the person's ID, or the name. */
      search: z.string().max(100).optional(),
      sort: z.enum(['queuedAt', 'nextAttemptAt', 'letterNumber', 'name']).default('queuedAt'),
      descending: z.boolean().default(true),
    }),
    output: pageOf(deliveryRow),
  }),
  /** One message with all that happened to it, oldest first. */
  delivery: query({
    access: 'letters.read',
    input: z.object({ id }),
    output: z.object({
      delivery: deliveryRow,
      subject: z.string().nullable(),
      text: z.string(),
      attachment: z.object({ name: z.string(), sha256: z.string() }).nullable(),
      trail: z.array(deliveryEventDto),
    }),
  }),
  /** How many messages stand in each state, and what the channels do at the moment. */
  status: query({
    access: 'letters.read',
    input: nothing,
    output: z.object({
      counts: z.record(z.enum(DELIVERY_STATES), z.int()),
      email: channelState,
      sms: channelState,
    }),
  }),
  /** Sends what failed once more, or what waits at once. Errors: NOT_FOUND, CONFLICT, DELIVERY_STATE. */
  retry: command({
    access: 'letters.send',
    input: z.object({ id, expectedVersion: version }),
    output: nothing,
  }),
  /** Takes back what was not handed over yet. Errors: NOT_FOUND, CONFLICT, DELIVERY_STATE. */
  cancel: command({
    access: 'letters.send',
    input: z.object({ id, expectedVersion: version }),
    output: nothing,
  }),
  /** What the officer found out of an uncertain message. Errors: NOT_FOUND, CONFLICT, DELIVERY_STATE. */
  resolve: command({
    access: 'letters.send',
    input: z.object({
      id,
      expectedVersion: version,
      as: z.enum(['arrived', 'sendAgain', 'notNeeded']),
    }),
    output: nothing,
  }),
  accounts: query({
    access: 'settings.manage',
    input: nothing,
    output: z.object({ email: emailAccount.nullable(), sms: smsAccount.nullable() }),
  }),
  /**
   * Errors: CONFLICT, DELIVERY_TEXT_FIELD, DELIVERY_CERTIFICATE, DELIVERY_SECRET_AGAIN (the kept password belongs to
   * another server or user).
   */
  saveEmailAccount: command({
    access: 'settings.manage',
    input: emailAccountSettings.extend({
      password: newSecret,
      expectedVersion: version.nullable(),
    }),
    output: z.object({ version }),
  }),
  /** Errors: as for e-mail, and DELIVERY_GATEWAY_URL (a key in the clear), DELIVERY_GATEWAY_BODY. */
  saveSmsAccount: command({
    access: 'settings.manage',
    input: smsAccountSettings.extend({ key: newSecret, expectedVersion: version.nullable() }),
    output: z.object({ version }),
  }),
  /**
   * Sends a short message at once with the saved account, past the outbox. Errors: DELIVERY_ACCOUNT_MISSING,
   * DELIVERY_ADDRESS, and why it was not taken.
   */
  test: job({
    access: 'settings.manage',
    input: z.object({ channel, to: z.string().trim().min(1).max(254) }),
    output: z.object({ answer: z.int().nullable() }),
  }),
};

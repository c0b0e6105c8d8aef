import type { ParsedInputOf } from '../../../contract/api.ts';
import type { EmailAccountSettings, SmsAccountSettings } from '../../../contract/deliveries.ts';
import type { AttemptOutcome } from '../../../domain/deliveries/classify-answer.ts';
import type {
  DeliveryChannel,
  DeliveryEvent,
  DeliveryProgress,
  DeliveryState,
} from '../../../domain/deliveries/delivery-state.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Result } from '../../../domain/shared/result.ts';
import type { Page, QueuePerson, Stamp, TrailEntry } from '../cases/ports.ts';

/** A letter as it can be sent. */
export interface SendableLetter extends QueuePerson {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly issuedAt: IsoInstant;
  readonly version: number;
  /** Null until its file is made. */
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
  readonly isVoid: boolean;
  /** As the person's file has it. */
  readonly phone: string | null;
}

export interface NewDelivery {
  readonly id: string;
  readonly channel: DeliveryChannel;
  readonly letterId: string;
  readonly address: string;
  readonly subject: string | null;
  readonly text: string;
  readonly attachmentSha256: string | null;
  readonly messageId: string;
}

export interface StoredDelivery extends NewDelivery, DeliveryProgress, QueuePerson {
  readonly letterNumber: string;
  readonly letterSubject: string;
  readonly letterIsVoid: boolean;
  readonly nextAttemptAt: IsoInstant | null;
  readonly queuedAt: IsoInstant;
  readonly queuedByName: string;
  readonly sentAt: IsoInstant | null;
  readonly version: number;
}

export type DeliveryAccount =
  | { readonly channel: 'email'; readonly settings: EmailAccountSettings }
  | { readonly channel: 'sms'; readonly settings: SmsAccountSettings };

export type StoredAccount = DeliveryAccount & {
  readonly hasSecret: boolean;
  readonly changedAt: IsoInstant;
  readonly changedByName: string;
  readonly version: number;
};

/** An account with its password: for what sends, and for nothing that answers. */
export type AccountWithSecret = DeliveryAccount & { readonly secret: string | null };

export interface DeliveryReader {
  letter(id: string): Promise<SendableLetter | undefined>;
  list(query: ParsedInputOf<'deliveries.list'>): Promise<Page<StoredDelivery>>;
  byId(id: string): Promise<StoredDelivery | undefined>;
  /** The newest first. */
  ofLetter(letterId: string): Promise<readonly StoredDelivery[]>;
  /** What happened to a message, oldest first. */
  trail(id: string): Promise<readonly TrailEntry<DeliveryEvent>[]>;
  counts(): Promise<Readonly<Record<DeliveryState, number>>>;
  /** Whether the same letter is under way to the same address. */
  isUnderWay(letterId: string, channel: DeliveryChannel, address: string): Promise<boolean>;
  /** The message that has waited longest past its time. */
  nextDue(channels: readonly DeliveryChannel[], now: IsoInstant): Promise<string | undefined>;
  /** Messages that were being handed over when the program ended. */
  inHand(): Promise<readonly string[]>;
  account(channel: DeliveryChannel): Promise<StoredAccount | undefined>;
  accountWithSecret(channel: DeliveryChannel): Promise<AccountWithSecret | undefined>;
  /** Messages after an id with their events: for checking the outbox. */
  withEvents(
    afterId: string,
    limit: number,
  ): Promise<readonly (StoredDelivery & { readonly events: readonly DeliveryEvent[] })[]>;
}

export interface DeliveryWriter extends DeliveryReader {
  queue(delivery: NewDelivery, by: Stamp & { readonly by: string }): Promise<void>;
  /** Appends an event and stores what follows from it; false when the row has changed since `version`. */
  record(
    delivery: { readonly id: string; readonly version: number },
    event: DeliveryEvent,
    progress: DeliveryProgress,
    nextAttemptAt: IsoInstant | null,
    by: Stamp,
  ): Promise<boolean>;
  /** Puts the sending on the letter's own trail. */
  recordOnLetter(
    letterId: string,
    details: { readonly channel: DeliveryChannel; readonly to: string },
    by: Stamp,
  ): Promise<void>;
  /**
   * @param secret Undefined keeps the one that is there.
   * @param version Null for the first.
   * @returns The new version; undefined when it has changed since.
   */
  saveAccount(
    account: DeliveryAccount,
    secret: string | null | undefined,
    version: number | null,
    by: Stamp & { readonly by: string },
  ): Promise<number | undefined>;
}

/** A message as it goes out. */
export interface OutgoingMessage {
  readonly messageId: string;
  readonly to: string;
  /** Of an e-mail. */
  readonly subject: string | null;
  readonly text: string;
  readonly queuedAt: IsoInstant;
  readonly attachment: OutgoingAttachment | null;
}

interface OutgoingAttachment {
  readonly letterNumber: string;
  readonly bytes: Uint8Array;
}

/** A connection that has let us in and is ready to take one message. Until `handOver` nothing can have been sent. */
export interface ReadyLine {
  /** Never throws; when the signal breaks it off, the outcome says what is known. */
  handOver(signal: AbortSignal): Promise<AttemptOutcome>;
  close(): void;
}

/** Reaches the server of an account. Throws the signal's reason when it is given up. */
export type OpenLine = (
  account: AccountWithSecret,
  message: OutgoingMessage,
  signal: AbortSignal,
) => Promise<Result<ReadyLine, AttemptOutcome>>;

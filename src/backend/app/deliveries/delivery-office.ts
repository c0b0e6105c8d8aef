import { stopsChannel, type AttemptOutcome } from '../../../domain/deliveries/classify-answer.ts';
import { maskAddress } from '../../../domain/deliveries/addresses.ts';
import {
  DELIVERY_CHANNELS,
  deliveryAfter,
  type DeliveryChannel,
  type DeliveryError,
  type DeliveryEvent,
} from '../../../domain/deliveries/delivery-state.ts';
import { nextAttempt, pauseMs } from '../../../domain/deliveries/next-attempt.ts';
import { isoInstant, type IsoInstant } from '../../../domain/shared/iso-date.ts';
import { ok, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { ContentStore } from '../documents/ports.ts';
import { readVerified } from '../documents/read-verified.ts';
import type { WriteRepos } from '../ports.ts';
import type {
  AccountWithSecret,
  DeliveryReader,
  OpenLine,
  OutgoingMessage,
  ReadyLine,
  StoredDelivery,
} from './ports.ts';

/** How long a message that is being handed over may take when the branch closes; then its fate is unclear. */
const GRACE_MS = 5_000;

export type ChannelRest = DeliveryError & { readonly until: IsoInstant };

/** Sends what waits in the outbox, one message at a time, beside the transactions that queue. */
export interface DeliveryOffice {
  /** Settles what the last end of the program left open, then looks again and again. */
  start(): Promise<void>;
  /** Looks at once. */
  wake(): void;
  /** Looks at once, and tries servers again that did not answer before. */
  wakeAnew(): void;
  /** Why a channel sends nothing at the moment; null when it does. */
  rests(channel: DeliveryChannel): ChannelRest | null;
  /** Lets the message in hand be answered for a moment, then breaks it off. */
  stop(): Promise<void>;
}

export interface DeliveryOfficeServices {
  readonly deliveries: DeliveryReader;
  readonly transact: <T>(
    work: (repos: WriteRepos) => Promise<Result<T, Refusal>>,
  ) => Promise<Result<T, Refusal>>;
  readonly content: ContentStore;
  readonly open: OpenLine;
  readonly now: () => Date;
  /** Codes and ids only. */
  readonly report: (deliveryId: string, error: unknown) => void;
  readonly note: (deliveryId: string, fields: Readonly<Record<string, string | number>>) => void;
  readonly changed: () => void;
  /** Milliseconds between two looks. */
  readonly pollMs: number;
}

export function createDeliveryOffice(services: DeliveryOfficeServices): DeliveryOffice {
  return new Office(services);
}

class Office implements DeliveryOffice {
  readonly #services: DeliveryOfficeServices;
  readonly #rests = new Map<DeliveryChannel, { rest: ChannelRest; failures: number }>();
  readonly #reaching = new AbortController();
  readonly #handing = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | null = null;
  #lookAgain = false;
  #isStarted = false;

  constructor(services: DeliveryOfficeServices) {
    this.#services = services;
  }

  async start(): Promise<void> {
    await this.#settleInterrupted();
    this.#isStarted = true;
    this.wake();
  }

  wake(): void {
    if (!this.#isStarted || this.#isStopped) return;
    clearTimeout(this.#timer);
    if (this.#round !== null) {
      this.#lookAgain = true;
      return;
    }
    this.#round = this.#sendDue()
      .catch((error: unknown) => {
        this.#services.report('', error);
      })
      .finally(() => {
        this.#round = null;
        if (this.#isStopped) return;
        const delay = this.#lookAgain ? 0 : this.#services.pollMs;
        this.#lookAgain = false;
        this.#timer = setTimeout(() => {
          this.wake();
        }, delay);
        this.#timer.unref();
      });
  }

  wakeAnew(): void {
    this.#rests.clear();
    this.wake();
  }

  rests(channel: DeliveryChannel): ChannelRest | null {
    return this.#rests.get(channel)?.rest ?? null;
  }

  async stop(): Promise<void> {
    this.#reaching.abort();
    clearTimeout(this.#timer);
    const breakOff = setTimeout(() => {
      this.#handing.abort();
    }, GRACE_MS);
    await this.#round;
    clearTimeout(breakOff);
  }

  get #isStopped(): boolean {
    return this.#reaching.signal.aborted;
  }

  /** What was being handed over when the program ended may have arrived: nobody but an officer sends it again. */
  async #settleInterrupted(): Promise<void> {
    const { deliveries, transact, now } = this.#services;
    for (const id of await deliveries.inHand()) {
      await transact(async (repos) => {
        const delivery = await repos.deliveries.byId(id);
        if (delivery) await this.#record(repos, delivery, { type: 'interrupted' }, now());
        return ok(null);
      });
    }
  }

  async #sendDue(): Promise<void> {
    while (!this.#isStopped) {
      const accounts = await this.#openAccounts();
      const id = await this.#services.deliveries.nextDue(
        [...accounts.keys()],
        isoInstant(this.#services.now()),
      );
      if (id === undefined) return;
      const delivery = await this.#services.deliveries.byId(id);
      const account = delivery && accounts.get(delivery.channel);
      if (!delivery || !account) return;
      await this.#send(delivery, account);
      await this.#pause(account.settings.pauseSeconds * 1000);
    }
  }

  /** Channels that are set up and do not rest. */
  async #openAccounts(): Promise<ReadonlyMap<DeliveryChannel, AccountWithSecret>> {
    const { deliveries, now } = this.#services;
    const open = new Map<DeliveryChannel, AccountWithSecret>();
    for (const channel of DELIVERY_CHANNELS) {
      const rest = this.rests(channel);
      if (rest !== null && rest.until > isoInstant(now())) continue;
      const account = await deliveries.accountWithSecret(channel);
      if (account) open.set(channel, account);
    }
    return open;
  }

  async #send(delivery: StoredDelivery, account: AccountWithSecret): Promise<void> {
    if (delivery.letterIsVoid) {
      await this.#tell(delivery, { type: 'cancelled', why: 'letterVoid' });
      return;
    }
    const message = await this.#outgoing(delivery);
    if (!message.ok) {
      await this.#tell(delivery, { type: 'failed', code: message.error.code, answer: null });
      return;
    }
    const line = await this.#reach(account, delivery, message.value);
    if (line === null) return;
    if (!line.ok) {
      await this.#tellOutcome(delivery, line.error);
      return;
    }
    try {
      // From this commit on the message counts as possibly sent, whatever happens to this process.
      const handing = await this.#tell(delivery, { type: 'handingOver' });
      if (handing === null) return;
      const outcome = await line.value.handOver(this.#handing.signal);
      await this.#tellOutcome(handing, outcome);
    } finally {
      line.value.close();
    }
  }

  async #outgoing(
    delivery: StoredDelivery,
  ): Promise<Result<OutgoingMessage, Refusal<'CONTENT_MISSING' | 'CONTENT_DAMAGED'>>> {
    const { messageId, subject, text, queuedAt, address, attachmentSha256, letterNumber } =
      delivery;
    const message = { messageId, to: address, subject, text, queuedAt };
    if (attachmentSha256 === null) return ok({ ...message, attachment: null });
    const bytes = await readVerified(this.#services.content, attachmentSha256);
    return bytes.ok ? ok({ ...message, attachment: { letterNumber, bytes: bytes.value } }) : bytes;
  }

  /** Null when the branch closes meanwhile: nothing has happened then. */
  async #reach(
    account: AccountWithSecret,
    delivery: StoredDelivery,
    message: OutgoingMessage,
  ): Promise<Result<ReadyLine, AttemptOutcome> | null> {
    try {
      return await this.#services.open(account, message, this.#reaching.signal);
    } catch (error) {
      if (this.#isStopped) return null;
      // A bug with one message must not keep all others waiting behind it.
      this.#services.report(delivery.id, error);
      return { ok: false, error: { kind: 'never', code: 'DELIVERY_NOT_MADE', answer: null } };
    }
  }

  async #tellOutcome(delivery: StoredDelivery, outcome: AttemptOutcome): Promise<void> {
    if (outcome.kind === 'later' && stopsChannel(outcome)) this.#rest(delivery.channel, outcome);
    else this.#rests.delete(delivery.channel);
    const after = await this.#tellUntilKept(delivery, eventOf(delivery, outcome));
    if (after === null || outcome.kind !== 'later') return;
    if (nextAttempt(after.attempts, after.refusals, this.#services.now()) === null) {
      const { code, answer } = outcome;
      await this.#tell(after, { type: 'failed', code, answer });
    }
  }

  /** All messages of a channel wait while its server does not let us in, longer each time. */
  #rest(channel: DeliveryChannel, { code, answer }: DeliveryError): void {
    const failures = (this.#rests.get(channel)?.failures ?? 0) + 1;
    const until = isoInstant(new Date(this.#services.now().getTime() + pauseMs(failures)));
    this.#rests.set(channel, { rest: { code, answer, until }, failures });
  }

  /** What became of a message that was handed over is not forgotten because the disk is full for a moment. */
  async #tellUntilKept(
    delivery: StoredDelivery,
    event: DeliveryEvent,
  ): Promise<StoredDelivery | null> {
    for (;;) {
      try {
        return await this.#tell(delivery, event);
      } catch (error) {
        this.#services.report(delivery.id, error);
        if (this.#isStopped) return null;
        await this.#pause(this.#services.pollMs);
      }
    }
  }

  /** Records an event; answers the message as it stands then, or null where somebody else was first. */
  async #tell(delivery: StoredDelivery, event: DeliveryEvent): Promise<StoredDelivery | null> {
    const { transact, now, changed, note } = this.#services;
    const at = now();
    let after: StoredDelivery | undefined;
    await transact(async (repos) => {
      if (await this.#record(repos, delivery, event, at)) {
        after = await repos.deliveries.byId(delivery.id);
      }
      return ok(null);
    });
    if (after === undefined) return null;
    note(delivery.id, {
      event: event.type,
      ...('code' in event ? { code: event.code, answer: event.answer ?? 0 } : {}),
    });
    changed();
    return after;
  }

  async #record(
    repos: WriteRepos,
    delivery: StoredDelivery,
    event: DeliveryEvent,
    at: Date,
  ): Promise<boolean> {
    const progress = deliveryAfter(delivery, event);
    if (progress === null) return false;
    const by = { at: isoInstant(at), by: null };
    const due =
      progress.state === 'waiting'
        ? (nextAttempt(progress.attempts, progress.refusals, at) ?? by.at)
        : null;
    const kept = await repos.deliveries.record(delivery, event, progress, due, by);
    if (kept && progress.state === 'sent' && !delivery.letterIsVoid) {
      const { letterId, channel, address } = delivery;
      const to = maskAddress(channel, address);
      await repos.deliveries.recordOnLetter(letterId, { channel, to }, by);
    }
    return kept;
  }

  /** Ends early when the branch closes. */
  #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#reaching;
    if (milliseconds === 0 || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
    });
  }
}

function eventOf({ state }: StoredDelivery, outcome: AttemptOutcome): DeliveryEvent {
  const { answer } = outcome;
  switch (outcome.kind) {
    case 'sent':
      return { type: 'sent', answer };
    case 'later':
      return { type: state === 'sending' ? 'putOff' : 'notReached', code: outcome.code, answer };
    case 'never':
      return { type: 'failed', code: outcome.code, answer };
    case 'unclear':
      return { type: 'unclear', code: outcome.code, answer };
  }
}

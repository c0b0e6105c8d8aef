import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { emailAccountSettings, smsAccountSettings } from '../../../contract/deliveries.ts';
import type { ParsedInputOf } from '../../../contract/api.ts';
import type {
  DeliveryAccount,
  DeliveryReader,
  DeliveryWriter,
  NewDelivery,
  StoredDelivery,
} from '../../app/deliveries/ports.ts';
import type { Stamp } from '../../app/cases/ports.ts';
import type {
  DeliveryChannel,
  DeliveryEvent,
  DeliveryState,
} from '../../../domain/deliveries/delivery-state.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';
import type { Schema } from '../schema/schema.ts';
import { byCase, eventDetails, eventFrom, matchesSearch, trailEntry } from './case-rows.ts';

type Tables = Pick<Schema, 'delivery' | 'letter' | 'beneficiary' | 'officer'>;

export class DeliveryReadRepo implements DeliveryReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  letter: DeliveryReader['letter'] = async (id) => {
    const row = await this.#db
      .selectFrom('letter as l')
      .innerJoin('beneficiary as b', 'b.id', 'l.beneficiary_id')
      .where('l.id', '=', id)
      .select([
        'l.id',
        'l.number',
        'l.subject',
        'l.issued_at',
        'l.version',
        'l.sha256',
        'l.size_bytes',
        'b.id as beneficiary_id',
        'b.full_name',
        'b.national_id',
        'b.phone',
        isVoid('l.id').as('is_void'),
      ])
      .executeTakeFirst();
    return (
      row && {
        id: row.id,
        number: row.number,
        subject: row.subject,
        issuedAt: row.issued_at as IsoInstant,
        version: row.version,
        sha256: row.sha256,
        sizeBytes: row.size_bytes,
        isVoid: row.is_void === 1,
        beneficiaryId: row.beneficiary_id,
        name: row.full_name,
        nationalId: row.national_id,
        phone: row.phone,
      }
    );
  };

  list: DeliveryReader['list'] = async (query) => {
    const found = this.#joined().where((eb) => eb.and(conditions(eb, query)));
    const direction = query.descending ? 'desc' : 'asc';
    const [{ total }, rows] = await Promise.all([
      found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
      orderColumns(query.sort)
        .reduce(
          (ordered, column) =>
            ordered.orderBy(column, (order) =>
              query.descending ? order.desc().nullsLast() : order.asc().nullsLast(),
            ),
          found,
        )
        .orderBy('d.id', direction)
        .limit(query.limit)
        .offset(query.offset)
        .select(COLUMNS)
        .select(isVoid('d.letter_id').as('letter_is_void'))
        .execute(),
    ]);
    return { rows: rows.map(toStored), total };
  };

  byId: DeliveryReader['byId'] = async (id) => {
    const row = await this.#rows().where('d.id', '=', id).executeTakeFirst();
    return row && toStored(row);
  };

  ofLetter: DeliveryReader['ofLetter'] = async (letterId) => {
    const rows = await this.#rows()
      .where('d.letter_id', '=', letterId)
      .orderBy('d.queued_at', 'desc')
      .orderBy('d.id', 'desc')
      .execute();
    return rows.map(toStored);
  };

  trail: DeliveryReader['trail'] = async (id) => {
    const rows = await this.#db
      .selectFrom('delivery_event as e')
      .leftJoin('officer as o', 'o.id', 'e.officer_id')
      .where('e.delivery_id', '=', id)
      .orderBy('e.seq')
      .select(['e.seq', 'e.at', 'e.type', 'e.details', 'e.officer_id', 'o.full_name'])
      .execute();
    return rows.map((row) => trailEntry<DeliveryEvent>(row));
  };

  counts: DeliveryReader['counts'] = async () => {
    const rows = await this.#db
      .selectFrom('delivery')
      .groupBy('state')
      .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
      .execute();
    const found = new Map(rows.map(({ state, count }) => [state, count]));
    const of = (state: DeliveryState): number => found.get(state) ?? 0;
    return {
      waiting: of('waiting'),
      sending: of('sending'),
      sent: of('sent'),
      failed: of('failed'),
      cancelled: of('cancelled'),
      uncertain: of('uncertain'),
    };
  };

  isUnderWay: DeliveryReader['isUnderWay'] = async (letterId, channel, address) => {
    const row = await this.#db
      .selectFrom('delivery')
      .where('letter_id', '=', letterId)
      .where('channel', '=', channel)
      .where('address', '=', address)
      .where('state', 'in', ['waiting', 'sending', 'uncertain'])
      .select('id')
      .executeTakeFirst();
    return row !== undefined;
  };

  nextDue: DeliveryReader['nextDue'] = async (channels, now) => {
    const row = await this.#db
      .selectFrom('delivery')
      .where('state', '=', 'waiting')
      .where('channel', 'in', channels)
      .where('next_attempt_at', '<=', now)
      .orderBy('next_attempt_at')
      .orderBy('id')
      .limit(1)
      .select('id')
      .executeTakeFirst();
    return row?.id;
  };

  inHand: DeliveryReader['inHand'] = async () => {
    const rows = await this.#db
      .selectFrom('delivery')
      .where('state', '=', 'sending')
      .orderBy('id')
      .select('id')
      .execute();
    return rows.map(({ id }) => id);
  };

  account: DeliveryReader['account'] = async (channel) => {
    const row = await this.#db
      .selectFrom('delivery_account as a')
      .innerJoin('officer as o', 'o.id', 'a.changed_by')
      .where('a.channel', '=', channel)
      .select(['a.settings', 'a.version', 'a.changed_at', 'o.full_name'])
      .select(sql<number>`a.secret is not null`.as('has_secret'))
      .executeTakeFirst();
    return (
      row && {
        ...parsedAccount(channel, row.settings),
        hasSecret: row.has_secret === 1,
        changedAt: row.changed_at as IsoInstant,
        changedByName: row.full_name,
        version: row.version,
      }
    );
  };

  accountWithSecret: DeliveryReader['accountWithSecret'] = async (channel) => {
    const row = await this.#db
      .selectFrom('delivery_account')
      .where('channel', '=', channel)
      .select(['settings', 'secret'])
      .executeTakeFirst();
    return row && { ...parsedAccount(channel, row.settings), secret: row.secret };
  };

  withEvents: DeliveryReader['withEvents'] = async (afterId, limit) => {
    const rows = await this.#rows()
      .where('d.id', '>', afterId)
      .orderBy('d.id')
      .limit(limit)
      .execute();
    const events = await this.#db
      .selectFrom('delivery_event')
      .where(
        'delivery_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('seq')
      .select(['delivery_id', 'type', 'details'])
      .execute();
    const trails = byCase(events, (event) => event.delivery_id);
    return rows.map((row) => ({
      ...toStored(row),
      events: (trails.get(row.id) ?? []).map((event) => eventFrom<DeliveryEvent>(event)),
    }));
  };

  #joined() {
    return this.#db
      .selectFrom('delivery as d')
      .innerJoin('letter as l', 'l.id', 'd.letter_id')
      .innerJoin('beneficiary as b', 'b.id', 'l.beneficiary_id')
      .innerJoin('officer as o', 'o.id', 'd.queued_by');
  }

  #rows() {
    return this.#joined().select(COLUMNS).select(isVoid('d.letter_id').as('letter_is_void'));
  }
}

const COLUMNS = [
  'd.id',
  'd.channel',
  'd.letter_id',
  'd.address',
  'd.subject',
  'd.body',
  'd.attachment_sha256',
  'd.message_id',
  'd.queued_at',
  'd.state',
  'd.attempts',
  'd.refusals',
  'd.next_attempt_at',
  'd.error_code',
  'd.error_answer',
  'd.sent_at',
  'd.version',
  'o.full_name as queued_by_name',
  'l.number as letter_number',
  'l.subject as letter_subject',
  'b.id as beneficiary_id',
  'b.full_name as name',
  'b.national_id',
] as const;

/** NOTE: asked of the trail, so that it holds however the register keeps its columns. */
function isVoid(letter: 'l.id' | 'd.letter_id') {
  return sql<number>`exists (select 1 from letter_event e
    where e.letter_id = ${sql.ref(letter)} and e.type = 'void')`;
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

/** Names the type of a row; never run. */
function selected(db: Reader['db']) {
  return db
    .selectFrom('delivery as d')
    .innerJoin('letter as l', 'l.id', 'd.letter_id')
    .innerJoin('beneficiary as b', 'b.id', 'l.beneficiary_id')
    .innerJoin('officer as o', 'o.id', 'd.queued_by')
    .select(COLUMNS)
    .select(isVoid('d.letter_id').as('letter_is_void'));
}

function toStored(row: Row): StoredDelivery {
  return {
    id: row.id,
    channel: row.channel,
    letterId: row.letter_id,
    address: row.address,
    subject: row.subject,
    text: row.body,
    attachmentSha256: row.attachment_sha256,
    messageId: row.message_id,
    state: row.state,
    attempts: row.attempts,
    refusals: row.refusals,
    lastError: row.error_code && { code: row.error_code, answer: row.error_answer },
    nextAttemptAt: row.next_attempt_at as IsoInstant | null,
    queuedAt: row.queued_at as IsoInstant,
    queuedByName: row.queued_by_name,
    sentAt: row.sent_at as IsoInstant | null,
    version: row.version,
    letterNumber: row.letter_number,
    letterSubject: row.letter_subject,
    letterIsVoid: row.letter_is_void === 1,
    beneficiaryId: row.beneficiary_id,
    name: row.name,
    nationalId: row.national_id,
  };
}

type Joined = {
  d: Tables['delivery'];
  l: Tables['letter'];
  b: Tables['beneficiary'];
  o: Tables['officer'];
};

function conditions(
  eb: ExpressionBuilder<Joined, 'd' | 'l' | 'b' | 'o'>,
  { state, channel, search }: ParsedInputOf<'deliveries.list'>,
): Expression<SqlBool>[] {
  const typed = matchesSearch(eb, search, {
    nameKey: eb.ref('l.name_key'),
    numbers: [eb.ref('l.number'), eb.ref('l.case_number')],
    beneficiaryId: eb.ref('l.beneficiary_id'),
  });
  return [
    ...(state?.length ? [eb('d.state', 'in', state)] : []),
    ...(channel === undefined ? [] : [eb('d.channel', '=', channel)]),
    ...(typed === null ? [] : [typed]),
  ];
}

function orderColumns(sort: ParsedInputOf<'deliveries.list'>['sort']) {
  switch (sort) {
    case 'queuedAt':
      return ['d.queued_at'] as const;
    case 'nextAttemptAt':
      return ['d.next_attempt_at', 'd.queued_at'] as const;
    case 'letterNumber':
      return ['l.year', 'l.serial'] as const;
    case 'name':
      return ['l.name_key', 'd.queued_at'] as const;
  }
}

function parsedAccount(channel: DeliveryChannel, settings: string): DeliveryAccount {
  const stored: unknown = JSON.parse(settings);
  return channel === 'email'
    ? { channel, settings: emailAccountSettings.parse(stored) }
    : { channel, settings: smsAccountSettings.parse(stored) };
}

export class DeliveryWriteRepo extends DeliveryReadRepo implements DeliveryWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async queue(delivery: NewDelivery, by: Stamp & { readonly by: string }): Promise<void> {
    await this.#db
      .insertInto('delivery')
      .values({
        id: delivery.id,
        channel: delivery.channel,
        letter_id: delivery.letterId,
        address: delivery.address,
        subject: delivery.subject,
        body: delivery.text,
        attachment_sha256: delivery.attachmentSha256,
        message_id: delivery.messageId,
        queued_at: by.at,
        queued_by: by.by,
        state: 'waiting',
        next_attempt_at: by.at,
        error_code: null,
        error_answer: null,
        sent_at: null,
      })
      .execute();
    await this.#append(delivery.id, { type: 'queued' }, by);
  }

  record: DeliveryWriter['record'] = async (delivery, event, progress, nextAttemptAt, by) => {
    const result = await this.#db
      .updateTable('delivery')
      .set({
        state: progress.state,
        attempts: progress.attempts,
        refusals: progress.refusals,
        next_attempt_at: nextAttemptAt,
        error_code: progress.lastError?.code ?? null,
        error_answer: progress.lastError?.answer ?? null,
        sent_at: progress.state === 'sent' ? by.at : null,
        version: delivery.version + 1,
      })
      .where('id', '=', delivery.id)
      .where('version', '=', delivery.version)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) return false;
    await this.#append(delivery.id, event, by);
    return true;
  };

  recordOnLetter: DeliveryWriter['recordOnLetter'] = async (letterId, details, { at, by }) => {
    await this.#db
      .insertInto('letter_event')
      .values({
        letter_id: letterId,
        type: 'sent',
        at,
        officer_id: by,
        details: JSON.stringify(details),
      })
      .execute();
  };

  saveAccount: DeliveryWriter['saveAccount'] = async (account, secret, version, { at, by }) => {
    const values = {
      settings: JSON.stringify(account.settings),
      ...(secret === undefined ? {} : { secret }),
      changed_at: at,
      changed_by: by,
    };
    if (version === null) {
      const inserted = await this.#db
        .insertInto('delivery_account')
        .values({ secret: null, ...values, channel: account.channel })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return inserted.numInsertedOrUpdatedRows === 1n ? 1 : undefined;
    }
    const updated = await this.#db
      .updateTable('delivery_account')
      .set({ ...values, version: version + 1 })
      .where('channel', '=', account.channel)
      .where('version', '=', version)
      .executeTakeFirst();
    return updated.numUpdatedRows === 1n ? version + 1 : undefined;
  };

  async #append(deliveryId: string, event: DeliveryEvent, { at, by }: Stamp): Promise<void> {
    await this.#db
      .insertInto('delivery_event')
      .values({
        delivery_id: deliveryId,
        type: event.type,
        at,
        officer_id: by,
        details: eventDetails(event),
      })
      .execute();
  }
}

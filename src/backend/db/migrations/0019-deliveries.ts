import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';

/**
 * The outbox of letters that are sent without paper. A message is queued whole in the transaction of the command; what
 * became of it are events, and its state is what they say.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'delivery_account',
    `channel text primary key check (channel in ('email', 'sms')),
     settings text not null check (json_valid(settings)),
     secret text,
     version integer not null default 1,
     changed_at text not null,
     changed_by text not null references officer (id)`,
  );
  await createTable(
    db,
    'delivery',
    `id text primary key,
     channel text not null check (channel in ('email', 'sms')),
     letter_id text not null references letter (id),
     address text not null,
     subject text,
     body text not null,
     attachment_sha256 text,
     message_id text not null unique,
     queued_at text not null,
     queued_by text not null references officer (id),
     state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'cancelled', 'uncertain')),
     attempts integer not null default 0,
     refusals integer not null default 0,
     next_attempt_at text,
     error_code text,
     error_answer integer,
     sent_at text,
     version integer not null default 1,
     check ((channel = 'email') = (subject is not null)),
     check ((channel = 'email') = (attachment_sha256 is not null)),
     check ((state = 'waiting') = (next_attempt_at is not null)),
     check ((state = 'sent') = (sent_at is not null)),
     check (state <> 'uncertain' or error_code is not null)`,
  );
  await createTable(
    db,
    'delivery_event',
    `seq integer primary key autoincrement,
     delivery_id text not null references delivery (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  const statements = [
    `create index delivery_due on delivery (channel, next_attempt_at, id) where state = 'waiting'`,
    'create index delivery_state on delivery (state, queued_at, id)',
    'create index delivery_queued on delivery (queued_at, id)',
    'create index delivery_letter on delivery (letter_id, queued_at)',
    'create index delivery_event_of on delivery_event (delivery_id, seq)',
    // The same letter to the same address is under way once.
    `create unique index delivery_open on delivery (letter_id, channel, address)
     where state in ('waiting', 'sending', 'uncertain')`,
    `create trigger delivery_stays before update of id, channel, letter_id, address, subject, body, attachment_sha256,
       message_id, queued_at, queued_by on delivery
     begin select raise(abort, 'a queued message stays as it is'); end`,
    `create trigger delivery_never_gone before delete on delivery
     begin select raise(abort, 'a queued message is never removed'); end`,
    ...['update', 'delete'].map(
      (change) =>
        `create trigger delivery_event_no_${change} before ${change} on delivery_event
         begin select raise(abort, 'events of a message are append-only'); end`,
    ),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

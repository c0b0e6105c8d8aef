import { sql, type Kysely, type Transaction } from 'kysely';
import { putFamilyNames, putSearchWords } from '../dialect/search-words.ts';
import { createClusteredTable, createFamilyIndex, createTable } from '../dialect/sqlite.ts';
import type { Schema } from '../schema/schema.ts';

/**
 * What is known of households in two times: `valid_*` when it held in the world, `recorded_in`/`superseded_in` the changes
 * between which the branch knew it so. Facts are never overwritten: a correction closes one and adds others. They lie in the
 * order of households, so that a whole branch is read in one go. Members and incomes as they were kept before become the
 * facts of a first change; accounts say what proves them.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await run(db, NUMBERED);
  await createTable(
    db,
    'registry_change',
    `no integer primary key autoincrement,
     at text not null,
     officer_id text references officer (id),
     source text not null check (source in ('application', 'correction', 'governmentRecord', 'merge', 'caseDecision',
       'paymentList', 'founding')),
     reason text not null default '',
     case_type text,
     case_id text,
     check ((case_type is null) = (case_id is null))`,
  );
  await createClusteredTable(
    db,
    'household_fact',
    `beneficiary_no integer not null references beneficiary (no),
     seq integer not null check (seq > 0),
     record integer not null check (record between 1 and seq),
     kind text not null check (kind in ('household', 'person', 'contact', 'income', 'asset', 'stay', 'dwelling',
       'breach')),
     subject integer not null check (subject >= 0),
     data text not null check (json_valid(data)),
     valid_from text not null,
     valid_to text check (valid_to > valid_from),
     recorded_in integer not null references registry_change (no),
     superseded_in integer references registry_change (no) check (superseded_in > recorded_in),
     primary key (beneficiary_no, seq)`,
  );
  await run(db, [...CARRIED_OVER, ...GUARDED, ...PROVEN_ACCOUNTS]);
  await createFamilyIndex(db);
  await findEverybody(db);
}

async function run(db: Kysely<never>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const PEOPLE_A_STEP = 1000;

/** Words lose their article, and dependants are found too. */
async function findEverybody(db: Kysely<never>): Promise<void> {
  const tx = db as unknown as Transaction<Schema>;
  for (let after = 0; ;) {
    const people = await tx
      .selectFrom('beneficiary')
      .where('no', '>', after)
      .orderBy('no')
      .limit(PEOPLE_A_STEP)
      .select(['no', 'id', 'name_key'])
      .execute();
    const last = people.at(-1);
    if (last === undefined) return;
    await putSearchWords(
      tx,
      people.map(({ id, name_key: words }) => ({ kind: 'person', refId: id, words })),
    );
    const { rows } = await sql<{ no: number; subject: number; name: string }>`
      select beneficiary_no as no, subject, data ->> 'name' as name from household_fact
      where beneficiary_no > ${after} and beneficiary_no <= ${last.no} and kind = 'person'
        and subject > 0`.execute(tx);
    await putFamilyNames(tx, rows);
    after = last.no;
  }
}

/** For what lies in the order of households; the id is what leaves the backend. */
const NUMBERED = [
  'alter table beneficiary add column no integer',
  'update beneficiary set no = rowid',
  'create unique index beneficiary_no on beneficiary (no)',
  `create trigger beneficiary_numbered after insert on beneficiary when new.no is null
   begin update beneficiary set no = (select coalesce(max(no), 0) + 1 from beneficiary) where id = new.id; end`,
];

/** The first day of a household: that of its registration, or of what is known to have held before. */
const BEGUN = `create temp table begun as
  select b.no, b.id, substr(b.created_at, 1, 10) as registered, min(substr(b.created_at, 1, 10),
    coalesce((select min(valid_from) from household_member m where m.beneficiary_id = b.id), '9999'),
    coalesce((select min(valid_from) from income i where i.beneficiary_id = b.id), '9999')) as since
  from beneficiary b where b.birth_date is not null and b.kind is not null`;

/** Dependants get their numbers by age. Of who is known from a payment list only, nothing is made up. */
const MEMBERS = `create temp table numbered_member as
  select m.*, g.no, g.registered, row_number() over (partition by g.no order by m.birth_date, m.id) as subject
  from household_member m join begun g on g.id = m.beneficiary_id`;

const CARRIED_OVER = [
  BEGUN,
  MEMBERS,
  `insert into registry_change (at, source)
   select strftime('%Y-%m-%dT%H:%M:%fZ', min(created_at)), 'founding' from beneficiary
   having exists (select 1 from begun)`,
  `create temp table carried (no, place, kind, subject, data, valid_from, valid_to)`,
  `insert into carried select g.no, 1, 'household', 0,
     json_object('kind', b.kind, 'applicationDate', g.registered, 'families', 1), g.since, null
   from begun g join beneficiary b on b.no = g.no`,
  `insert into carried select g.no, 2, 'person', 0, json_patch('{}', json_object('name', b.full_name,
     'nationalId', b.national_id, 'sex', b.sex, 'birthDate', b.birth_date, 'nationality',
     case when b.national_id like '1%' then 'saudi' else 'exempt' end, 'deceasedOn', b.deceased_on)), g.since, null
   from begun g join beneficiary b on b.no = g.no`,
  `insert into carried select g.no, 3, 'contact', 0, json_patch('{}', json_object('phone', b.phone,
     'addressLine', nullif(b.address, ''))), g.since, null
   from begun g join beneficiary b on b.no = g.no where b.phone is not null or b.address <> ''`,
  `insert into carried select no, 4, 'person', subject, json_object('name', full_name, 'birthDate', birth_date,
     'nationality', 'saudi', 'relation', relation, 'dependantKind', case relation when 'child' then 'ward'
       when 'other' then 'cohabitant' else 'relative' end), valid_from, valid_to
   from numbered_member where valid_to is null or valid_to > valid_from`,
  // Their days were counted in the year before the application.
  `insert into carried select no, 5, 'stay', subject, '{"place":"abroad"}',
     date(registered, '-' || days_abroad || ' days'), registered from numbered_member where days_abroad > 0`,
  `insert into carried select no, 5, 'stay', subject, '{"place":"centre"}', date(valid_from, '-3 months'), null
   from numbered_member where in_centre = 1`,
  `insert into carried select g.no, 6, 'income', coalesce(m.subject, 0), json_object('type', i.type,
     'amount', i.monthly_halalas, 'per', 'month'), i.valid_from, i.valid_to
   from income i join begun g on g.id = i.beneficiary_id left join numbered_member m on m.id = i.member_id
   where i.valid_to is null or i.valid_to > i.valid_from order by i.id`,
  `insert into household_fact (beneficiary_no, seq, record, kind, subject, data, valid_from, valid_to, recorded_in)
   select no, seq, seq, kind, subject, data, valid_from, valid_to, (select max(no) from registry_change)
   from (select *, row_number() over (partition by no order by place, subject, rowid) as seq from carried)
   order by no, seq`,
  ...['carried', 'numbered_member', 'begun', 'income', 'household_member'].map(
    (table) => `drop table ${table}`,
  ),
];

const GUARDED = [
  'create index registry_change_at on registry_change (at)',
  // Dependants by their ids: for the search box, and since nobody lives in two families (LAW 11).
  `create index household_dependant on household_fact (data ->> 'nationalId')
   where kind = 'person' and subject > 0 and superseded_in is null and data ->> 'nationalId' is not null`,
  `create trigger household_fact_stays before update on household_fact
   when old.superseded_in is not null or new.superseded_in is null or new.data is not old.data
     or new.valid_from is not old.valid_from or new.valid_to is not old.valid_to
     or new.recorded_in is not old.recorded_in or new.kind is not old.kind or new.subject is not old.subject
     or new.record is not old.record or new.seq is not old.seq or new.beneficiary_no is not old.beneficiary_no
   begin select raise(abort, 'what was known stays as it was'); end`,
  `create trigger household_fact_kept before delete on household_fact
   begin select raise(abort, 'what was known stays'); end`,
  ...['update', 'delete'].map(
    (change) =>
      `create trigger registry_change_no_${change} before ${change} on registry_change
       begin select raise(abort, 'changes are append-only'); end`,
  ),
];

const PROVEN_ACCOUNTS = [
  `alter table bank_account add column proof_kind text
     check (proof_kind in ('ibanCertificate', 'bankLetter', 'statement', 'other'))`,
  'alter table bank_account add column proof_document_id text references document (id)',
  `alter table bank_account add column verified_how text
     check (verified_how in ('bankConfirmation', 'document', 'resumed', 'list'))`,
  'alter table bank_account add column verified_by text references officer (id)',
  // So far only a resumed payment verified an account.
  `update bank_account set verified_how = 'resumed' where verified_on is not null`,
];

import { sql, type Kysely } from 'kysely';
import { createTable, rewriteTable } from '../dialect/sqlite.ts';
import { appendOnlyTriggers } from './0005-complaints.ts';

/** Code, article, Arabic as printed, English: what the sum can find and the table of reasons did not name. */
const REFUSAL_REASONS: readonly (readonly [string, string, string, string])[] = [
  [
    'R14',
    'REG 6',
    'لم تتحقق الجنسية السعودية أو إحدى الفئات المستثناة بإقامة سارية',
    'Neither a citizen nor of the exempt groups with a valid residence',
  ],
  [
    'R15',
    'REG 1',
    'لم يبلغ المستقل الثامنة عشرة من عمره',
    'An independent applicant who is under eighteen',
  ],
];

/**
 * Applications from draft to decision as append-only events, with their intake in revisions: what was submitted stays as it
 * was submitted. Nobody decides what he proposed, and a person has one open application of a programme.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'application',
    `id text primary key,
     number text not null unique,
     programme text not null,
     beneficiary_id text references beneficiary (id),
     known integer not null check (known in (0, 1)),
     eligibility_before text not null,
     national_id text not null,
     name text not null default '',
     name_key text not null default '',
     channel text not null check (channel in ('platform', 'branch', 'phone')),
     status text not null check (status in ('draft', 'review', 'completion', 'initialApproval', 'refusalProposed',
       'finalApproval', 'refused', 'cancelled', 'withdrawn')),
     started_on text not null,
     started_by text not null references officer (id),
     submitted_on text,
     deadline_on text,
     paused_on text,
     assigned_to text references officer (id),
     revision integer not null default 0,
     papers text not null default '{}' check (json_valid(papers)),
     completion text check (completion is null or json_valid(completion)),
     complete_by text,
     proposal text check (proposal is null or json_valid(proposal)),
     proposed_by text references officer (id),
     proposed_on text,
     decided_by text references officer (id),
     decided_on text,
     effective_from text,
     pension_halalas integer check (pension_halalas >= 0),
     cancelled_for text check (cancelled_for in ('notCompleted', 'discarded')),
     ended_on text,
     reviews integer not null default 0,
     standing integer not null check (standing = case
       when status in ('finalApproval', 'refused', 'cancelled', 'withdrawn') then 3
       when status = 'draft' then 2 when status = 'completion' then 1 else 0 end),
     created_at text not null,
     version integer not null default 1,
     check ((revision = 0) = (submitted_on is null)),
     check (submitted_on is null or beneficiary_id is not null),
     check (status <> 'draft' or revision = 0),
     check ((status = 'completion') = (completion is not null)),
     check ((completion is null) = (complete_by is null) and (completion is null) = (paused_on is null)),
     check ((proposal is null) = (proposed_by is null)),
     check (status not in ('initialApproval', 'refusalProposed') or proposal is not null),
     check (decided_by is null or (proposed_by is not null and decided_by <> proposed_by)),
     check ((decided_by is null) = (decided_on is null)),
     check (status not in ('finalApproval', 'refused') or decided_by is not null),
     check ((status in ('cancelled', 'withdrawn')) = (ended_on is not null)),
     check ((status = 'cancelled') = (cancelled_for is not null))`,
  );
  await createTable(
    db,
    'application_intake',
    `application_id text not null references application (id),
     revision integer not null check (revision >= 0),
     data text not null check (json_valid(data)),
     recorded_at text not null,
     recorded_by text not null references officer (id),
     primary key (application_id, revision)`,
  );
  await createTable(
    db,
    'application_event',
    `seq integer primary key autoincrement,
     application_id text not null references application (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  const table = db as unknown as Kysely<{ refusal_reason: Record<string, string | number> }>;
  await table
    .insertInto('refusal_reason')
    .values(
      REFUSAL_REASONS.map(([code, article, textAr, textEn], index) => ({
        code,
        article,
        text_ar: textAr,
        text_en: textEn,
        position: 100 + index,
      })),
    )
    .execute();
  await rewriteTable(db, 'document', `'life')`, `'life', 'application')`);
  for (const letters of ['letter', 'letter_draft']) {
    await rewriteTable(db, letters, `'beneficiary')`, `'beneficiary', 'application')`);
  }
}

const PROPOSED = ['proposed_by', 'proposal'].map((column) => `new.${column} is not old.${column}`);

const STATEMENTS = [
  'create index application_queue on application (standing, deadline_on, number, name_key)',
  'create index application_assigned on application (assigned_to, standing, deadline_on, number, status)',
  'create index application_status on application (status, deadline_on, number)',
  'create index application_beneficiary on application (beneficiary_id) where beneficiary_id is not null',
  'create index application_person on application (national_id, started_on)',
  'create index application_submitted on application (submitted_on, number)',
  'create index application_name on application (name_key, number)',
  'create unique index application_open on application (national_id, programme) where standing < 3',
  'create index application_event_application on application_event (application_id, seq)',
  `create trigger application_person_renamed after update of name_key on beneficiary
   when new.name_key <> old.name_key
   begin update application set name = new.full_name, name_key = new.name_key where beneficiary_id = new.id; end`,
  `create trigger application_four_eyes before update on application
   when new.decided_by is not null and old.decided_by is null
     and (old.status not in ('initialApproval', 'refusalProposed') or ${PROPOSED.join(' or ')})
   begin select raise(abort, 'only what stands proposed can be decided'); end`,
  // A refusal is studied anew only when a review of it is asked, an acceptance ends only by withdrawal.
  `create trigger application_decided before update on application
   when old.decided_by is not null and not (old.status = 'refused' and new.status = 'review')
     and (new.decided_by is not old.decided_by or new.decided_on is not old.decided_on
       or new.effective_from is not old.effective_from or new.pension_halalas is not old.pension_halalas
       or (new.status <> old.status and not (old.status = 'finalApproval' and new.status = 'withdrawn'))
       or ${PROPOSED.join(' or ')})
   begin select raise(abort, 'a decision stays'); end`,
  `create trigger application_event_four_eyes before insert on application_event
   when new.type in ('finallyApproved', 'refused') and new.officer_id is (
     select officer_id from application_event
     where application_id = new.application_id and type in ('initiallyApproved', 'refusalProposed')
     order by seq desc limit 1)
   begin select raise(abort, 'nobody decides what he proposed'); end`,
  ...appendOnlyTriggers('application'),
  `create trigger application_intake_stays before update on application_intake
   when old.revision > 0 or (select status from application where id = old.application_id) <> 'draft'
   begin select raise(abort, 'what was submitted stays as it was'); end`,
  `create trigger application_intake_kept before delete on application_intake
   begin select raise(abort, 'what was submitted stays'); end`,
];

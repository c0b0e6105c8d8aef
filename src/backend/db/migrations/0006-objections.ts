import { sql, type Kysely } from 'kysely';
import { createTable } from '../dialect/sqlite.ts';
import { appendOnlyTriggers, fourEyesTriggers, personNameTriggers } from './0005-complaints.ts';

/** Code, article (blank where no text names one), Arabic as printed, English. */
const REFUSAL_REASONS: readonly (readonly [string, string, string, string])[] = [
  [
    'R01',
    'LAW 11',
    'رب الأسرة مسجل مسبقاً كتابع مؤكد',
    'The head of the family is already registered as a confirmed dependant',
  ],
  [
    'R02',
    'REG 7/3',
    'طالب عمره أقل من 25 سنة ولم يضف أفراد الأسرة أو يسجل تابعاً',
    'A student under 25 who neither added the family nor is registered as a dependant',
  ],
  [
    'R03',
    'REG 7',
    'لم يقم المتقدم بإضافة جميع التابعين في المنزل أو لم يعتمد أحد التابعين طلب الإضافة',
    'Not all dependants of the household were added, or one has not confirmed',
  ],
  [
    'R04',
    'REG 14',
    'الدخل المحتسب يتجاوز الحد الأدنى المحتسب للمعاش',
    'Counted income is above the calculated minimum',
  ],
  [
    'R05',
    'REG 11',
    'عدد العقارات المملوكة لدى الأسرة يتخطى الحد حسب سجلات وزارة العدل',
    'The family owns more properties than the limit, by the records of the Ministry of Justice',
  ],
  [
    'R06',
    'REG 6',
    'البقاء خارج المملكة أكثر من ثلاثة أشهر خلال السنة',
    'More than three months of the year outside the Kingdom',
  ],
  [
    'R07',
    '',
    'عنوان عقد الإيجار لا يتطابق مع العنوان الوطني',
    'The address of the lease differs from the national address',
  ],
  [
    'R08',
    'REG 23',
    'الإقامة الدائمة في مركز إيوائي أو علاجي أو سجن',
    'Permanent residence in a shelter, treatment centre or prison',
  ],
  ['R09', '', 'عدد السيارات المملوكة يتخطى الحد', 'More cars than the limit'],
  ['R10', '', 'عدد العمالة المنزلية يتخطى الحد', 'More domestic workers than the limit'],
  [
    'R11',
    'REG 1',
    'لم يتم إثبات استقلال السكن بعقد إيجار نشط أو صك',
    'A separate dwelling was not proven by an active lease or a title deed',
  ],
  ['R12', 'LAW 17', 'بيانات غير صحيحة في الطلب', 'Incorrect data in the application'],
  [
    'R13',
    'REG 21',
    'عدم تطابق البيانات مع نتيجة زيارة الباحث الاجتماعي',
    "The data differ from the social researcher's visit",
  ],
];

/**
 * Objections against ineligibility, the coded reasons of the refusal, and append-only events. Who took the first
 * decision neither reviews nor approves, and nobody approves what he proposed.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'refusal_reason',
    `code text primary key,
     text_ar text not null,
     text_en text not null,
     article text not null,
     position integer not null default 0,
     active integer not null default 1 check (active in (0, 1))`,
  );
  await createTable(
    db,
    'objection',
    `id text primary key,
     number text not null unique,
     beneficiary_id text not null references beneficiary (id),
     name_key text not null default '',
     refused_on text not null,
     notified_on text not null,
     first_decided_by text references officer (id),
     channel text not null check (channel in ('platform', 'branch', 'phone')),
     statement text not null,
     filed_on text not null,
     filed_by text references officer (id),
     deadline_on text,
     late_reason text,
     late_allowed_by text references officer (id),
     status text not null check (status in ('submitted', 'reviewing', 'awaitingSecond', 'sentBack',
       'committee', 'accepted', 'partlyAccepted', 'rejected')),
     assigned_to text references officer (id),
     outcome text check (outcome in ('accepted', 'partlyAccepted', 'rejected', 'committee')),
     reasoning text,
     proposed_by text references officer (id),
     proposed_on text,
     approved_by text references officer (id),
     decided_on text,
     created_at text not null,
     version integer not null default 1,
     standing integer not null check (standing = case when decided_on is not null then 2 else 0 end),
     check (refused_on <= notified_on and notified_on <= filed_on),
     check ((late_reason is null) = (late_allowed_by is null)),
     check (late_allowed_by is null or filed_by is null or late_allowed_by <> filed_by),
     check ((outcome is null) = (proposed_by is null)),
     check (approved_by is null or (proposed_by is not null and approved_by <> proposed_by)),
     check (proposed_by is null or first_decided_by is null or proposed_by <> first_decided_by),
     check (approved_by is null or first_decided_by is null or approved_by <> first_decided_by),
     check ((status in ('committee', 'accepted', 'partlyAccepted', 'rejected')) = (approved_by is not null)),
     check (approved_by is null or status = outcome),
     check ((decided_on is null) = (approved_by is null))`,
  );
  await createTable(
    db,
    'objection_reason',
    `objection_id text not null references objection (id),
     code text not null references refusal_reason (code),
     position integer not null,
     finding text check (finding in ('notProven', 'ceased', 'proven')),
     note text,
     evidence_document_id text,
     evidence_page integer,
     primary key (objection_id, code)`,
  );
  await createTable(
    db,
    'objection_event',
    `seq integer primary key autoincrement,
     objection_id text not null references objection (id),
     type text not null,
     at text not null,
     officer_id text references officer (id),
     details text not null default '{}' check (json_valid(details))`,
  );
  const statements = [
    'create index objection_queue on objection (standing, deadline_on, number, name_key)',
    // With the status it answers the counts of all views by itself.
    'create index objection_assigned on objection (assigned_to, standing, deadline_on, number, status)',
    'create index objection_status on objection (status, deadline_on, number)',
    'create index objection_beneficiary on objection (beneficiary_id)',
    'create index objection_filed on objection (filed_on, number)',
    'create index objection_name on objection (name_key, number)',
    'create index objection_event_objection on objection_event (objection_id, seq)',
    ...personNameTriggers('objection'),
    ...fourEyesTriggers('objection', ['outcome', 'reasoning']),
    ...appendOnlyTriggers('objection'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await seedRefusalReasons(db);
}

/**
 * The reasons of ineligibility as the programme prints them, and those that LAW, REG and the press name. The official
 * list and its codes are not public: these codes are the branch's own, and the table can be changed.
 */
async function seedRefusalReasons(db: Kysely<never>): Promise<void> {
  const table = db as unknown as Kysely<{
    refusal_reason: {
      code: string;
      text_ar: string;
      text_en: string;
      article: string;
      position: number;
    };
  }>;
  await table
    .insertInto('refusal_reason')
    .values(
      REFUSAL_REASONS.map(([code, article, textAr, textEn], position) => ({
        code,
        article,
        text_ar: textAr,
        text_en: textEn,
        position,
      })),
    )
    .execute();
}

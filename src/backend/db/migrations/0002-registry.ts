import { sql, type Kysely } from 'kysely';
import { createSearchIndex, createTable } from '../dialect/sqlite.ts';

/**
 * Beneficiaries, households, incomes and bank accounts, each with the dates for which it held. Who is known from a payment
 * list only has a national id, a name and an account.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await createTable(
    db,
    'beneficiary',
    `id text primary key,
     national_id text not null unique,
     full_name text not null,
     name_key text not null,
     sex text check (sex in ('male', 'female')),
     birth_date text,
     phone text,
     address text not null default '',
     kind text check (kind in ('family', 'independent')),
     eligibility text not null check (eligibility in ('notStudied', 'studying', 'eligible', 'ineligible')),
     deceased_on text,
     created_at text not null,
     version integer not null default 1`,
  );
  await createTable(
    db,
    'household_member',
    `id text primary key,
     beneficiary_id text not null references beneficiary (id),
     full_name text not null,
     relation text not null check (relation in ('spouse', 'child', 'parent', 'sibling', 'other')),
     birth_date text not null,
     days_abroad integer not null default 0 check (days_abroad >= 0),
     in_centre integer not null default 0 check (in_centre in (0, 1)),
     valid_from text not null,
     valid_to text`,
  );
  await createTable(
    db,
    'income',
    `id text primary key,
     beneficiary_id text not null references beneficiary (id),
     member_id text references household_member (id),
     type text not null,
     monthly_halalas integer not null check (monthly_halalas >= 0),
     valid_from text not null,
     valid_to text`,
  );
  await createTable(
    db,
    'bank_account',
    `id text primary key,
     beneficiary_id text not null references beneficiary (id),
     iban text not null,
     bank_code text not null,
     valid_from text not null,
     valid_to text,
     verified_on text`,
  );
  const indexes = [
    'create index beneficiary_name on beneficiary (name_key)',
    'create index beneficiary_phone on beneficiary (phone) where phone is not null',
    'create index household_member_beneficiary on household_member (beneficiary_id)',
    'create index income_beneficiary on income (beneficiary_id)',
    'create index bank_account_beneficiary on bank_account (beneficiary_id)',
    'create index bank_account_iban on bank_account (iban)',
    // People read out the end of an account number.
    'create index bank_account_iban_end on bank_account (substr(iban, 21))',
  ];
  for (const index of indexes) await sql.raw(index).execute(db);
  await createSearchIndex(db);
}

import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import * as staff from './0001-staff.ts';
import * as registry from './0002-registry.ts';
import * as payments from './0003-payments.ts';
import * as reconciliation from './0004-reconciliation.ts';
import * as complaints from './0005-complaints.ts';
import * as objections from './0006-objections.ts';
import * as lettersAndDocuments from './0007-letters-and-documents.ts';
import * as runs from './0008-runs.ts';
import * as resume from './0009-resume.ts';
import * as mappings from './0010-mappings.ts';
import * as reasonCodes from './0011-reason-codes.ts';
import * as statements from './0012-statements.ts';
import * as leanLines from './0013-lean-lines.ts';
import * as settings from './0014-settings.ts';
import * as strangers from './0015-strangers.ts';
import * as letterTemplates from './0016-letter-templates.ts';
import * as letterRegister from './0017-letter-register.ts';
import * as letterBatches from './0018-letter-batches.ts';
import * as deliveries from './0019-deliveries.ts';
import * as documentContents from './0020-document-contents.ts';
import * as letterSeals from './0021-letter-seals.ts';
import * as printJobs from './0022-print-jobs.ts';
import * as householdFacts from './0023-household-facts.ts';
import * as eligibilityRuns from './0024-eligibility-runs.ts';
import * as applications from './0025-applications.ts';
import * as settlements from './0026-settlements.ts';
import * as duplicatesAndRecords from './0027-duplicates-and-records.ts';
import * as programmeTerms from './0028-programme-terms.ts';

/** In order, never changed once shipped. */
export const MIGRATIONS = {
  '0001-staff': staff,
  '0002-registry': registry,
  '0003-payments': payments,
  '0004-reconciliation': reconciliation,
  '0005-complaints': complaints,
  '0006-objections': objections,
  '0007-letters-and-documents': lettersAndDocuments,
  '0008-runs': runs,
  '0009-resume': resume,
  '0010-mappings': mappings,
  '0011-reason-codes': reasonCodes,
  '0012-statements': statements,
  '0013-lean-lines': leanLines,
  '0014-settings': settings,
  '0015-strangers': strangers,
  '0016-letter-templates': letterTemplates,
  '0017-letter-register': letterRegister,
  '0018-letter-batches': letterBatches,
  '0019-deliveries': deliveries,
  '0020-document-contents': documentContents,
  '0021-letter-seals': letterSeals,
  '0022-print-jobs': printJobs,
  '0023-household-facts': householdFacts,
  '0024-eligibility-runs': eligibilityRuns,
  '0025-applications': applications,
  '0026-settlements': settlements,
  '0027-duplicates-and-records': duplicatesAndRecords,
  '0028-programme-terms': programmeTerms,
} as const satisfies Record<string, { up(db: Kysely<never>): Promise<void> }>;

export function migratorFor(db: Kysely<never>): Migrator {
  const migrations: Record<string, Migration> = { ...MIGRATIONS };
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
}

/** Names of migrations that the file has and this version does not know: a database from the future. */
export async function unknownMigrations(db: Kysely<never>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map((row) => row.name).filter((name) => !Object.hasOwn(MIGRATIONS, name));
}

import path from 'node:path';
import { verifyCases } from '../backend/app/cases/verify-cases.ts';
import { verifyEntitlement } from '../backend/app/entitlement/verify-entitlement.ts';
import { verifyBatches } from '../backend/app/letters/batches/verify-batches.ts';
import { verifyLetters } from '../backend/app/letters/verify-letters.ts';
import { verifyDeliveries } from '../backend/app/deliveries/verify-deliveries.ts';
import { unwatchedOperation } from '../backend/app/operation.ts';
import { verifyPayments } from '../backend/app/payments/verify-payments.ts';
import { verifyPrintJobs } from '../backend/app/print-jobs/verify-print-jobs.ts';
import { verifyHouseholds } from '../backend/app/registry/verify-households.ts';
import { verifyResume } from '../backend/app/resume/verify-resume.ts';
import { verifySettlements } from '../backend/app/settlements/verify-settlements.ts';
import type { Database } from '../backend/db/database.ts';
import { readRepos } from '../backend/db/repos/repos.ts';
import { createContentStore } from '../backend/documents/content-store.ts';

/** Something that is stored otherwise than its events or its bytes say. */
export interface Difference {
  readonly area: string;
  readonly id: string;
  /** What people read out: end-to-end id, ticket, letter number. */
  readonly number: string;
  readonly field: string;
}

export interface Verification {
  readonly checked: Readonly<Record<string, number>>;
  readonly differences: readonly Difference[];
}

/** Everything of a branch that can be computed a second time. */
export async function verifyBranch(database: Database, folder: string): Promise<Verification> {
  const repos = readRepos(database.reader);
  const content = createContentStore(path.join(folder, 'attachments'));
  const { breathe } = unwatchedOperation();
  const payments = await verifyPayments(repos, breathe);
  const households = await verifyHouseholds(repos.households, breathe);
  const entitlement = await verifyEntitlement(repos, breathe);
  const cases = await verifyCases(repos, breathe);
  const resume = await verifyResume(repos, breathe);
  const settlements = await verifySettlements(repos, breathe);
  const letters = await verifyLetters(repos.letters, content, breathe);
  const batches = await verifyBatches(repos.letterBatches);
  const printJobs = await verifyPrintJobs(repos.printJobs, breathe);
  const deliveries = await verifyDeliveries(repos.deliveries, breathe);
  return {
    checked: {
      payments: payments.checked,
      households: households.checked,
      entitlement: entitlement.checked,
      cases: cases.checked,
      resume: resume.checked,
      settlements: settlements.checked,
      letters: letters.checked,
      deliveries: deliveries.checked,
      printJobs: printJobs.checked,
    },
    differences: [
      ...payments.differences,
      ...households.differences,
      ...entitlement.differences,
      ...cases.differences,
      ...resume.differences,
      ...settlements.differences,
      ...deliveries.differences,
      ...letters.faults.map(({ id, number, code }) => ({
        area: 'letters',
        id,
        number,
        field: code,
      })),
      ...batches.map((fault) => ({ area: 'letterBatches', ...fault, field: 'letter' })),
      ...printJobs.faults.map(({ id, field }) => ({ area: 'printJobs', id, number: '', field })),
    ],
  };
}

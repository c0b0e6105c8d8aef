import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { halalas } from '../../domain/shared/halalas.ts';
import { ok, type Refusal } from '../../domain/shared/result.ts';
import { isoInstant } from '../../domain/shared/iso-date.ts';
import { isListed, listedAmount } from '../../domain/sample/payment-plan.ts';
import { createRandom, seedOf } from '../../domain/sample/random.ts';
import { paymentReference, type SampleBatch } from '../../domain/sample/references.ts';
import { CYCLES, type SampleCycle } from '../../domain/sample/sample-months.ts';
import { pensionOf, samplePerson, type SamplePerson } from '../../domain/sample/sample-person.ts';
import type { RunningOperation } from '../app/operation.ts';
import { SampleWriteRepo } from '../db/repos/sample-repo.ts';
import { SearchIndexRepo } from '../db/repos/search-index-repo.ts';
import { createLedger, type CycleLedger, type Ledger } from './ledger.ts';
import { PaymentListFile } from './payment-list-file.ts';
import { addPersonRows, emptyRows } from './people-rows.ts';
import { succeeded } from './stage.ts';
import { WEIGHTS, type SampleRun } from './sample-run.ts';

/** People drawn and written between two turns of the event loop. */
const CHUNK = 100;
const PEOPLE_A_TRANSACTION = 5000;

/** The lists that people are written to while they are drawn: each cycle's, and the waiting one in a second encoding. */
type ListFiles = readonly { readonly cycle: SampleCycle; readonly file: PaymentListFile }[];

export function monthFolder(run: SampleRun, cycle: SampleCycle): string {
  return path.join(run.filesFolder, run.months[cycle]);
}

/** Draws everybody once: into the registry, into the payment lists, and into the ledger that the bank answers from. */
export async function addPeople(run: SampleRun): Promise<Ledger> {
  const operation = run.progress.part('people', WEIGHTS.people(run.size));
  const ledger = createLedger(run.size);
  const lists = await openLists(run);
  const change = await foundingChange(run);
  for (let from = 0; from < run.size; from += PEOPLE_A_TRANSACTION) {
    const to = Math.min(run.size, from + PEOPLE_A_TRANSACTION);
    await run.database.transact(async (tx) => {
      const repos = { sample: new SampleWriteRepo(tx), search: new SearchIndexRepo(tx) };
      for (let start = from; start < to; start += CHUNK) {
        await addChunk(run, ledger, { ...repos, change }, lists, [
          start,
          Math.min(to, start + CHUNK),
        ]);
        operation.progress('people', start, run.size);
        await operation.breathe();
      }
      return ok(null);
    });
    for (const { file } of lists) await file.flush();
  }
  for (const cycle of CYCLES) await addExtras(run, ledger.cycles[cycle], lists, operation);
  for (const { file } of lists) await file.finish();
  return ledger;
}

async function foundingChange(run: SampleRun): Promise<number> {
  const founded = await run.database.transact<number, Refusal>(async (tx) =>
    ok(await new SampleWriteRepo(tx).found(isoInstant(run.time.now()))),
  );
  return succeeded(founded, 'founding');
}

interface PeopleRepos {
  readonly sample: SampleWriteRepo;
  readonly search: SearchIndexRepo;
  /** The change in which the households are recorded. */
  readonly change: number;
}

async function openLists(run: SampleRun): Promise<ListFiles> {
  for (const cycle of CYCLES) await mkdir(monthFolder(run, cycle), { recursive: true });
  const open = (cycle: SampleCycle, name: string, encoding: 'utf-8' | 'windows-1256') => ({
    cycle,
    file: new PaymentListFile(path.join(monthFolder(run, cycle), name), encoding),
  });
  return [
    ...CYCLES.map((cycle) => open(cycle, 'payments.csv', 'utf-8')),
    open('next', 'payments-windows-1256.csv', 'windows-1256'),
  ];
}

async function addChunk(
  run: SampleRun,
  ledger: Ledger,
  { sample, search, change }: PeopleRepos,
  lists: ListFiles,
  [from, to]: readonly [number, number],
): Promise<void> {
  const rows = emptyRows();
  const at = isoInstant(run.time.now());
  for (let index = from; index < to; index += 1) {
    const person = samplePerson(run.seed, index, run.today);
    ledger.ids.push(addPersonRows(rows, person, index + 1, at, run.newId));
    recordPayments(run, ledger, person);
    for (const { cycle, file } of lists) {
      const amount = ledger.cycles[cycle].amount(index);
      if (amount > 0) list(run, file, cycle, person, 'regular', amount);
    }
  }
  await sample.addBeneficiaries(rows.beneficiaries);
  await sample.addFacts(rows.facts, change);
  await sample.addAccounts(rows.accounts);
  await search.putAll('person', rows.searchWords);
  await sample.addFamily(rows.family);
}

function recordPayments(run: SampleRun, ledger: Ledger, person: SamplePerson): void {
  const outcomes = run.plan.outcomesOf(person.index);
  for (const [place, cycle] of CYCLES.entries()) {
    const outcome = outcomes[place] ?? 'notPaid';
    const paid = outcome !== 'notPaid' && outcome !== 'notYetPaid';
    const due = paid ? pensionOf(person, run.months[cycle]) : halalas(0);
    const amount = isListed(outcome) ? listedAmount(outcome, due) : halalas(0);
    ledger.cycles[cycle].record(person.index, outcome, due, amount);
  }
}

function list(
  run: SampleRun,
  file: PaymentListFile,
  cycle: SampleCycle,
  { index, nationalId, name, iban }: SamplePerson,
  batch: SampleBatch,
  amount: CycleLedger['extras'][number]['amount'],
): void {
  const month = run.months[cycle];
  const reference = paymentReference(month, batch, index);
  file.add({ nationalId, name, iban, amount, month, reference, batch });
}

/** One in five of the extra payments are arrears, and never fewer than two. */
const ARREARS_SHARE = 0.2;

/** Differences and arrears, so many that a list has a payment for each beneficiary of the sample. */
async function addExtras(
  run: SampleRun,
  ledger: CycleLedger,
  lists: ListFiles,
  operation: RunningOperation,
): Promise<void> {
  const random = createRandom(seedOf(run.seed, 'extras', CYCLES.indexOf(ledger.cycle)));
  const count = run.size - ledger.listed;
  const arrears = Math.max(2, Math.round(count * ARREARS_SHARE));
  let index = random.int(0, run.size - 1);
  for (let added = 0; added < count; added += 1) {
    do index = (index + random.int(1, 9)) % run.size;
    while (ledger.outcome(index) !== 'paid' || ledger.due(index) < 2000);
    const batch = added < arrears ? 'retroactive' : 'difference';
    const amount =
      batch === 'retroactive'
        ? halalas(ledger.due(index) * random.int(1, 3))
        : halalas(random.pick([33_000, 66_000, 66_000, 132_000]));
    ledger.extras.push({ index, batch, amount });
    const person = samplePerson(run.seed, index, run.today);
    for (const { cycle, file } of lists) {
      if (cycle === ledger.cycle) list(run, file, cycle, person, batch, amount);
    }
    if (added % CHUNK !== 0) continue;
    for (const { file } of lists) await file.flush();
    await operation.breathe();
  }
}

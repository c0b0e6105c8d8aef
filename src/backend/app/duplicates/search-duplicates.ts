import { compareFiles, groundsOf, LIKELY_SCORE } from '../../../domain/duplicates/compare-files.ts';
import { DuplicateSearch, type FilePair } from '../../../domain/duplicates/duplicate-search.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import { ok, type Refusal } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { idSequence } from '../id-sequence.ts';
import type { FoundPair } from './ports.ts';

/** Some 10 ms each. */
const FILES_AT_ONCE = 150;
const COMPARED_AT_ONCE = 500;
/** Accounts are looked through by their check digits, which spread them evenly. */
const IBAN_RANGES = Array.from({ length: 100 }, (_, range) => range);
const KEPT_AT_ONCE = 500;
/** Dependants are looked through by the first digits of their ids. */
const ID_RANGES = Array.from({ length: 200 }, (_, range) => 100 + range);

interface Search {
  readonly files: number;
  readonly compared: number;
  readonly crowded: number;
  readonly found: readonly Omit<FoundPair, 'id'>[];
}

interface Outcome {
  readonly files: number;
  readonly compared: number;
  readonly found: number;
  readonly added: number;
}

/** Compares all files of the branch by the keys that they share, and keeps what is worth a look. */
export async function searchDuplicates(context: JobContext) {
  const search = await compareAll(context);
  const twice = await countedTwice(context);
  const { operation } = context;
  operation.progress('saving', 0, null);
  return context.transact<Outcome, Refusal>(async (transaction) => {
    const { repos, officer, now, newId } = transaction;
    const { files, compared, crowded, found } = search;
    const stamp = { at: now, by: officer.id };
    const counts = { files, compared, crowded, found: found.length };
    const no = await repos.duplicates.addSearch(counts, stamp);
    const nextId = idSequence(newId);
    let added = 0;
    for (let at = 0; at < found.length; at += KEPT_AT_ONCE) {
      const part = found.slice(at, at + KEPT_AT_ONCE).map((pair) => ({ ...pair, id: nextId() }));
      added += await repos.duplicates.putPairs(no, part, now);
      await operation.breathe();
    }
    await repos.duplicates.putTwiceCounted(no, twice);
    await transaction.audit('duplicates.searched', null, { ...counts, added });
    return ok({ files, compared, found: found.length, added });
  });
}

async function compareAll(context: JobContext): Promise<Search> {
  const { repos, operation } = context;
  const shared = await sharedAccounts(context);
  const total = await repos.households.lastNo();
  const search = new DuplicateSearch();
  let files = 0;
  let last = 0;
  for (;;) {
    const part = await repos.duplicates.files(last, FILES_AT_ONCE);
    const end = part.at(-1);
    if (!end) break;
    for (const file of part) search.add({ ...file, ibans: shared.get(file.no) ?? [] });
    files += part.length;
    last = end.no;
    operation.progress('reading', last, total);
    await operation.breathe();
  }
  const found: Omit<FoundPair, 'id'>[] = [];
  let compared = 0;
  let step = 0;
  for (const candidates of search.candidates()) {
    for (let at = 0; at < candidates.length; at += COMPARED_AT_ONCE) {
      found.push(...worthAsking(candidates.slice(at, at + COMPARED_AT_ONCE)));
      await operation.breathe();
    }
    compared += candidates.length;
    step += 1;
    operation.progress('comparing', step, search.steps);
    await operation.breathe();
  }
  return { files, compared, crowded: search.crowded, found };
}

function worthAsking(pairs: readonly FilePair[]): Omit<FoundPair, 'id'>[] {
  return pairs.flatMap(([one, other]) => {
    const comparison = compareFiles(one, other);
    const grounds = groundsOf(comparison, LIKELY_SCORE);
    if (grounds.length === 0) return [];
    const [low, high] = [one.file.no, other.file.no].sort((left, right) => left - right);
    if (low === undefined || high === undefined) return [];
    return [{ one: low, other: high, score: comparison.score, grounds }];
  });
}

async function sharedAccounts({ repos, operation }: JobContext) {
  const found: Awaited<ReturnType<typeof repos.duplicates.sharedAccounts>>[number][] = [];
  for (const range of IBAN_RANGES) {
    const from = `SA${String(range).padStart(2, '0')}`;
    const before = range === 99 ? 'SB' : `SA${String(range + 1).padStart(2, '0')}`;
    found.push(...(await repos.duplicates.sharedAccounts(from, before)));
    await operation.breathe();
  }
  return groupBy(found, ({ no }) => no);
}

async function countedTwice({ repos, operation, today }: JobContext) {
  const found: { nationalId: string; no: number; subject: number }[] = [];
  for (const [step, range] of ID_RANGES.entries()) {
    const [from, before] = [String(range), String(range + 1)];
    found.push(...(await repos.duplicates.livingTwice(from, before, today)));
    operation.progress('dependants', step, ID_RANGES.length);
    await operation.breathe();
  }
  return found;
}

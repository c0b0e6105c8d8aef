import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import {
  acceptedFacts,
  holdsForLife,
} from '../../../domain/government-records/accept-difference.ts';
import { nationalIdsIn, planChange } from '../../../domain/registry/correct-household.ts';
import { knownAt } from '../../../domain/registry/household-at.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { askForUpdate } from './ask-for-update.ts';
import type { StoredDifference } from './ports.ts';

type Chosen = readonly { readonly id: string; readonly expectedVersion: number }[];

/** Errors: those of `chosenOnes` and of `accept`, with `name`. */
export async function acceptDifferences(
  context: CommandContext,
  { differences, from, reason }: ParsedInputOf<'governmentRecords.accept'>,
) {
  const chosen = await chosenOnes(context, differences);
  if (!chosen.ok) return chosen;
  for (const difference of chosen.value) {
    const accepted = await accept(context, difference, from, reason);
    if (!accepted.ok) {
      const { code, details } = accepted.error;
      return refuse(code, { ...details, name: difference.name || (difference.head?.name ?? '') });
    }
  }
  return ok({ changes: chosen.value.length });
}

/** Errors: those of `chosenOnes`. */
export async function rejectDifferences(
  context: CommandContext,
  { differences, reason }: ParsedInputOf<'governmentRecords.reject'>,
) {
  const chosen = await chosenOnes(context, differences);
  if (!chosen.ok) return chosen;
  for (const difference of chosen.value) {
    const rejected = await settle(context, difference, 'rejected', reason);
    if (!rejected.ok) return rejected;
  }
  return ok({});
}

/** One notice for each beneficiary. Errors: those of `chosenOnes` and of `askForUpdate`, RECORD_PERSON_UNKNOWN. */
export async function askAboutDifferences(
  context: CommandContext,
  { differences, items, dueOn }: ParsedInputOf<'governmentRecords.ask'>,
  office: LetterOffice,
) {
  const chosen = await chosenOnes(context, differences);
  if (!chosen.ok) return chosen;
  const people = groupBy(chosen.value, ({ head }) => head?.beneficiaryId ?? null);
  for (const [beneficiaryId, theirs] of people) {
    if (beneficiaryId === null) return refuse('RECORD_PERSON_UNKNOWN');
    const asked = await askForUpdate(context, { beneficiaryId, items, dueOn }, office);
    if (!asked.ok) return asked;
    for (const difference of theirs) {
      const { requestId } = asked.value;
      const settled = await settle(context, difference, 'asked', '', null, requestId);
      if (!settled.ok) return settled;
    }
  }
  return ok({ requests: people.size });
}

/** One by one: what cannot be recorded stays open, and the rest is not held up by it. */
export async function decideAllDifferences(
  context: JobContext,
  input: ParsedInputOf<'governmentRecords.decideAll'>,
) {
  const { batchId, field, outcome, decision, from, reason } = input;
  const filter = { batchId, field, outcome, status: 'open' } as const;
  const left = new Map<string, number>();
  let decided = 0;
  for (;;) {
    const skipped = [...left.values()].reduce((sum, count) => sum + count, 0);
    const { rows, total } = await context.repos.governmentRecords.differences(filter, {
      offset: skipped,
      limit: 50,
    });
    if (rows.length === 0) break;
    for (const { id, version } of rows) {
      const differences = [{ id, expectedVersion: version }];
      const result: Result<unknown, Refusal> = await context.transact<unknown, Refusal>(
        (transaction) =>
          decision === 'accept'
            ? acceptDifferences(transaction, { differences, from, reason })
            : rejectDifferences(transaction, { differences, reason }),
      );
      if (result.ok) decided += 1;
      else left.set(result.error.code, (left.get(result.error.code) ?? 0) + 1);
      await context.operation.breathe();
    }
    context.operation.progress('deciding', decided, decided + total);
  }
  const output: OutputOf<'governmentRecords.decideAll'> = {
    decided,
    left: [...left].map(([code, count]) => ({ code, count })),
  };
  return ok(output);
}

/** Errors: NOT_FOUND, RECORD_BATCH_UNDONE, DIFFERENCE_DECIDED, CONFLICT. */
async function chosenOnes(
  { repos }: CommandContext,
  chosen: Chosen,
): Promise<Result<StoredDifference[], Refusal>> {
  const found: StoredDifference[] = [];
  for (const { id, expectedVersion } of chosen) {
    const difference = await repos.governmentRecords.difference(id);
    if (!difference) return refuse('NOT_FOUND');
    if (difference.batchStatus === 'undone') return refuse('RECORD_BATCH_UNDONE');
    if (difference.status !== 'open' && difference.status !== 'asked')
      return refuse('DIFFERENCE_DECIDED', { name: difference.name });
    if (difference.version !== expectedVersion) return refuse('CONFLICT');
    found.push(difference);
  }
  return ok(found);
}

/** Records it in the registry. Errors: RECORD_FROM_MISSING, those of `acceptedFacts`, of `planChange`, CONFLICT. */
async function accept(
  context: CommandContext,
  difference: StoredDifference,
  chosenFrom: IsoDate | null,
  reason: string,
): Promise<Result<null, Refusal>> {
  const { repos, today, now, officer } = context;
  if (difference.head === null) return refuse('RECORD_PERSON_UNKNOWN');
  const { beneficiaryId } = difference.head;
  const from = chosenFrom ?? difference.validFrom;
  if (from === null && !holdsForLife(difference.field)) return refuse('RECORD_FROM_MISSING');
  const facts = await repos.households.facts(beneficiaryId);
  const wanted = acceptedFacts(difference, knownAt(facts, null), from ?? today);
  if (!wanted.ok) return wanted;
  const elsewhere = await repos.households.livingElsewhere(
    beneficiaryId,
    nationalIdsIn(wanted.value),
  );
  const planned = planChange(facts, wanted.value, today, elsewhere);
  if (!planned.ok) return planned;
  const change = {
    ...({
      at: now,
      officerId: officer.id,
      source: 'governmentRecord',
      reason,
    } as const),
    caseType: 'recordDifference',
    caseId: difference.id,
  };
  const changeNo = await repos.households.record(beneficiaryId, change, planned.value);
  return settle(context, difference, 'accepted', reason, changeNo);
}

async function settle(
  { repos, now, officer, audit }: CommandContext,
  { id, version }: StoredDifference,
  status: 'accepted' | 'rejected' | 'asked',
  reason: string,
  changeNo: number | null = null,
  requestId: string | null = null,
): Promise<Result<null, Refusal>> {
  const decision = { status, reason, changeNo, requestId };
  const stamp = { at: now, by: officer.id };
  if (!(await repos.governmentRecords.decide(id, version, decision, stamp)))
    return refuse('CONFLICT');
  await audit(`governmentRecords.${status}`, { type: 'recordDifference', id }, { changeNo });
  return ok(null);
}

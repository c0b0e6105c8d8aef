import { basename } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { RowProblem } from '../../../contract/payments.ts';
import { batchReference, instructionIdOf } from '../../../domain/payments/bank-references.ts';
import {
  ListCheck,
  type ListedPayment,
  type ListFacts,
} from '../../../domain/payments/check-list.ts';
import { bankCodeOfIban } from '../../../domain/registry/iban.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import { searchKey } from '../../../domain/shared/search-key.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { idSequence } from '../id-sequence.ts';
import { holdWhoIsFrozen } from '../resume/life-cases.ts';
import type { ListedAccount, NewPerson } from '../registry/ports.ts';
import { openCycle } from './open-cycle.ts';
import type { ImportHead, NewPayment, OpenList, PaymentListFiles } from './ports.ts';

type Imported = OutputOf<'payments.importList'>;

/**
 * Imports the list that was previewed, whole or not at all: payments with their events, people who are new, and the cycle
 * when it is the month's first list.
 *
 * Errors: LIST_CHANGED (the file is not the previewed one), LIST_ALREADY_IMPORTED, LIST_COLUMNS (fields), LIST_EMPTY,
 * LIST_HAS_PROBLEMS (count and the first), CYCLE_CLOSED, and what the reader refuses.
 */
export async function importList(
  context: JobContext,
  { path, sha256, encoding, mapping, sent }: ParsedInputOf<'payments.importList'>,
  files: PaymentListFiles,
) {
  const { operation } = context;
  const { signal } = operation;
  if ((await files.hash(path, signal)) !== sha256) return refuse('LIST_CHANGED');
  const layout = await files.inspect(path, { encoding, mapping, signal });
  const unclear = [...layout.missing, ...layout.ambiguous];
  if (unclear.length > 0) return refuse('LIST_COLUMNS', { fields: unclear.join(',') });
  const list = await files.open(path, {
    encoding,
    mapping,
    signal,
    onProgress: (done, total) => {
      operation.progress('importing', done, total);
    },
  });

  return context.transact<Imported, Refusal>(async (transaction) => {
    const importedAt = await transaction.repos.payments.importedAt(sha256);
    if (importedAt !== null) return refuse('LIST_ALREADY_IMPORTED', { at: importedAt });
    const file = { fileName: basename(path), sha256, encoding, mapping, sent };
    const imported = await importRows(transaction, list, context, file);
    if (!imported.ok) return imported;
    // NOTE: the file is read while it is imported; whoever writes to it meanwhile must not get half of each in.
    if ((await files.hash(path, signal)) !== sha256) return refuse('LIST_CHANGED');
    const { head, check } = imported.value;
    const amount = halalas(check.amount);
    if (!sent) await holdWhoIsFrozen(transaction, operation.breathe);
    await transaction.repos.payments.finishImport(head.id, check.rows, amount);
    await transaction.audit(
      'payments.imported',
      { type: 'cycle', id: head.cycleId },
      { import: head.id, rows: check.rows, amount, newBeneficiaries: check.newPeople.size },
    );
    const { id: importId, cycleId, month, listNo } = head;
    const reference = batchReference({ month, list: listNo, kind: null });
    return ok({ importId, reference, cycleId, rows: check.rows, amount });
  });
}

async function importRows(
  transaction: CommandContext,
  list: OpenList,
  { operation }: JobContext,
  file: ListFile,
) {
  const { repos, now } = transaction;
  const check = new ListCheck();
  const nextId = idSequence(transaction.newId);
  let begun: BegunImport | null = null;
  for await (const rows of list.rows()) {
    const month = check.month ?? rows[0]?.month;
    if (month === undefined) continue;
    const facts = await repos.payments.listFacts(month, rows);
    const [problem] = check.add(rows, facts);
    if (problem) return refuseProblem(problem, 1);
    if (begun === null) {
      const begin = await beginImport(transaction, month, check.programme, nextId(), file);
      if (!begin.ok) return begin;
      begun = begin.value;
    }
    const current: BegunImport = begun;
    const { head } = current;
    const payments = rows.map((row) => newPayment(row, nextId(), nextInstruction(current)));
    await operation.breathe();
    await repos.registry.register(newPeople(rows, facts, nextId), now);
    await operation.breathe();
    await repos.registry.keepAccounts(
      rows.map((row) => listedAccount(row, nextId())),
      month,
    );
    await operation.breathe();
    await repos.payments.addPayments(head, payments);
    await operation.breathe();
    await repos.payments.addFirstEvents(head, payments);
    await operation.breathe();
  }
  const [problem] = list.problems;
  if (problem) return refuseProblem(problem, list.problemCount);
  if (begun === null) return refuse('LIST_EMPTY');
  return ok({ head: begun.head, check });
}

type ListFile = Pick<ImportHead, 'fileName' | 'sha256' | 'encoding' | 'mapping' | 'sent'>;

interface BegunImport {
  readonly head: ImportHead;
  readonly cycleNumber: number;
  /** The last serial of the cycle that an instruction id was made of. */
  serial: number;
}

async function beginImport(
  transaction: CommandContext,
  month: IsoMonth,
  code: string | null,
  id: string,
  file: ListFile,
) {
  const { repos, now, officer } = transaction;
  const opened = await openCycle(transaction, month);
  if (!opened.ok) return opened;
  const { id: cycleId, payDate, number } = opened.value;
  const { lists, payments } = await repos.payments.counts(cycleId);
  const programme = code === null ? undefined : await repos.programmes.byCode(code);
  if (!programme) return refuse('PROGRAMME_UNKNOWN', { code });
  const listNo = lists + 1;
  const head: ImportHead = {
    id,
    cycleId,
    listNo,
    month,
    payDate,
    ...file,
    programmeNo: programme.no,
    at: now,
    by: officer.id,
  };
  await repos.payments.beginImport(head);
  const begun: BegunImport = { head, cycleNumber: number, serial: payments };
  return ok(begun);
}

function nextInstruction(begun: BegunImport): string {
  begun.serial += 1;
  return instructionIdOf(begun.cycleNumber, begun.serial);
}

function newPayment(row: ListedPayment, id: string, instructionId: string): NewPayment {
  const { nationalId, kind, amount, iban, endToEndId } = row;
  return {
    id,
    nationalId,
    kind,
    amount,
    iban,
    bankCode: bankCodeOfIban(iban),
    endToEndId: endToEndId ?? instructionId,
    instructionId: endToEndId === null ? null : instructionId,
  };
}

function newPeople(
  rows: readonly ListedPayment[],
  { unknownPeople }: ListFacts,
  nextId: () => string,
): NewPerson[] {
  const people = new Map<string, NewPerson>();
  for (const { nationalId, name } of rows) {
    if (!unknownPeople.has(nationalId) || people.has(nationalId)) continue;
    people.set(nationalId, { id: nextId(), nationalId, name, nameKey: searchKey(name) });
  }
  return [...people.values()];
}

function listedAccount({ nationalId, iban }: ListedPayment, id: string): ListedAccount {
  return { id, nationalId, iban, bankCode: bankCodeOfIban(iban) };
}

function refuseProblem({ line, field, code, reason }: RowProblem, count: number) {
  return refuse('LIST_HAS_PROBLEMS', { count, line, field, problem: code, reason });
}

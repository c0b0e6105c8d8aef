import { basename } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { Cancelled } from '../operation.ts';
import { RefusedFile } from '../refused-file.ts';
import { keepStatements } from '../statements/keep-statements.ts';
import { statementWarnings, TOLD_BY_STATEMENTS } from '../statements/statement-warnings.ts';
import { mappedAnswer } from './mapped-answer.ts';
import { matchAgain, matchFile } from './match-file.ts';
import type { BankFile, NewBankFile } from './ports.ts';
import { removeFile } from './remove-file.ts';
import { reusedMessage } from './reused-message.ts';
import type { ReconciliationServices } from './services.ts';
import { stageFile, type StagedFile } from './stage-file.ts';

const MEGABYTE = 1024 * 1024;

/**
 * Kinds that say what became of our payments; the others are our own message (pain.001) or a report whose entries may still be
 * pending (camt.052). An MT942 tells of booked entries, as a notification does: it has no balances and is part of no series.
 */
const ANSWERS: ReadonlySet<string> = new Set([
  'pain.002',
  'camt.053',
  'camt.054',
  'mt940',
  'mt942',
  'wages',
  'csv',
  'xlsx',
]);

/**
 * Reads a bank's file, keeps a copy and its lines, and finds out what committing it would do. Nothing else changes, and of a
 * file that is refused nothing stays.
 *
 * Errors: BANK_FILE_SEEN (fileName, status, at, by), BANK_FILE_MAPPING_NEEDED (kind, several), BANK_FILE_NOT_AN_ANSWER (kind), BANK_FILE_CHANGED (while it was read), and
 * what the reader refuses, with the line.
 */
export async function previewFile(
  context: JobContext,
  { path, mappingId }: ParsedInputOf<'reconciliation.preview'>,
  services: ReconciliationServices,
) {
  const { files, reasons, leftovers } = services;
  const { operation, repos, settings, content } = context;
  const { signal } = operation;
  operation.progress('reading', 0, null);
  const { sha256, sizeBytes } = await files.hash(path, signal);
  const seen = await seenBefore(repos, sha256);
  if (seen) return seen;
  const opened = await files.open(path, {
    signal,
    maxBytes: settings.bankFileLimitMegabytes * MEGABYTE,
    onProgress: (done, total) => {
      operation.progress('reading', done, total);
    },
  });
  if (!ANSWERS.has(opened.kind)) return refuse('BANK_FILE_NOT_AN_ANSWER', { kind: opened.kind });
  const mapped = await mappedAnswer(context, path, opened, mappingId, services);
  if (!mapped.ok) return mapped;
  const { answer } = mapped.value;
  const file: NewBankFile = {
    id: context.newId(),
    sha256,
    fileName: basename(path),
    sizeBytes,
    kind: answer.kind,
    messageVersion: answer.version,
    encoding: answer.encoding,
    at: context.now,
    by: context.officer.id,
  };
  const added = await context.transact<null, Refusal>(async (transaction) => {
    // Two hands may hold the same file: an officer's, and that of the watched folder.
    const meanwhile = await seenBefore(transaction.repos, sha256);
    if (meanwhile) return meanwhile;
    await transaction.repos.bankFiles.add(file);
    await mapped.value.keep(transaction, file.id);
    return ok(null);
  });
  if (!added.ok) return added;
  try {
    const readAgainst = await repos.bankFiles.ledgerState();
    const staged = await stageFile(context, file.id, answer, reasons);
    const copy = await content.putFile(path, signal);
    if (copy.sha256 !== sha256) throw new RefusedFile({ code: 'BANK_FILE_CHANGED' });
    await context.transact((transaction) =>
      matchStaged(transaction, operation, file, { ...staged, readAgainst }),
    );
  } catch (error) {
    await removeFile(context.transact, file.id, leftovers);
    throw signal.aborted ? new Cancelled() : error;
  }
  return previewOf(context, file.id);
}

async function seenBefore({ bankFiles }: Pick<JobContext['repos'], 'bankFiles'>, sha256: string) {
  const seen = await bankFiles.seen(sha256);
  if (!seen) return null;
  const { fileName, status, at, by, id } = seen;
  return refuse('BANK_FILE_SEEN', { fileName, status, at, by, fileId: id });
}

async function matchStaged(
  transaction: CommandContext,
  operation: JobContext['operation'],
  file: NewBankFile,
  staged: StagedFile & { readonly readAgainst: string },
) {
  const { repos, settings, audit } = transaction;
  const { bankFiles } = repos;
  const { stager, intake, keeper, readAgainst } = staged;
  const { count: lines, unjudged, counts } = keeper;
  const matchedState = await bankFiles.ledgerState();
  const counted =
    matchedState === readAgainst && stager.lateEntries.length === 0
      ? await matchFile({ repos, operation }, { fileId: file.id, lines, unjudged, counts })
      : await matchAgain({ repos, operation }, file.id, lines);
  await keepStatements(transaction, file.id, intake.collector);
  const messageId = stager.message?.messageId ?? null;
  const warnings = [
    ...(await reusedMessage(bankFiles, { ...file, messageId })),
    ...counted.warnings,
    ...(await statementWarnings(repos.statements, settings, file.id)),
    ...stager.warnings.filter(({ code }) => !TOLD_BY_STATEMENTS.has(code)),
  ];
  const { summary, cycleId } = counted;
  await bankFiles.setMatched(file.id, { summary, warnings, matchedState, cycleId });
  await audit('reconciliation.previewed', { type: 'bankFile', id: file.id }, { lines });
  return ok(null);
}

/** What a staged, committed or undone file does, as it was counted. */
export async function previewOf({ repos }: Pick<JobContext, 'repos'>, fileId: string) {
  const file = await repos.bankFiles.byId(fileId);
  const dto = await repos.bankFiles.dto(fileId);
  if (!file?.summary || !dto) return refuse('NOT_FOUND');
  const warnings = file.warnings.map(asWarningDto);
  const preview: OutputOf<'reconciliation.preview'> = { file: dto, ...file.summary, warnings };
  return ok(preview);
}

function asWarningDto({ code, details }: BankFile['warnings'][number]) {
  return { code, details: { ...details } };
}

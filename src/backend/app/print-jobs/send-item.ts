import { createHash } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { printOriginal } from '../../../domain/letter-register/letter-rules.ts';
import { failUnsent, sendItem } from '../../../domain/print-jobs/print-job-rules.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import { readVerified } from '../documents/read-verified.ts';
import { copyLetter } from '../letters/copy-letter.ts';
import type { StampCopy } from '../letters/ports.ts';
import { changePrintJob } from './change-print-job.ts';
import type { PaperOfJob } from './ports.ts';

/**
 * Gives the bytes of the next item, once the trail says that they are on their way: after a crash nobody may take them
 * for never sent. A letter that is none to print any more fails, and the job goes on without it.
 */
export async function sendPrintItem(
  context: JobContext,
  { id, item }: ParsedInputOf<'printJobs.send'>,
  stampCopy: StampCopy,
): Promise<Result<OutputOf<'printJobs.send'>, Refusal>> {
  const stored = await context.repos.printJobs.byId(id);
  if (!stored) return refuse('NOT_FOUND');
  const paper = stored.papers[item - 1];
  // Asked before a copy is stamped: its stamp goes on the letter's trail.
  const mayFollow = sendItem(stored.job, item, '');
  if (!mayFollow.ok) return mayFollow;
  if (!paper) return refuse('NOT_FOUND');
  const made = await bytesOf(context, paper, stampCopy);
  const changed = await context.transact((command) =>
    changePrintJob(command, id, ({ job }) =>
      made.ok ? sendItem(job, item, made.value.sha256) : failUnsent(job, item, made.error.code),
    ),
  );
  if (!changed.ok) return changed;
  return ok({ ...changed.value, bytes: made.ok ? made.value.bytes : null });
}

interface PrintedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

async function bytesOf(
  context: JobContext,
  { letterId, form }: PaperOfJob,
  stampCopy: StampCopy,
): Promise<Result<PrintedBytes, Refusal>> {
  if (form === 'copy') {
    const copied = await copyLetter(context, letterId, stampCopy);
    if (!copied.ok) return copied;
    const bytes = Uint8Array.from(copied.value.bytes);
    return ok({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  const letter = await context.repos.letters.atHand(letterId);
  if (!letter) return refuse('NOT_FOUND');
  const printable = printOriginal(letter.state);
  if (!printable.ok) return printable;
  const { sha256 } = letter.state;
  if (sha256 === null) return refuse('LETTER_NOT_READY');
  const bytes = await readVerified(context.content, sha256);
  return bytes.ok ? ok({ bytes: bytes.value, sha256 }) : bytes;
}

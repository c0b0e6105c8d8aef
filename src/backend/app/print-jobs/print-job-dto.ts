import type { PrintItemDto, PrintJobEventDto, PrintJobRow } from '../../../contract/print-jobs.ts';
import type { PrintJobEvent } from '../../../domain/print-jobs/print-job-state.ts';
import { toPersonRef } from '../cases/case-dto.ts';
import type { TrailEntry } from '../cases/ports.ts';
import type { RegisteredLetter } from '../letters/ports.ts';
import type { PrintJobSummary, StoredPrintJob } from './ports.ts';

export function summaryRow({ openedByName, ...job }: PrintJobSummary): PrintJobRow {
  return { ...job, openedBy: openedByName };
}

export function toPrintJobRow({
  job,
  papers: _papers,
  openedByName,
  ...row
}: StoredPrintJob): PrintJobRow {
  const counts = { waiting: 0, sent: 0, printed: 0, failed: 0, skipped: 0 };
  for (const { state } of job.items) counts[state] += 1;
  return { ...row, openedBy: openedByName, state: job.state, printer: job.printer, counts };
}

export function toPrintItems(
  { job, papers }: StoredPrintJob,
  letters: readonly RegisteredLetter[],
): PrintItemDto[] {
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return job.items.flatMap((item, index) => {
    const paper = papers[index];
    const letter = paper && byId.get(paper.letterId);
    if (!paper || !letter) return [];
    const { number, template, file, life } = letter;
    return [{ ...item, ...paper, ...toPersonRef(letter), number, template, file, life }];
  });
}

export function toPrintJobEvent(entry: TrailEntry<PrintJobEvent>): PrintJobEventDto {
  const { type, ...details } = entry.event;
  return { seq: entry.seq, type, at: entry.at, officerName: entry.byName, details };
}

import type { ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { AreaHandlers } from '../handlers.ts';
import { refusing } from '../refused-file.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import {
  acceptDifferences,
  askAboutDifferences,
  decideAllDifferences,
  rejectDifferences,
} from './decide-differences.ts';
import { commitRecords, previewRecords } from './import-list.ts';
import type { RecordFiles } from './ports.ts';
import { readRecordList } from './read-list.ts';
import { toBatchDto, toDifferenceRow, toUpdateRow } from './record-dtos.ts';

export interface GovernmentRecordServices {
  readonly files: RecordFiles;
  readonly office: LetterOffice;
}

export function createGovernmentRecordHandlers({
  files,
  office,
}: GovernmentRecordServices): AreaHandlers<'governmentRecords'> {
  return {
    'governmentRecords.batches': async ({ repos }) =>
      ok((await repos.governmentRecords.batches()).map(toBatchDto)),
    'governmentRecords.read': (context, input) =>
      refusing(() => readRecordList(context, input, files)),
    'governmentRecords.preview': (context, input) =>
      refusing(() => previewRecords(context, input, files)),
    'governmentRecords.commit': (context, input) =>
      refusing(() => commitRecords(context, input, files)),
    'governmentRecords.undo': (context, input) => undoBatch(context, input),
    'governmentRecords.badRows': async ({ repos }, { batchId }) =>
      ok((await repos.governmentRecords.badRows(batchId)).map((row) => ({ ...row }))),
    'governmentRecords.counts': async ({ repos }, { batchId }) =>
      ok((await repos.governmentRecords.counts(batchId)).map((count) => ({ ...count }))),
    'governmentRecords.differences': async ({ repos, settings }, { offset, limit, ...filter }) => {
      const found = await repos.governmentRecords.differences(filter, { offset, limit });
      const rows = found.rows.map((difference) => toDifferenceRow(difference, settings));
      return ok({ rows, total: found.total });
    },
    'governmentRecords.accept': (context, input) => acceptDifferences(context, input),
    'governmentRecords.reject': (context, input) => rejectDifferences(context, input),
    'governmentRecords.ask': (context, input) => askAboutDifferences(context, input, office),
    'governmentRecords.decideAll': (context, input) => decideAllDifferences(context, input),
    'governmentRecords.updates': async ({ repos, today }, { standing, ...window }) => {
      const found = await repos.governmentRecords.requests(standing, today, window);
      return ok({
        rows: found.rows.map((request) => toUpdateRow(request, today)),
        total: found.total,
      });
    },
    'governmentRecords.updateCounts': async ({ repos, today }) =>
      ok(await repos.governmentRecords.requestCounts(today)),
    'governmentRecords.closeUpdate': (context, input) => closeUpdate(context, input),
  };
}

async function undoBatch(
  { repos, now, officer, audit }: CommandContext,
  { batchId, expectedVersion, reason }: ParsedInputOf<'governmentRecords.undo'>,
) {
  const batch = await repos.governmentRecords.batch(batchId);
  if (!batch) return refuse('NOT_FOUND');
  if (batch.status === 'undone') return refuse('ALREADY_DECIDED');
  const decided = batch.differences - batch.open;
  if (decided > 0) return refuse('RECORD_BATCH_DECIDED', { count: decided });
  const stamp = { at: now, by: officer.id };
  if (!(await repos.governmentRecords.undoBatch(batchId, expectedVersion, reason, stamp)))
    return refuse('CONFLICT');
  await audit('governmentRecords.undone', { type: 'recordBatch', id: batchId });
  return ok({});
}

async function closeUpdate(
  { repos, now, officer, audit }: CommandContext,
  { id, expectedVersion, status, note }: ParsedInputOf<'governmentRecords.closeUpdate'>,
) {
  const request = await repos.governmentRecords.requestById(id);
  if (!request) return refuse('NOT_FOUND');
  if (request.status !== 'open') return refuse('ALREADY_DECIDED');
  const stamp = { at: now, by: officer.id };
  const closing = { status, note };
  if (!(await repos.governmentRecords.closeRequest(id, expectedVersion, closing, stamp)))
    return refuse('CONFLICT');
  await audit('governmentRecords.updateClosed', { type: 'updateRequest', id }, { status });
  return ok({});
}

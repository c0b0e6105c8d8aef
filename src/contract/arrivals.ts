import { z } from 'zod';
import { command, query } from './define.ts';
import { id, instantField, nothing, version } from './fields.ts';

const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const refusal = z.object({ code: z.string(), details });

/** A file in the watched folder that nobody has dealt with yet. */
export const arrivedFile = z.object({
  id,
  fileName: z.string(),
  sizeBytes: z.int(),
  arrivedAt: instantField,
  /** `waiting` to be read, being read, `read` and waiting to be committed, or `refused`. */
  status: z.enum(['waiting', 'reading', 'read', 'refused']),
  readAt: instantField.nullable(),
  /** The officer under whom it was read. */
  readBy: z.string().nullable(),
  /** Its preview, once it was read. */
  fileId: id.nullable(),
  /** Why it could not be read; it lies in the folder as it came. */
  refusal: refusal.nullable(),
  version,
});
export type ArrivedFileDto = z.output<typeof arrivedFile>;

/** The folder in which banks' files arrive: they are read by themselves and committed by nobody but an officer. */
export const arrivals = {
  list: query({
    access: 'reconciliation.read',
    input: nothing,
    output: z.object({
      folder: z.string().nullable(),
      /** What keeps the folder from being watched; it is tried again by itself. */
      problem: refusal.nullable(),
      /** Whether files wait because nobody who may read them is signed in. */
      waitsForOfficer: z.boolean(),
      files: z.array(arrivedFile),
    }),
  }),
  /** Watches a folder from now on; null for none. Answers WATCHED_FOLDER_GONE, _UNREADABLE, _NO_FOLDER, _OURS. */
  setFolder: command({
    access: 'reconciliation.commit',
    input: z.object({ path: z.string().min(1).max(1000).nullable() }),
    output: nothing,
  }),
  /** Takes a file off the list that was not read; it stays in the folder untouched and is not looked at again. */
  dismiss: command({
    access: 'reconciliation.commit',
    input: z.object({ id, expectedVersion: version }),
    output: nothing,
  }),
};

import { z } from 'zod';
import { applications } from './applications.ts';
import { complaints } from './complaints.ts';
import { job } from './define.ts';
import { duplicates } from './duplicates.ts';
import { governmentRecords } from './government-records.ts';
import { entitlement } from './entitlement.ts';
import { letters } from './letters.ts';
import { objections } from './objections.ts';
import { payments } from './payments.ts';
import { recoveries } from './recoveries.ts';
import { reconciliation } from './reconciliation.ts';
import { settlements } from './settlements.ts';

const PAGE = { offset: true, limit: true } as const;

/** What can be written into a sheet: a list as it stands on the screen, all its rows, in its filter and order. */
export const exportedList = z.discriminatedUnion('table', [
  z.object({
    table: z.literal('exceptions'),
    query: reconciliation.exceptions.input.omit(PAGE),
  }),
  z.object({ table: z.literal('payments'), query: payments.list.input.omit(PAGE) }),
  z.object({ table: z.literal('candidates'), query: settlements.candidates.input.omit(PAGE) }),
  z.object({ table: z.literal('settlements'), query: settlements.list.input.omit(PAGE) }),
  z.object({ table: z.literal('recoveries'), query: recoveries.list.input.omit(PAGE) }),
  z.object({ table: z.literal('bankFiles'), query: z.object({}) }),
  z.object({ table: z.literal('totals'), query: reconciliation.totals.input }),
  z.object({ table: z.literal('pictures'), query: reconciliation.pictures.input }),
  z.object({ table: z.literal('followUps'), query: reconciliation.followUps.input.omit(PAGE) }),
  z.object({ table: z.literal('complaints'), query: complaints.list.input.omit(PAGE) }),
  z.object({ table: z.literal('letters'), query: letters.list.input.omit(PAGE) }),
  z.object({
    table: z.literal('eligibilityChanges'),
    query: entitlement.changes.input.omit(PAGE),
  }),
  z.object({
    table: z.literal('eligibilityObstacles'),
    query: entitlement.obstacles.input.omit(PAGE),
  }),
  z.object({ table: z.literal('objections'), query: objections.list.input.omit(PAGE) }),
  z.object({ table: z.literal('duplicates'), query: duplicates.pairs.input.omit(PAGE) }),
  z.object({
    table: z.literal('recordDifferences'),
    query: governmentRecords.differences.input.omit(PAGE),
  }),
  z.object({
    table: z.literal('updateRequests'),
    query: governmentRecords.updates.input.omit(PAGE),
  }),
  z.object({ table: z.literal('applications'), query: applications.list.input.omit(PAGE) }),
]);
export type ExportedList = z.output<typeof exportedList>;
export type ExportTable = ExportedList['table'];

export const exports = {
  /**
   * Writes a list into an XLSX file where the officer chose. Numbers of people are masked as on the screen, and the writing
   * is on the audit trail. Errors: NOT_PERMITTED (of the list), EXPORT_PATH, EXPORT_TOO_MANY_ROWS (limit), DISK_FULL, and
   * those of the list.
   */
  write: job({
    access: 'signedIn',
    input: z.object({
      path: z.string().min(1).max(4096),
      list: exportedList,
      /** The sheet's name and whether it runs from the right. */
      title: z.string().min(1).max(100),
      rightToLeft: z.boolean(),
      /** In their order; the ids are those of the list's columns. */
      columns: z
        .array(z.object({ id: z.string(), header: z.string() }))
        .min(1)
        .max(40),
      /** The officer's words for codes, by `family.code`. */
      words: z.record(z.string(), z.string()).default({}),
    }),
    output: z.object({ path: z.string(), rows: z.int() }),
  }),
};

import { z } from 'zod';
import { DEADLINE_STATES } from '../domain/cases/case-deadline.ts';
import { ACTIVE_CONTENT } from '../domain/documents/document-content.ts';
import { dateField, id, instantField } from './fields.ts';

/** What complaint and objection cases show in the same way. */
export const deadlineDto = z.object({
  on: dateField,
  state: z.enum(DEADLINE_STATES),
  /** Whole days until the deadline; negative when overdue. While paused: as many as will be left. */
  days: z.int(),
});
export type DeadlineDto = z.output<typeof deadlineDto>;

export const caseEventDto = z.object({
  seq: z.int(),
  type: z.string(),
  at: instantField,
  officerName: z.string().nullable(),
  note: z.string().nullable(),
});
export type CaseEventDto = z.output<typeof caseEventDto>;

export const caseLetter = z.object({
  id,
  number: z.string().nullable(),
  status: z.enum(['queued', 'ready', 'failed', 'void']),
});

export const documentRef = z.object({
  id,
  title: z.string(),
  fileName: z.string(),
  mime: z.string(),
  sizeBytes: z.int(),
  pages: z.int().nullable(),
  /** What acts in the file as it came; what is shown and handed on is a copy without it. */
  contents: z.array(z.enum(ACTIVE_CONTENT)).readonly(),
});
export type DocumentRef = z.output<typeof documentRef>;

/** Why the officer on duty may not take a step, in a coded form; null when he may. */
export const blocked = z.string().nullable();

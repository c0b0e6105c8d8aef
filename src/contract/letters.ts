import { z } from 'zod';
import { caseEventDto } from './cases.ts';
import { command, query } from './define.ts';
import { id, instantField, pageInput, pageOf, personRef, version } from './fields.ts';

export const LETTER_STATUSES = ['queued', 'ready', 'failed', 'void'] as const;

export const letterRow = personRef.extend({
  id,
  number: z.string().nullable(),
  template: z.string(),
  subject: z.string(),
  status: z.enum(LETTER_STATUSES),
  issuedAt: instantField,
  issuedBy: z.string(),
  caseType: z.enum(['complaint', 'objection', 'resume']),
  caseId: id,
  caseNumber: z.string(),
  pages: z.int().nullable(),
  sha256: z.string().nullable(),
  printedTimes: z.int(),
  version,
});
export type LetterRow = z.output<typeof letterRow>;

export const letters = {
  list: query({
    access: 'letters.read',
    input: pageInput.extend({
      status: z.array(z.enum(LETTER_STATUSES)).optional(),
      search: z.string().max(100).optional(),
      sort: z.enum(['number', 'issuedAt', 'name']).default('number'),
      descending: z.boolean().default(true),
    }),
    output: pageOf(letterRow),
  }),
  /** One letter of the register, its bytes made or not, with all that happened to it, oldest first. */
  letter: query({
    access: 'letters.read',
    input: z.object({ id }),
    output: z.object({ letter: letterRow, trail: z.array(caseEventDto) }),
  }),
  /** The archived bytes themselves, never rendered again. */
  file: query({
    access: 'letters.read',
    input: z.object({ id }),
    output: z.object({ letter: letterRow, bytes: z.instanceof(Uint8Array) }),
  }),
  /** Puts the printing on the letter's trail; the shell then prints exactly these bytes. */
  recordPrint: command({
    access: 'letters.print',
    input: z.object({ id, expectedVersion: version }),
    output: z.object({ times: z.int() }),
  }),
  retry: command({ access: 'letters.print', input: z.object({ id }), output: z.object({}) }),
};

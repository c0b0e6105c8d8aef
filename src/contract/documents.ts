import { z } from 'zod';
import { documentRef } from './cases.ts';
import { job, query } from './define.ts';
import { id } from './fields.ts';

/** A proof belongs to the payment that is resumed, a civil record to its life-status case. */
export const OWNER_TYPES = [
  'complaint',
  'objection',
  'application',
  'beneficiary',
  'resume',
  'life',
] as const;

export const documents = {
  /** What is shown of a document: the file as it came, or a copy without what acts in it. */
  bytes: query({
    access: 'cases.read',
    input: z.object({ id }),
    output: z.object({ document: documentRef, bytes: z.instanceof(Uint8Array) }),
  }),
  attach: job({
    access: 'cases.work',
    input: z.object({
      ownerType: z.enum(OWNER_TYPES),
      ownerId: id,
      path: z.string(),
      title: z.string().trim().min(2).max(120),
    }),
    output: documentRef,
  }),
};

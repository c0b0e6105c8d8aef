import { z } from 'zod';
import {
  DOSSIER_CASES,
  DOSSIER_IDENTITIES,
  DOSSIER_PARTS,
  LEFT_OUT_REASONS,
} from '../domain/dossier/dossier.ts';
import { job } from './define.ts';
import { id } from './fields.ts';

export const dossiers = {
  /**
   * Binds a case with its letters and evidence into one PDF; the making is on the audit trail with the file's hash. What
   * cannot be bound has a page that says so, and is named in `leftOut`. Progress: `gathering`, `cleaning` (documents),
   * `binding` (parts). Errors: NOT_FOUND, DOSSIER_TOO_LARGE (megabytes).
   */
  make: job({
    access: 'cases.read',
    input: z.object({
      caseType: z.enum(DOSSIER_CASES),
      /** Of a resumption, the payment's. */
      caseId: id,
      parts: z.array(z.enum(DOSSIER_PARTS)).max(DOSSIER_PARTS.length),
      identity: z.enum(DOSSIER_IDENTITIES),
    }),
    output: z.object({
      bytes: z.instanceof(Uint8Array),
      sha256: z.string(),
      pages: z.int(),
      /** The case's number alone. */
      fileName: z.string(),
      leftOut: z.array(z.object({ title: z.string(), reason: z.enum(LEFT_OUT_REASONS) })),
    }),
  }),
};

import { z } from 'zod';
import { job, query } from './define.ts';
import { id, instantField, personRef } from './fields.ts';

/**
 * What a paper or a file turned out to be. `original`: the very bytes that were issued. `copy`: a stamped reprint.
 * `altered`: it names a letter of ours and is not the file that was issued. `registered`: number and code are ours; what
 * the paper says is to be compared with the archived letter. `wrongCode`: the number is ours, the code is not.
 * `otherBranch`: sealed with a key that this branch does not have. `unknown`: nothing of ours.
 */
export const LETTER_VERDICTS = [
  'original',
  'copy',
  'registered',
  'altered',
  'wrongCode',
  'otherBranch',
  'unknown',
] as const;
export type LetterVerdict = (typeof LETTER_VERDICTS)[number];

const sealedLetter = personRef.extend({
  id,
  number: z.string(),
  subject: z.string(),
  issuedAt: instantField,
  /** Taken back after it was issued: ours, and no longer in force. */
  void: z.boolean(),
});

const verdict = z.object({
  verdict: z.enum(LETTER_VERDICTS),
  /** The letter of the register that it claims to be; null where none is known. */
  letter: sealedLetter.nullable(),
  /** When a copy was made, and by whom. */
  copied: z.object({ at: instantField, officerName: z.string() }).nullable(),
  /** SHA-256 of the file that was looked at; null for a paper. */
  sha256: z.string().nullable(),
});
export type LetterVerification = z.output<typeof verdict>;

/** Whether a paper or a file is ours and unaltered; works without a network. */
export const letterSeals = {
  verifyFile: job({
    access: 'letters.read',
    input: z.object({ path: z.string().min(1) }),
    output: verdict,
  }),
  /** From a paper: the text of its QR code, or its number with the code printed on it. */
  verifyPaper: query({
    access: 'letters.read',
    input: z.union([
      z.object({ payload: z.string().trim().min(1).max(200) }),
      z.object({
        number: z.string().trim().min(1).max(30),
        code: z.string().trim().min(1).max(30),
      }),
    ]),
    output: verdict,
  }),
  /** The code of a letter as its paper has it, for reading it out to somebody who asks by telephone. */
  codeOf: query({
    access: 'letters.read',
    input: z.object({ id }),
    output: z.object({ code: z.string().nullable() }),
  }),
};

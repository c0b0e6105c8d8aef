import { createHash } from 'node:crypto';
import type { ParsedInputOf } from '../../../../contract/api.ts';
import type { LetterVerdict } from '../../../../contract/letter-seals.ts';
import {
  parseSealPayload,
  typedCode,
  typedLetterNumber,
  type SealFacts,
} from '../../../../domain/letters/letter-seal.ts';
import type { ReadRepos } from '../../ports.ts';
import type { IssuedCopy } from './ports.ts';
import { codeFor, contentHashOf, sealFactsOf } from './seal-letter.ts';

export interface Verification {
  readonly verdict: LetterVerdict;
  readonly letterId: string | null;
  readonly copied: Omit<IssuedCopy, 'letterId'> | null;
}

type Seals = Pick<ReadRepos, 'letterSeals'>;

/** Whether a file is, byte for byte, what the branch issued: the original or a stamped copy. */
export async function verifyFile(repos: Seals, bytes: Uint8Array): Promise<Verification> {
  const { letterSeals } = repos;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const letterId = await letterSeals.letterByFile(sha256);
  if (letterId !== undefined) return { verdict: 'original', letterId, copied: null };
  const copy = await letterSeals.copyByFile(sha256);
  if (copy !== undefined) {
    const { letterId: of, ...copied } = copy;
    return { verdict: 'copy', letterId: of, copied };
  }
  const claimed = claimOf(bytes);
  if (claimed === null) return { verdict: 'unknown', letterId: null, copied: null };
  const paper = await verifyFacts(repos, claimed);
  return paper.verdict === 'registered' ? { ...paper, verdict: 'altered' } : paper;
}

/** Whether number and code of a paper are of the register, and its QR code was made for what the register holds. */
export async function verifyPaper(
  repos: Seals,
  input: ParsedInputOf<'letterSeals.verifyPaper'>,
): Promise<Verification> {
  if ('payload' in input) {
    const facts = parseSealPayload(input.payload);
    return facts === null
      ? { verdict: 'unknown', letterId: null, copied: null }
      : verifyFacts(repos, facts);
  }
  const stored = await storedFacts(repos, typedLetterNumber(input.number));
  if (stored === undefined) return { verdict: 'unknown', letterId: null, copied: null };
  const right = typedCode(input.code) === stored.facts.code;
  return { verdict: right ? 'registered' : 'wrongCode', letterId: stored.letterId, copied: null };
}

async function verifyFacts(repos: Seals, facts: SealFacts): Promise<Verification> {
  const key = await repos.letterSeals.key(facts.keyId);
  if (key === undefined) return { verdict: 'otherBranch', letterId: null, copied: null };
  const stored = await storedFacts(repos, facts.number);
  if (stored === undefined) return { verdict: 'unknown', letterId: null, copied: null };
  // The key proves the code even if somebody had changed the seal's row.
  const right =
    codeFor(key, facts) === facts.code &&
    stored.facts.code === facts.code &&
    stored.facts.contentHash === facts.contentHash &&
    stored.facts.date === facts.date;
  return { verdict: right ? 'registered' : 'wrongCode', letterId: stored.letterId, copied: null };
}

async function storedFacts(
  { letterSeals }: Seals,
  number: string,
): Promise<{ readonly letterId: string; readonly facts: SealFacts } | undefined> {
  const letter = await letterSeals.letterByNumber(number);
  const seal = letter && (await letterSeals.ofLetter(letter.id));
  if (letter === undefined || seal === undefined) return undefined;
  const facts = sealFactsOf(seal);
  // A register whose content was changed behind the program proves nothing: no code is right then.
  const untouched = contentHashOf(letter.content) === seal.contentSha256;
  return { letterId: letter.id, facts: untouched ? facts : { ...facts, code: '' } };
}

/** A letter's file names its seal in its metadata, in the clear; whoever alters the file seldom removes it. */
function claimOf(bytes: Uint8Array): SealFacts | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = /INSAF1:[0-9A-F]{8}:[0-9/]{6,14}:[0-9-]{10}:[0-9A-F]{16}:[0-9A-Z]{8}/.exec(text);
  return found === null ? null : parseSealPayload(found[0]);
}

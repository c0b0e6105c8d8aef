import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  CONTENT_HASH_DIGITS,
  codeOf,
  signedText,
  type SealFacts,
} from '../../../../domain/letters/letter-seal.ts';
import { riyadhDate, type IsoDate, type IsoInstant } from '../../../../domain/shared/iso-date.ts';
import type { LetterKey, LetterSealWriter, SealOfLetter } from './ports.ts';

export interface LetterToSeal {
  readonly id: string;
  readonly number: string;
  readonly date: IsoDate;
  /** As the register stores it. */
  readonly content: string;
}

/** Signs a letter with the branch's key, which is made with the first letter, in the transaction of its issue. */
export async function sealLetter(
  seals: LetterSealWriter,
  { id, number, date, content }: LetterToSeal,
  now: IsoInstant,
): Promise<void> {
  const key = (await seals.currentKey()) ?? (await newKey(seals, now));
  const contentSha256 = contentHashOf(content);
  const code = codeFor(key, { number, date, contentHash: shortHash(contentSha256) });
  await seals.add({ letterId: id, keyId: key.id, contentSha256, code });
}

export function contentHashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What the letter's QR code says. */
export function sealFactsOf(seal: SealOfLetter): SealFacts {
  const { keyId, number, issuedAt, contentSha256, code } = seal;
  return { keyId, number, date: riyadhDate(issuedAt), contentHash: shortHash(contentSha256), code };
}

/** The verification code that a key gives a letter. */
export function codeFor(key: LetterKey, facts: Omit<SealFacts, 'code' | 'keyId'>): string {
  const secret = Buffer.from(key.secret, 'hex');
  return codeOf(createHmac('sha256', secret).update(signedText(facts)).digest());
}

function shortHash(sha256: string): string {
  return sha256.slice(0, CONTENT_HASH_DIGITS);
}

async function newKey(seals: LetterSealWriter, now: IsoInstant): Promise<LetterKey> {
  const key = { id: randomBytes(4).toString('hex'), secret: randomBytes(32).toString('hex') };
  await seals.addKey(key, now);
  return key;
}

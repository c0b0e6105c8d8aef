import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealFactsOf } from '../../src/backend/app/letters/seal/seal-letter.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { sealPayload, type SealFacts } from '../../src/domain/letters/letter-seal.ts';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value } from './branch.ts';

const TODAY = '2026-11-12';
const NUMBER = '1448/0001';

let branch: TestBranch;
let letterId: string;
let facts: SealFacts;

beforeEach(async () => {
  branch = await TestBranch.start(TODAY);
  letterId = await issuedLetter();
  const seal = await readRepos(branch.backend.database.reader).letterSeals.ofLetter(letterId);
  if (seal === undefined) throw new Error('The letter has no seal');
  facts = sealFactsOf(seal);
});
afterEach(() => branch.end());

async function issuedLetter(): Promise<string> {
  const person = await branch.person('بدرية بنت عايض السبيعي');
  const sara = await branch.as('sara');
  const month = isoMonth('2026-11');
  const { id } = value(
    await sara.complaints.file({
      beneficiaryId: person.id,
      category: 'zero',
      channel: 'branch',
      claim: 'لم تصلني دفعة نوفمبر',
      months: [{ month, expected: 132_000, received: 0 }],
    }),
  );
  value(await sara.complaints.take({ id, expectedVersion: 1 }));
  value(
    await sara.complaints.propose({
      id,
      expectedVersion: 2,
      outcome: 'accepted',
      reasoning: 'لم تُصرف الدفعة',
      months: [{ month, finding: 'shortfallProven', due: 132_000 }],
    }),
  );
  const mona = await branch.as('mona');
  return value(await mona.complaints.approve({ id, expectedVersion: 3 })).letterId;
}

function fileOf(bytes: Uint8Array): string {
  const file = path.join(branch.folder, 'shown.pdf');
  writeFileSync(file, bytes);
  return file;
}

async function archivedBytes(): Promise<Uint8Array> {
  const api = await branch.as('mona');
  return value(await api.letters.file({ id: letterId })).bytes;
}

describe('a paper that somebody shows', () => {
  it('is a letter of the branch when its QR code is', async () => {
    const api = await branch.as('mona');
    expect(value(await api.letterSeals.verifyPaper({ payload: sealPayload(facts) }))).toMatchObject(
      { verdict: 'registered', letter: { id: letterId, number: NUMBER, void: false } },
    );
  });

  it('is a letter of the branch when its number has its code, however it is typed', async () => {
    const api = await branch.as('mona');
    const { code } = value(await api.letterSeals.codeOf({ id: letterId }));
    expect(code).toBe(facts.code);
    const typed = `${facts.code.slice(0, 4)}-${facts.code.slice(4)}`.toLowerCase();
    expect(
      value(await api.letterSeals.verifyPaper({ number: '١٤٤٨/١', code: typed })).verdict,
    ).toBe('registered');
  });

  it('is none when any part of its QR code was changed', async () => {
    const api = await branch.as('mona');
    const verdict = async (change: Partial<SealFacts>): Promise<string> =>
      value(await api.letterSeals.verifyPaper({ payload: sealPayload({ ...facts, ...change }) }))
        .verdict;
    expect(await verdict({ date: isoDate('2026-11-13') })).toBe('wrongCode');
    expect(await verdict({ contentHash: '0123456789abcdef' })).toBe('wrongCode');
    expect(await verdict({ code: '00000000' })).toBe('wrongCode');
    expect(await verdict({ number: '1448/0002' })).toBe('unknown');
    expect(await verdict({ keyId: '00000000' })).toBe('otherBranch');
    expect(
      value(await api.letterSeals.verifyPaper({ payload: 'https://example.com' })).verdict,
    ).toBe('unknown');
  });

  it('is not vouched for when the register itself was changed', async () => {
    await branch.backend.database.transact(async (tx) => {
      await sql.raw('drop trigger letter_stays').execute(tx.db);
      await sql
        .raw(`update letter set content = replace(content, '132000', '932000')`)
        .execute(tx.db);
      return ok(null);
    });
    const api = await branch.as('mona');
    expect(value(await api.letterSeals.verifyPaper({ payload: sealPayload(facts) })).verdict).toBe(
      'wrongCode',
    );
  });
});

describe('a file that somebody shows', () => {
  it('is the original when it is the archived one, whatever its name', async () => {
    const api = await branch.as('mona');
    const found = value(await api.letterSeals.verifyFile({ path: fileOf(await archivedBytes()) }));
    expect(found).toMatchObject({ verdict: 'original', letter: { id: letterId } });
  });

  it('is told as altered when it names a letter of ours and one byte is another', async () => {
    const bytes = Uint8Array.from(await archivedBytes());
    const last = bytes.lastIndexOf('\n'.charCodeAt(0));
    bytes[last] = ' '.charCodeAt(0);
    const api = await branch.as('mona');
    const found = value(await api.letterSeals.verifyFile({ path: fileOf(bytes) }));
    expect(found).toMatchObject({ verdict: 'altered', letter: { number: NUMBER } });
  });

  it('is none of ours when nothing in it says so', async () => {
    const api = await branch.as('mona');
    const found = value(
      await api.letterSeals.verifyFile({ path: fileOf(Buffer.from('%PDF-1.4\n%%EOF')) }),
    );
    expect(found).toMatchObject({ verdict: 'unknown', letter: null });
    expect(await api.letterSeals.verifyFile({ path: '/nowhere.pdf' })).toMatchObject({
      error: { code: 'FILE_NOT_FOUND' },
    });
  });
});

describe('the key of the branch', () => {
  it('is made once and kept, so that every letter is proven with it', async () => {
    const again = await issuedLetter();
    const { letterSeals } = readRepos(branch.backend.database.reader);
    expect((await letterSeals.ofLetter(again))?.keyId).toBe(facts.keyId);
    expect((await letterSeals.ofLetter(again))?.code).not.toBe(facts.code);
    await expect(
      branch.backend.database.transact(async (tx) => {
        await tx.db.deleteFrom('letter_key').execute();
        return ok(null);
      }),
    ).rejects.toThrow(/stays/);
  });
});

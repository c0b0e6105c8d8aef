import { createHash } from 'node:crypto';
import type { LetterVerification } from '../../../../contract/letter-seals.ts';
import { ok } from '../../../../domain/shared/result.ts';
import { toPersonRef } from '../../cases/case-dto.ts';
import { readChosenFile } from '../../documents/read-chosen-file.ts';
import type { AreaHandlers } from '../../handlers.ts';
import type { ReadRepos } from '../../ports.ts';
import { verifyFile, verifyPaper, type Verification } from './verify-letter.ts';

/** More than any letter of ours has. */
const LARGEST_MEGABYTES = 50;

export function createLetterSealHandlers(): AreaHandlers<'letterSeals'> {
  return {
    'letterSeals.verifyFile': async ({ repos }, { path }) => {
      const read = await readChosenFile(path, LARGEST_MEGABYTES);
      if (!read.ok) return read;
      const found = await verifyFile(repos, read.value);
      const sha256 = createHash('sha256').update(read.value).digest('hex');
      return ok(await toDto(repos, found, sha256));
    },
    'letterSeals.verifyPaper': async ({ repos }, input) =>
      ok(await toDto(repos, await verifyPaper(repos, input), null)),
    'letterSeals.codeOf': async ({ repos }, { id }) =>
      ok({ code: (await repos.letterSeals.ofLetter(id))?.code ?? null }),
  };
}

async function toDto(
  repos: ReadRepos,
  { verdict, letterId, copied }: Verification,
  sha256: string | null,
): Promise<LetterVerification> {
  const letter = letterId === null ? undefined : await repos.letters.byId(letterId);
  return {
    verdict,
    copied,
    sha256,
    letter:
      letter === undefined
        ? null
        : {
            ...toPersonRef(letter),
            id: letter.id,
            number: letter.number,
            subject: letter.subject,
            issuedAt: letter.issuedAt,
            void: letter.life === 'void',
          },
  };
}

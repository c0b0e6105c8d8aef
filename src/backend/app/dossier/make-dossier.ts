import { createHash } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { letterSettings } from '../../../domain/cases/letter-head.ts';
import { dossierFileName } from '../../../domain/dossier/dossier.ts';
import { dossierTitle, type DossierCover } from '../../../domain/dossier/dossier-cover.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import type { CleanDocument } from '../documents/ports.ts';
import type { LetterPress } from '../letters/ports.ts';
import { Cancelled } from '../operation.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import { coveredParts, ownParts } from './dossier-parts.ts';
import { gatherCase } from './gather-case.ts';
import { gatherDocuments, gatherLetters } from './gather-enclosures.ts';
import type { BindDossier, SetMargins } from './ports.ts';

export interface DossierServices {
  readonly reasons: KnownReasons;
  readonly press: LetterPress;
  readonly clean: CleanDocument;
  readonly bind: BindDossier;
  readonly setMargins: SetMargins;
}

/** What one file may hold before nobody can open it any more. */
const MAX_MEGABYTES = 300;

/**
 * Binds a case into one PDF. Its own sheets are set anew, its letters are the archived bytes, its documents are clean
 * copies. Errors: NOT_FOUND, DOSSIER_TOO_LARGE (megabytes).
 */
export async function makeDossier(
  context: JobContext,
  input: ParsedInputOf<'dossiers.make'>,
  services: DossierServices,
): Promise<Result<OutputOf<'dossiers.make'>, Refusal>> {
  const { operation, repos, settings, officer, now, today } = context;
  operation.progress('gathering', 0, null);
  const gathered = await gatherCase(context, input, services.reasons);
  if (!gathered.ok) return gathered;
  const file = gathered.value;
  const person = await repos.casePeople.byId(file.beneficiaryId);
  if (!person) return refuse('NOT_FOUND');
  const frame = { date: today, settings: letterSettings(settings) };
  const cover: DossierCover = {
    ...file,
    person,
    identity: input.identity,
    madeBy: officer.fullName,
    madeAt: now,
  };
  const wanted = new Set(input.parts);
  const own = await ownParts(services.press, frame, file, wanted);
  await operation.breathe();
  const letters = wanted.has('letters') ? await gatherLetters(context, file.letters) : [];
  const documents = wanted.has('documents')
    ? await gatherDocuments(context, file.documents, services.clean)
    : [];
  const made = await coveredParts(services.press, frame, cover, own, [...letters, ...documents]);
  const megabytes = made.parts.reduce((sum, { bytes }) => sum + bytes.length, 0) / 2 ** 20;
  if (megabytes > MAX_MEGABYTES) return refuse('DOSSIER_TOO_LARGE', { megabytes: MAX_MEGABYTES });
  await operation.breathe();
  const title = dossierTitle(cover);
  const margins = await services.setMargins(title, made.pages, frame.settings.digits, () => {
    if (operation.signal.aborted) throw new Cancelled();
  });
  const bound = await services.bind(
    { title, date: today, parts: made.parts, margins },
    {
      signal: operation.signal,
      onProgress: (done, total) => {
        operation.progress('binding', done, total);
      },
    },
  );
  if (!bound.ok) return bound;
  const { bytes, pages } = bound.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const leftOut = [...made.leftOut];
  return context.transact(async ({ audit }) => {
    await audit(
      'dossier.made',
      { type: input.caseType, id: input.caseId },
      {
        sha256,
        pages,
        identity: input.identity,
        parts: input.parts.join(' '),
        leftOut: leftOut.length,
      },
    );
    return ok({ bytes, sha256, pages, fileName: dossierFileName(file.number), leftOut });
  });
}

import path from 'node:path';
import { createLetterRenderer, type RenderedLetter } from '../backend/letters/letter-renderer.ts';
import { loadShippedTemplates, shippedTemplate } from '../backend/letters/shipped-templates.ts';
import { composeLetter } from '../domain/letters/compose-letter.ts';
import type { LetterKind } from '../domain/letters/letter-kinds.ts';
import { letterSeal } from '../domain/letters/letter-seal.ts';
import type { DigitShape } from '../domain/letters/letter-model.ts';
import { sampleHead, type SampleSize } from '../domain/letters/samples/sample-head.ts';
import { sampleLetter } from '../domain/letters/samples/sample-letter.ts';
import { isoDate } from '../domain/shared/iso-date.ts';
import { resourcesFolder } from './data-folder.ts';

/** A seal as letters have it; no branch's key made it. */
const SEAL = letterSeal({
  keyId: '00000000',
  number: '1448/2087',
  date: isoDate('2026-11-23'),
  contentHash: '0123456789abcdef',
  code: 'K7QD93FM',
});

/** Papers that stand on no register. */
const UNSEALED: readonly LetterKind[] = ['complaintForm', 'amountExplained', 'plain'];

/** Sets the invented letter of a kind in the words that ship. */
export async function sampleSetter(
  digits: DigitShape,
): Promise<(kind: LetterKind, size: SampleSize) => Promise<RenderedLetter>> {
  const resources = resourcesFolder();
  const templates = await loadShippedTemplates(resources);
  const renderer = await createLetterRenderer({ fontsDir: path.join(resources, 'fonts') });
  return (kind, size) => {
    const data = sampleLetter(kind, size);
    const settings = { ...(data.settings ?? sampleHead(size).settings), digits };
    const letter = { ...data, settings };
    const seal = UNSEALED.some((open) => open === kind) ? null : SEAL;
    return renderer.render(composeLetter(letter, shippedTemplate(templates, kind), seal));
  };
}

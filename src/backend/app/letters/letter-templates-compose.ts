import { letterContentSchema } from '../../../contract/letters-templates.ts';
import { composeLetter, type LetterContent } from '../../../domain/letters/compose-letter.ts';
import type { LetterModel, LetterSeal } from '../../../domain/letters/letter-model.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { readVerified } from '../documents/read-verified.ts';
import type { ContentStore } from '../documents/ports.ts';
import type { LetterTemplateReader } from './letter-templates-ports.ts';

/**
 * The letter of what is stored, worded by exactly the version that it names, or by the current one before it is issued.
 * Errors: LETTER_CONTENT for what is no letter, LETTER_TEMPLATE_MISSING (kind, version), CONTENT_MISSING and
 * CONTENT_DAMAGED for its logo.
 */
export async function composeStored(
  stored: unknown,
  seal: LetterSeal | null,
  services: { readonly templates: LetterTemplateReader; readonly content: ContentStore },
): Promise<Result<LetterModel, Refusal>> {
  const parsed = letterContentSchema.safeParse(stored);
  if (!parsed.success) return refuse('LETTER_CONTENT');
  const { template: kind, templateVersion: version } = parsed.data;
  const found = await (version === undefined
    ? services.templates.current(kind)
    : services.templates.version(kind, version));
  if (!found) return refuse('LETTER_TEMPLATE_MISSING', { kind, version: version ?? null });
  const content = await withLogo(parsed.data, services.content);
  return content.ok ? ok(composeLetter(content.value, found.template, seal)) : content;
}

/** The content with the bytes of its logo in place of their name in the archive. */
export async function withLogo(
  letter: LetterContent,
  archive: ContentStore,
): Promise<Result<LetterContent, Refusal>> {
  const logo = letter.settings?.logo ?? null;
  if (letter.settings === undefined || logo === null || 'base64' in logo) return ok(letter);
  const bytes = await readVerified(archive, logo.sha256);
  if (!bytes.ok) return bytes;
  const base64 = Buffer.from(bytes.value).toString('base64');
  return ok({ ...letter, settings: { ...letter.settings, logo: { format: logo.format, base64 } } });
}

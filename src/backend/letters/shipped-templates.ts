import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { templateFileSchema } from '../../contract/letter-templates.ts';
import { LETTER_KINDS, type LetterKind } from '../../domain/letters/letter-kinds.ts';
import type { LetterTemplate } from '../../domain/letters/letter-template.ts';

/** The templates that ship with the application, one of each kind. */
export type ShippedTemplates = ReadonlyMap<LetterKind, LetterTemplate>;

/** @throws Error for a folder that lacks a kind, or a file that is no template of its kind. */
export async function loadShippedTemplates(resourcesFolder: string): Promise<ShippedTemplates> {
  const loaded = await Promise.all(
    LETTER_KINDS.map(async (kind) => {
      const file = path.join(resourcesFolder, 'letter-templates', `${kind}.json`);
      const { $schema: _schema, ...template } = templateFileSchema.parse(
        JSON.parse(await readFile(file, 'utf8')),
      );
      if (template.kind !== kind) throw new Error(`${file} holds a ${template.kind}`);
      return [kind, template] as const;
    }),
  );
  return new Map(loaded);
}

/** The template of a kind; every kind ships. */
export function shippedTemplate(templates: ShippedTemplates, kind: LetterKind): LetterTemplate {
  const template = templates.get(kind);
  if (template === undefined) throw new Error(`No template of ${kind} ships`);
  return template;
}

import type { LetterKind } from '../../../domain/letters/letter-kinds.ts';
import type { LetterTemplate } from '../../../domain/letters/letter-template.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import { ok, type Result } from '../../../domain/shared/result.ts';
import type { LetterTemplateReader, LetterTemplateWriter } from './letter-templates-ports.ts';

type Transact = (
  work: (templates: LetterTemplateWriter) => Promise<Result<null, never>>,
) => Promise<Result<null, never>>;

/** Keeps each template that ships and is not kept yet, all or none. What the branch wrote stays what letters say. */
export async function fillLetterTemplates(
  shipped: ReadonlyMap<LetterKind, LetterTemplate>,
  reader: LetterTemplateReader,
  transact: Transact,
  at: IsoInstant,
): Promise<void> {
  if (missingOf(shipped, await reader.shipped()).length === 0) return;
  await transact(async (templates) => {
    for (const template of missingOf(shipped, await templates.shipped())) {
      await templates.add({
        template: { ...template, version: (await templates.newestVersion(template.kind)) + 1 },
        shippedVersion: template.version,
        basedOn: null,
        note: null,
        at,
        officerId: null,
      });
    }
    return ok(null);
  });
}

function missingOf(
  shipped: ReadonlyMap<LetterKind, LetterTemplate>,
  kept: readonly { readonly kind: LetterKind; readonly shippedVersion: number }[],
): LetterTemplate[] {
  return [...shipped.values()].filter(
    ({ kind, version }) => !kept.some((one) => one.kind === kind && one.shippedVersion === version),
  );
}

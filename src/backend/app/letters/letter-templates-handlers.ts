import type { CatalogueField, TemplateVersionDto } from '../../../contract/letter-templates.ts';
import { letterSettings } from '../../../domain/cases/letter-head.ts';
import { checkTemplate, type Covers } from '../../../domain/letters/check-template.ts';
import { composeLetter } from '../../../domain/letters/compose-letter.ts';
import { fieldsOfKind } from '../../../domain/letters/kinds/all-kinds.ts';
import type { LetterKind } from '../../../domain/letters/letter-kinds.ts';
import { sameWords } from '../../../domain/letters/letter-template.ts';
import { fieldExamples } from '../../../domain/letters/samples/field-examples.ts';
import { sampleLetter } from '../../../domain/letters/samples/sample-letter.ts';
import { FIELD_FORMATS, type PlainField } from '../../../domain/letters/template-fields.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { ContentStore } from '../documents/ports.ts';
import { readChosenFile } from '../documents/read-chosen-file.ts';
import { readVerified } from '../documents/read-verified.ts';
import type { AreaHandlers } from '../handlers.ts';
import { withLogo } from './letter-templates-compose.ts';
import type { InspectLogo, StoredTemplate, TemplateVersion } from './letter-templates-ports.ts';
import { refuseProblems, restoreTemplate, saveTemplate } from './letter-templates-save.ts';
import type { LetterPress } from './ports.ts';

/** Far beyond what a logo may have, so that its own limit is what is told. */
const LARGEST_READ_MEGABYTES = 20;

export interface LetterTemplateServices {
  readonly press: LetterPress;
  readonly content: ContentStore;
  /** Whether the faces of letters have a character; they may have to be loaded. */
  readonly coverage: () => Promise<Covers>;
  readonly inspectLogo: InspectLogo;
  /** Codes only. */
  readonly report: (error: unknown) => void;
}

export function createLetterTemplateHandlers({
  press,
  content,
  coverage,
  inspectLogo,
  report,
}: LetterTemplateServices): AreaHandlers<'letterTemplates'> {
  return {
    'letterTemplates.list': async ({ repos: { letterTemplates } }) => {
      const current = await letterTemplates.currentOfEach();
      const shipped = await letterTemplates.shippedOfEach();
      return ok(
        current.map((stored) => ({
          kind: stored.kind,
          title: stored.template.title,
          current: toVersionDto(stored),
          isAsShipped: isAsShipped(stored, shipped),
        })),
      );
    },
    'letterTemplates.one': async ({ repos: { letterTemplates } }, { kind, version }) => {
      const current = await letterTemplates.current(kind);
      const asked = version === undefined ? current : await letterTemplates.version(kind, version);
      if (!current || !asked) return refuse('NOT_FOUND');
      const history = await letterTemplates.history(kind);
      return ok({
        template: asked.template,
        currentVersion: current.version,
        newestVersion: history[0]?.version ?? current.version,
        isAsShipped: isAsShipped(current, await letterTemplates.shippedOfEach()),
        fields: catalogueOf(kind),
        history: history.map(toVersionDto),
      });
    },
    'letterTemplates.check': async (_, { template }) =>
      ok({ problems: checkTemplate(template, await coverage()) }),
    'letterTemplates.preview': async ({ settings }, { template, size, digits }) => {
      const sound = refuseProblems(template, await coverage());
      if (!sound.ok) return sound;
      const sample = sampleLetter(template.kind, size);
      const branch = letterSettings(settings);
      const letter = await withLogo(
        { ...sample, settings: { ...branch, digits: digits ?? branch.digits } },
        content,
      );
      if (!letter.ok) return letter;
      try {
        const { bytes, pages } = await press(composeLetter(letter.value, template, null));
        return ok({ bytes: new Uint8Array(bytes), pages });
      } catch (error) {
        report(error);
        return refuse('LETTER_NOT_SET');
      }
    },
    'letterTemplates.save': async (context, input) =>
      saveTemplate(context, input, await coverage()),
    'letterTemplates.restore': async (context, input) =>
      restoreTemplate(context, input, await coverage()),
    'letterTemplates.keepLogo': async ({ transact }, { path }) => {
      const read = await readChosenFile(path, LARGEST_READ_MEGABYTES);
      if (!read.ok) return read;
      const inspected = await inspectLogo(read.value);
      if (!inspected.ok) return inspected;
      const { sha256 } = await content.put(read.value);
      return transact(async ({ audit }) => {
        await audit('letterhead.logoKept', null, { sha256 });
        return ok({ format: inspected.value.format, sha256 });
      });
    },
    'letterTemplates.logo': async (_, { sha256 }) => {
      const bytes = await readVerified(content, sha256);
      if (!bytes.ok) return bytes;
      const inspected = await inspectLogo(bytes.value);
      return inspected.ok
        ? ok({ format: inspected.value.format, bytes: bytes.value })
        : refuse('LOGO_FORMAT');
    },
  };
}

function toVersionDto({
  version,
  shippedVersion,
  basedOn,
  note,
  createdAt,
  createdBy,
  sha256,
}: TemplateVersion): TemplateVersionDto {
  return { version, shippedVersion, basedOn, note, createdAt, createdBy, sha256 };
}

function isAsShipped(
  { kind, template }: StoredTemplate,
  shipped: readonly StoredTemplate[],
): boolean {
  const came = shipped.find((one) => one.kind === kind);
  return came !== undefined && sameWords(came.template, template);
}

function catalogueOf(kind: LetterKind): CatalogueField[] {
  const examples = fieldExamples(kind);
  return Object.entries(fieldsOfKind(kind)).map(([name, field]) => ({
    ...toField(name, field, examples({ name, type: field.type })),
    row:
      field.type === 'list'
        ? Object.entries(field.row).map(([inner, definition]) =>
            toField(
              inner,
              definition,
              examples({ name: inner, type: definition.type, list: name }),
            ),
          )
        : [],
  }));
}

function toField(
  name: string,
  {
    type,
    ar,
    en,
    optional,
    requiredBy,
  }: Omit<PlainField, 'type'> & { type: CatalogueField['type'] },
  examples: string[],
): Omit<CatalogueField, 'row'> {
  return {
    name,
    type,
    meaning: { ar, en },
    optional: optional === true,
    requiredBy: requiredBy ?? null,
    formats: [...(FIELD_FORMATS[type] ?? [])],
    examples,
  };
}

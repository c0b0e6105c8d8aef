import type { ParsedInputOf } from '../../../contract/api.ts';
import { checkTemplate, type Covers } from '../../../domain/letters/check-template.ts';
import { sameWords, type LetterTemplate } from '../../../domain/letters/letter-template.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';

/**
 * Keeps a template as the newest version, which letters are issued with from then on.
 * Errors: TEMPLATE_PROBLEMS (count, and code, block, part of the first), CONFLICT, TEMPLATE_UNCHANGED.
 */
export async function saveTemplate(
  context: CommandContext,
  { template, note, expectedVersion }: ParsedInputOf<'letterTemplates.save'>,
  covers: Covers,
): Promise<Result<{ version: number }, Refusal>> {
  const sound = refuseProblems(template, covers);
  if (!sound.ok) return sound;
  const { letterTemplates } = context.repos;
  const newest = await letterTemplates.newestVersion(template.kind);
  if (newest !== expectedVersion) return refuse('CONFLICT');
  const current = await letterTemplates.current(template.kind);
  if (current !== undefined && sameWords(current.template, template)) {
    return refuse('TEMPLATE_UNCHANGED');
  }
  return add(context, template, { note, newest, basedOn: current?.version ?? null });
}

/** Makes an earlier version the newest, if it is still one that may be saved. Errors: NOT_FOUND, those of `saveTemplate`. */
export async function restoreTemplate(
  context: CommandContext,
  { kind, version, note, expectedVersion }: ParsedInputOf<'letterTemplates.restore'>,
  covers: Covers,
): Promise<Result<{ version: number }, Refusal>> {
  const { letterTemplates } = context.repos;
  const earlier = await letterTemplates.version(kind, version);
  if (!earlier) return refuse('NOT_FOUND');
  const sound = refuseProblems(earlier.template, covers);
  if (!sound.ok) return sound;
  const newest = await letterTemplates.newestVersion(kind);
  if (newest !== expectedVersion) return refuse('CONFLICT');
  const current = await letterTemplates.current(kind);
  if (current !== undefined && sameWords(current.template, earlier.template)) {
    return refuse('TEMPLATE_UNCHANGED');
  }
  return add(context, earlier.template, { note, newest, basedOn: version });
}

/** Errors: TEMPLATE_PROBLEMS. */
export function refuseProblems(template: LetterTemplate, covers: Covers): Result<null, Refusal> {
  const problems = checkTemplate(template, covers);
  const [first] = problems;
  if (first === undefined) return ok(null);
  const { code, block, part } = first;
  return refuse('TEMPLATE_PROBLEMS', { count: problems.length, code, block, part });
}

async function add(
  { repos, officer, now, audit }: CommandContext,
  template: LetterTemplate,
  {
    note,
    newest,
    basedOn,
  }: { readonly note: string; readonly newest: number; readonly basedOn: number | null },
): Promise<Result<{ version: number }, Refusal>> {
  const version = newest + 1;
  await repos.letterTemplates.add({
    template: { ...template, version },
    shippedVersion: null,
    basedOn,
    note,
    at: now,
    officerId: officer.id,
  });
  await audit(
    'letterTemplate.saved',
    { type: 'letterTemplate', id: template.kind },
    { version, basedOn },
  );
  return ok({ version });
}

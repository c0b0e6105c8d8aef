import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext, JobContext } from '../context.ts';
import { mappingsFor } from './find-mapping.ts';
import type { MappingReader } from './mapping-ports.ts';
import type { BankAnswer, TableAnswer } from './ports.ts';
import type { ReconciliationServices } from './services.ts';

type Saved = Awaited<ReturnType<MappingReader['list']>>[number];

interface MappedAnswer {
  readonly answer: BankAnswer;
  /** Records by which mapping the file was read. */
  readonly keep: (transaction: CommandContext, fileId: string) => Promise<void>;
}

/**
 * A bank's table, to be read by the mapping that was chosen, else by the one saved for its titles; any other file as it is.
 *
 * Errors: BANK_FILE_MAPPING_NEEDED (kind; several: how many mappings claim the titles), NOT_FOUND for the chosen mapping.
 */
export async function mappedAnswer(
  context: JobContext,
  path: string,
  answer: BankAnswer,
  mappingId: string | undefined,
  services: ReconciliationServices,
): Promise<Result<MappedAnswer, Refusal>> {
  const { table } = answer;
  if (table === undefined) return ok({ answer, keep: () => Promise.resolve() });
  const saved = await chosen(context, path, table, mappingId, services);
  if (!saved.ok) return saved;
  const { id, version, mapping, headerKey: header, bankCode } = saved.value;
  return ok({
    answer: { ...answer, records: () => table.records({ mapping, header, bankCode }) },
    keep: ({ repos }, fileId) => repos.mappings.usedFor(fileId, { id, version }),
  });
}

async function chosen(
  { repos, operation, settings }: JobContext,
  path: string,
  table: TableAnswer,
  mappingId: string | undefined,
  { tables }: ReconciliationServices,
): Promise<Result<Saved, Refusal>> {
  if (mappingId !== undefined) {
    const saved = await repos.mappings.byId(mappingId);
    return saved ? ok(saved) : refuse('NOT_FOUND');
  }
  const all = await repos.mappings.list();
  const found = new Map<string, Saved>();
  const encodings = table.encodingGuessed
    ? [...new Set([null, ...all.map(({ mapping }) => mapping.encoding)])]
    : [null];
  // Without a mapping too: an unsafe workbook is refused as what it is.
  for (const encoding of encodings) {
    const maxBytes = settings.bankFileLimitMegabytes * 1024 * 1024;
    const head = await tables.head(path, { signal: operation.signal, maxBytes, encoding });
    const made = all.filter((one) => !table.encodingGuessed || one.mapping.encoding === encoding);
    for (const one of mappingsFor(head, made)) found.set(one.id, one);
  }
  const [only, ...others] = found.values();
  if (only && others.length === 0) return ok(only);
  const details = { kind: table.kind, several: found.size };
  return refuse('BANK_FILE_MAPPING_NEEDED', details);
}

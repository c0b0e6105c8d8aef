import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { toDocumentRef } from '../cases/case-dto.ts';
import type { AreaHandlers } from '../handlers.ts';
import { attachDocument } from './attach-document.ts';
import type { CleanDocument, InspectDocument } from './ports.ts';
import { readVerified } from './read-verified.ts';

export function createDocumentHandlers({
  inspect,
  clean,
}: {
  readonly inspect: InspectDocument;
  readonly clean: CleanDocument;
}): AreaHandlers<'documents'> {
  return {
    'documents.bytes': async ({ repos, content }, { id }) => {
      const document = await repos.documents.byId(id);
      if (!document) return refuse('NOT_FOUND');
      const bytes = await readVerified(content, document.sha256);
      if (!bytes.ok) return bytes;
      const shown = document.contents.length === 0 ? bytes : await cleaned(bytes.value, clean);
      return shown.ok ? ok({ document: toDocumentRef(document), bytes: shown.value }) : shown;
    },
    'documents.attach': (context, input) => attachDocument(context, input, inspect),
  };
}

async function cleaned(
  bytes: Uint8Array,
  clean: CleanDocument,
): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  const copy = await clean(bytes);
  return copy.ok ? ok(copy.value.bytes) : copy;
}

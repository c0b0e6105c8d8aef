import { ok, refuse } from '../../../domain/shared/result.ts';
import { toDocumentRef } from '../cases/case-dto.ts';
import type { AreaHandlers } from '../handlers.ts';
import { attachDocument } from './attach-document.ts';
import type { InspectDocument } from './ports.ts';
import { readVerified } from './read-verified.ts';

export function createDocumentHandlers(inspect: InspectDocument): AreaHandlers<'documents'> {
  return {
    'documents.bytes': async ({ repos, content }, { id }) => {
      const document = await repos.documents.byId(id);
      if (!document) return refuse('NOT_FOUND');
      const bytes = await readVerified(content, document.sha256);
      return bytes.ok ? ok({ document: toDocumentRef(document), bytes: bytes.value }) : bytes;
    },
    'documents.attach': (context, input) => attachDocument(context, input, inspect),
  };
}

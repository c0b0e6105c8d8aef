import { createHash } from 'node:crypto';
import type { ContentStore, InspectDocument } from '../app/documents/ports.ts';

/** A store that writes each content once in its life: a sample attaches the same ten pages thousands of times. */
export function rememberedContent(store: ContentStore): ContentStore {
  const known = new Map<string, { readonly sha256: string; readonly sizeBytes: number }>();
  return {
    ...store,
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const stored = known.get(sha256) ?? (await store.put(bytes));
      known.set(sha256, stored);
      return stored;
    },
  };
}

/** An inspection that looks at each content once. */
export function rememberedInspection(inspect: InspectDocument): InspectDocument {
  const known = new Map<string, ReturnType<InspectDocument>>();
  return (bytes) => {
    const sha256 = hashOf(bytes);
    const inspected = known.get(sha256) ?? inspect(bytes);
    known.set(sha256, inspected);
    return inspected;
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

import type { Client } from '../../src/contract/client.ts';
import type { ExceptionRow } from '../../src/contract/reconciliation.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';
import { listText, rowsOf, type ListRow } from './payment-lists.ts';

/** A branch whose payment list is imported, at the desk of finance. */
export interface FinanceDesk {
  readonly branch: TestBranch;
  readonly api: Client;
  readonly cycleId: string;
  /** An empty file of its own, to be written over. */
  newFile(extension?: string): string;
  /** Previews and commits a bank's file; answers its id. */
  commit(path: string): Promise<string>;
  /** All exceptions that a query finds. */
  exceptions(
    query?: Parameters<Client['reconciliation']['exceptions']>[0],
  ): Promise<ExceptionRow[]>;
}

export async function openDesk(rows: readonly ListRow[] = rowsOf(5)): Promise<FinanceDesk> {
  const branch = await openBranch();
  const api = await branch.as('finance');
  const path = branch.write('list.csv', listText(rows));
  const { sha256, encoding, mapping } = valueOf(await api.payments.previewList({ path }));
  const { cycleId } = valueOf(await api.payments.importList({ path, sha256, encoding, mapping }));
  let files = 0;
  return {
    branch,
    api,
    cycleId,
    newFile(extension = 'xml') {
      files += 1;
      return branch.write(`answer-${files}.${extension}`, '');
    },
    async commit(file) {
      const { id, version } = valueOf(await api.reconciliation.preview({ path: file })).file;
      valueOf(await api.reconciliation.commit({ fileId: id, expectedVersion: version }));
      return id;
    },
    async exceptions(query = {}) {
      return valueOf(await api.reconciliation.exceptions({ limit: 500, ...query })).rows;
    },
  };
}

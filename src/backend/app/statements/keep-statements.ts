import { accountName } from '../../../domain/reconciliation/account-name.ts';
import type { StatementCollector } from '../../../domain/reconciliation/collect-statements.ts';
import type { CommandContext } from '../context.ts';
import { idSequence } from '../id-sequence.ts';

/** Keeps the statements of a file that was read, and the entries that their details contradict. */
export async function keepStatements(
  { repos, settings, newId }: CommandContext,
  fileId: string,
  { statements, differences }: StatementCollector,
): Promise<void> {
  if (statements.length === 0) return;
  const nextId = idSequence(newId);
  const kept = statements.map((statement) => {
    const { account } = statement;
    const named = account === null ? null : accountName(account, settings.agencyAccounts);
    return { ...statement, account: named, id: nextId() };
  });
  await repos.statements.keep(fileId, kept, differences);
}

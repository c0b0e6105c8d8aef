import type { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { withBranchOptions, type OnBranchOptions } from '../branch-options.ts';
import { runCommand } from '../run-command.ts';

interface InspectOptions extends OnBranchOptions {
  readonly mapping?: string;
}

export function addInspectCommand(program: Command): void {
  withBranchOptions(program.command('inspect'))
    .description(
      'say what a bank file holds; needs no branch, but for the mapping of a CSV or XLSX',
    )
    .argument('<file>', 'pain.001, pain.002, camt.05x, MT940, MT942, wage file, CSV or XLSX')
    .option(
      '--mapping <id|bank>',
      'read a CSV or XLSX by this saved mapping; with --data alone by the one for its titles',
    )
    .action((file: string, options: InspectOptions) =>
      runCommand(options, async () => {
        const { inspectBankFile } = await import('../../backend/bank-files/inspect-bank-file.ts');
        const mapping = await mappingFor(file, options);
        const found = await inspectBankFile(file, { mapped: mapping?.mapped });
        if ('error' in found) {
          const { code, line } = found.error;
          throw new CommandFailure(code, { line });
        }
        const { kind, version, messageId, transactions } = found;
        const statements = found.statements.map(
          ({ id, account, opening, closing, entries, details, credit, debit, balances }) => ({
            id,
            account,
            opening,
            closing,
            entries,
            details,
            credit,
            debit,
            balances,
          }),
        );
        const { statusCounts, reasonCounts, returns, warnings } = found;
        const json = {
          kind,
          version,
          messageId,
          statements,
          transactions,
          statusCounts,
          reasonCounts,
          returns,
          warnings,
          ...(mapping === null
            ? {}
            : { amounts: found.amounts, mapping: { id: mapping.id, name: mapping.name } }),
        };
        const counts = (title: string, of: Readonly<Record<string, number>>): string[] =>
          Object.entries(of).map(([code, count]) => `${title} ${code}: ${count}`);
        const lines = [
          `${kind}${version === null ? '' : ` ${version}`}${messageId === null ? '' : `, message ${messageId}`}`,
          ...(mapping === null ? [] : [`read by the mapping ${mapping.name} (${mapping.id})`]),
          `${transactions} transactions, ${returns} returns`,
          ...Object.entries(found.amounts.toJSON()).map(
            ([currency, sum]) => `amount ${currency}: ${sum}`,
          ),
          ...statements.map(
            ({ id, account, opening, closing, entries, balances }) =>
              `statement ${id ?? '-'} of ${account ?? '-'}: ${entries} entries, ${opening ?? '?'} to ${closing ?? '?'}${balances === false ? ', DOES NOT BALANCE' : ''}`,
          ),
          ...counts('status', statusCounts),
          ...counts('reason', reasonCounts),
          ...warnings.map(
            ({ code, line, value }) =>
              `warning ${code} (line ${line})${value === null ? '' : `: ${value}`}`,
          ),
        ];
        return { json, text: `${lines.join('\n')}\n` };
      }),
    );
}

/** The saved mapping by which a table is read, where a branch was named; a mapping is kept in a branch. */
async function mappingFor(file: string, options: InspectOptions) {
  const { data, as, mapping: named } = options;
  if (data === undefined && as === undefined && named === undefined) return null;
  const { inspectBankFile } = await import('../../backend/bank-files/inspect-bank-file.ts');
  const found = await inspectBankFile(file);
  if ('error' in found || (found.kind !== 'csv' && found.kind !== 'xlsx')) return null;
  const { withBranch } = await import('../open-branch.ts');
  const { chosenMapping } = await import('../chosen-mapping.ts');
  const { headerKey } = await import('../../domain/tables/table-layout.ts');
  const { resolve } = await import('node:path');
  const saved = await withBranch(options, 'finance', (api) =>
    chosenMapping(api, resolve(file), named),
  );
  if (saved === null) return null;
  const { id, name, bankCode, mapping, titles } = saved;
  return { id, name, mapped: { mapping, header: headerKey(titles), bankCode } };
}

import type { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { runCommand, withCommonOptions, type CommonOptions } from '../run-command.ts';

export function addInspectCommand(program: Command): void {
  withCommonOptions(program.command('inspect'))
    .description('say what a bank file holds; needs no branch')
    .argument('<file>', 'pain.001, pain.002, camt.05x, MT940, MT942, wage file, CSV or XLSX')
    .action((file: string, options: CommonOptions) =>
      runCommand(options, async () => {
        const { inspectBankFile } = await import('../../backend/bank-files/inspect-bank-file.ts');
        const found = await inspectBankFile(file);
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
        };
        const counts = (title: string, of: Readonly<Record<string, number>>): string[] =>
          Object.entries(of).map(([code, count]) => `${title} ${code}: ${count}`);
        const lines = [
          `${kind}${version === null ? '' : ` ${version}`}${messageId === null ? '' : `, message ${messageId}`}`,
          `${transactions} transactions, ${returns} returns`,
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

import { maskIban } from '../../../domain/registry/mask.ts';
import type { FileWarning } from '../../../domain/reconciliation/stage-records.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import { isStatement } from './as-chain-statement.ts';
import type { StatementReader } from './ports.ts';
import { faultsAround } from './statement-faults.ts';

/** Codes of the warnings that `statementWarnings` makes; made anew they replace the earlier ones. */
export const STATEMENT_WARNINGS: ReadonlySet<string> = new Set([
  'ACCOUNTS_NOT_SET',
  'FOREIGN_ACCOUNT',
  'STATEMENT_GAP',
  'STATEMENT_OPENING_DIFFERS',
  'STATEMENT_REPEATED',
  'STATEMENT_UNBALANCED',
  'STATEMENT_UNPROVEN',
]);

/** What a reader says about a statement by itself, which the series says too. */
export const TOLD_BY_STATEMENTS: ReadonlySet<string> = new Set([
  'BALANCES_DIFFER',
  'CLOSING_BALANCE_MISSING',
]);

const CODES = {
  gap: 'STATEMENT_GAP',
  openingDiffers: 'STATEMENT_OPENING_DIFFERS',
  repeated: 'STATEMENT_REPEATED',
  unbalanced: 'STATEMENT_UNBALANCED',
  unproven: 'STATEMENT_UNPROVEN',
  foreignAccount: 'FOREIGN_ACCOUNT',
  detailsDiffer: 'DETAILS_DIFFER',
} as const;

/** What committing a file would break in the series of its accounts, one warning each with what the bank calls the statement. */
export async function statementWarnings(
  reader: StatementReader,
  settings: Pick<SettingValues, 'agencyAccounts'>,
  fileId: string,
): Promise<FileWarning[]> {
  const ofFile = await reader.ofFile(fileId);
  if (ofFile.length === 0) return [];
  const { faults } = await faultsAround(reader, ofFile, settings, { isCommitted: false });
  const before = new Map(ofFile.map((statement) => [statement.id, statement]));
  const warnings = faults.flatMap(
    ({ statementId, fault, expected, found, other }): FileWarning[] => {
      const statement = before.get(statementId);
      // What was wrong before the file is no news about the file.
      if (!statement) return [];
      const details = {
        statement: statement.sequence ?? statement.statementId ?? '',
        expected: expected ?? '',
        // An account that is none of ours may be a person's.
        found: fault === 'foreignAccount' ? maskIban(found ?? '') : (found ?? ''),
        other: other ?? '',
      };
      return [{ code: CODES[fault], details }];
    },
  );
  if (settings.agencyAccounts.length === 0 && ofFile.some(isStatement)) {
    warnings.push({ code: 'ACCOUNTS_NOT_SET', details: {} });
  }
  return warnings;
}

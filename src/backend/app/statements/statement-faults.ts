import {
  addDecimals,
  decimalToHalalas,
  formatDecimal,
  negate,
  parseDecimal,
} from '../../../domain/reconciliation/decimal-amount.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import { chainOfStored, isStatement } from './as-chain-statement.ts';
import type { OpenFault, StatementReader, StatementSeries, StoredStatement } from './ports.ts';

/** Whether a statement is of none of our accounts; false while nobody has said which those are. */
export function isForeign(
  account: string | null,
  { agencyAccounts }: Pick<SettingValues, 'agencyAccounts'>,
): boolean {
  return agencyAccounts.length > 0 && (account === null || !agencyAccounts.includes(account));
}

/** The series that statements belong to, each once. */
export function seriesOf(statements: readonly StoredStatement[]): StatementSeries[] {
  const byKey = groupBy(
    statements.filter(isStatement),
    ({ account, currency }) => `${account} ${currency}`,
  );
  return [...byKey.values()].flatMap(([first]) =>
    first ? [{ account: first.account, currency: first.currency }] : [],
  );
}

/**
 * What is wrong with the series that a file's statements belong to, with those statements in their place: whether the file is
 * committed already or not. A series of a foreign account is not looked into; that it is there is the fault.
 */
export async function faultsAround(
  reader: StatementReader,
  ofFile: readonly StoredStatement[],
  settings: Pick<SettingValues, 'agencyAccounts'>,
  { isCommitted }: { readonly isCommitted: boolean },
): Promise<{ readonly faults: readonly OpenFault[]; readonly seen: readonly StoredStatement[] }> {
  const own = isCommitted ? [] : ofFile;
  const faults: OpenFault[] = [];
  const seen: StoredStatement[] = [...ofFile];
  for (const statement of ofFile) {
    if (isForeign(statement.account, settings)) faults.push(foreign(statement));
  }
  for (const series of seriesOf(ofFile)) {
    if (isForeign(series.account, settings)) continue;
    const committed = await reader.ofSeries(series);
    const added = own.filter((statement) => isOf(statement, series));
    seen.push(...committed);
    for (const { statement, problems } of chainOfStored([...committed, ...added])) {
      for (const problem of problems) {
        faults.push({
          statementId: statement.id,
          fault: problem.code,
          subject: 0,
          kind: 'balanceBreak',
          expected: problem.expected,
          found: problem.found,
          other: problem.other,
          amount: difference(statement.stored.currency, problem.expected, problem.found),
          bankLineId: null,
        });
      }
    }
  }
  return { faults, seen };
}

function isOf(statement: StoredStatement, { account, currency }: StatementSeries): boolean {
  return statement.account === account && statement.currency === currency;
}

function foreign({ id, account }: StoredStatement): OpenFault {
  return {
    statementId: id,
    fault: 'foreignAccount',
    subject: 0,
    kind: 'foreignAccount',
    expected: null,
    found: account,
    other: null,
    amount: null,
    bankLineId: null,
  };
}

/** Halalas between two exact decimals of riyals, without sign. */
export function difference(
  currency: string | null,
  expected: string | null,
  found: string | null,
): number | null {
  const [one, other] = [expected, found].map((text) => (text === null ? null : parseDecimal(text)));
  if (currency !== 'SAR' || !one || !other) return null;
  return decimalToHalalas(formatDecimal(addDecimals(one, negate(other))).replace(/^-/, ''));
}

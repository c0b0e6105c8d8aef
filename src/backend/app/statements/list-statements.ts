import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { StatementDto } from '../../../contract/statements.ts';
import { markOf, type ChainMark } from '../../../domain/reconciliation/statement-chain.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import { isIsoDate } from '../../../domain/shared/iso-date.ts';
import { ok } from '../../../domain/shared/result.ts';
import { maskIban } from '../../../domain/registry/mask.ts';
import type { QueryContext } from '../context.ts';
import { chainOfStored } from './as-chain-statement.ts';
import type { StoredStatement } from './ports.ts';
import { isForeign } from './statement-faults.ts';

/** Every series with its marks, ours and foreign ones. */
export async function listStatements(
  { repos, settings }: QueryContext,
  { limit }: ParsedInputOf<'statements.list'>,
) {
  const series: OutputOf<'statements.list'>['series'] = [];
  for (const { account, currency } of await repos.statements.series()) {
    const links = chainOfStored(await repos.statements.ofSeries({ account, currency }));
    const rows = links.map((link) =>
      toDto(link.statement.stored, markOf(link), [...link.problems]),
    );
    series.push({
      account: shownAccount(account, settings),
      currency,
      isOurs: settings.agencyAccounts.length === 0 ? null : !isForeign(account, settings),
      mark: worst(rows),
      total: rows.length,
      statements: rows.reverse().slice(0, limit),
    });
  }
  return ok({ ours: [...settings.agencyAccounts], series });
}

/** What an exception about a statement is about. */
export async function statementOfException({ repos, settings }: QueryContext, id: string) {
  const found = await repos.statements.ofException(id);
  if (!found) return ok(null);
  const { statement, fault: code, expected, other } = found;
  const account = shownAccount(statement.account, settings);
  const fault = { code, expected, other, found: code === 'foreignAccount' ? account : found.found };
  const mark = code === 'gap' ? 'gap' : 'break';
  return ok({ statement: toDto(statement, mark, [fault]), account, fault });
}

/** An account that is none of ours may be a person's. */
function shownAccount(
  account: string | null,
  settings: Pick<SettingValues, 'agencyAccounts'>,
): string | null {
  return account !== null && isForeign(account, settings) ? maskIban(account) : account;
}

function toDto(
  stored: StoredStatement,
  mark: ChainMark,
  problems: StatementDto['problems'],
): StatementDto {
  const { id, fileId, fileName, openedOn, closedOn, opening, booked, closing, entries } = stored;
  const sequence = stored.sequence ?? stored.statementId;
  const balances = { opening, booked, closing, entries };
  const dates = { openedOn: dateOf(openedOn), closedOn: dateOf(closedOn) };
  return { id, fileId, fileName, sequence, ...dates, ...balances, mark, problems };
}

/** A date that no calendar has stays in the bank's file. */
function dateOf(text: string | null) {
  return text !== null && isIsoDate(text) ? text : null;
}

function worst(rows: readonly StatementDto[]): ChainMark {
  if (rows.some(({ mark }) => mark === 'break')) return 'break';
  return rows.some(({ mark }) => mark === 'gap') ? 'gap' : 'unbroken';
}

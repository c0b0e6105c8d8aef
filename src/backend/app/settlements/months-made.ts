import type { RegistryChange } from '../../../domain/registry/household-fact.ts';
import type { MonthMade } from '../../../domain/settlements/affected-months.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { ReadRepos } from '../ports.ts';
import type { LedgerPayment } from './ports.ts';

type Repos = Pick<ReadRepos, 'households' | 'entitlement'>;

/** Each month in which something was paid, and what was known when it was. */
export async function monthsMade(
  repos: Repos,
  beneficiaryId: string,
  ledger: readonly LedgerPayment[],
): Promise<MonthMade[]> {
  const founded = lastFounding(await repos.households.changes(beneficiaryId));
  const regular = ledger.filter(({ kind, madeAt }) => kind === 'regular' && madeAt !== null);
  const made: MonthMade[] = [];
  for (const [month, payments] of groupBy(regular, (payment) => payment.month)) {
    const used = await repos.entitlement.used(beneficiaryId, month);
    const [first] = payments;
    const then =
      used?.knownAt ?? (first?.madeAt ? await repos.households.changeAt(first.madeAt) : 0);
    made.push({ month, knownAt: Math.max(then, founded) });
  }
  return made;
}

/** What a branch began with was so before anything was paid. */
export function lastFounding(changes: readonly RegistryChange[]): number {
  const founding = changes.filter(
    ({ source }) => source === 'founding' || source === 'paymentList',
  );
  return Math.max(0, ...founding.map(({ no }) => no));
}

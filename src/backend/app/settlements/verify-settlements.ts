import { isDeepStrictEqual } from 'node:util';
import { recoveryStateOf, type RecoveryEvent } from '../../../domain/recoveries/recovery-case.ts';
import { settlementStateOf } from '../../../domain/settlements/settlement.ts';
import type { ReadRepos } from '../ports.ts';

/** A settlement or recovery that stands otherwise than its events say, or whose money is not in the ledger. */
export interface SettlementDifference {
  readonly area: 'settlements' | 'recoveries';
  readonly id: string;
  readonly number: string;
  /** `events` when the trail cannot be followed or breaks the rule of two persons, `payments` when the ledger differs. */
  readonly field: string;
}

const BATCH = 200;

/** Recomputes every settlement and recovery from its events, and looks for its money in the ledger. */
export async function verifySettlements(
  { settlements, recoveries }: Pick<ReadRepos, 'settlements' | 'recoveries'>,
  breathe: () => Promise<void>,
): Promise<{ readonly checked: number; readonly differences: readonly SettlementDifference[] }> {
  const differences: SettlementDifference[] = [];
  let checked = 0;
  for (let after = ''; ;) {
    const batch = await settlements.withEvents(after, BATCH);
    for (const { id, number, state, events, unpaid } of batch) {
      const fields = differing(state, settlementStateOf(events));
      if (state.approvedBy !== null && state.approvedBy === state.proposedBy) fields.push('events');
      if (unpaid > 0) fields.push('payments');
      differences.push(
        ...fields.map((field) => ({ area: 'settlements' as const, id, number, field })),
      );
    }
    checked += batch.length;
    const last = batch.at(-1);
    if (!last) break;
    after = last.id;
    await breathe();
  }
  for (let after = ''; ;) {
    const batch = await recoveries.withEvents(after, BATCH);
    for (const { id, number, state, events, deducted } of batch) {
      const fields = differing(state, recoveryStateOf(events));
      if (state.approvedBy !== null && state.approvedBy === state.proposedBy) fields.push('events');
      if (deducted !== deductions(events.map(({ event }) => event))) fields.push('payments');
      differences.push(
        ...fields.map((field) => ({ area: 'recoveries' as const, id, number, field })),
      );
    }
    checked += batch.length;
    const last = batch.at(-1);
    if (!last) break;
    after = last.id;
    await breathe();
  }
  return { checked, differences };
}

function deductions(events: readonly RecoveryEvent[]): number {
  return events.reduce((sum, event) => sum + (event.type === 'deducted' ? event.amount : 0), 0);
}

function differing(stored: object, derived: object | null): string[] {
  if (derived === null) return ['events'];
  const said = new Map<string, unknown>(Object.entries(derived));
  return Object.entries(stored)
    .filter(([field, value]) => !isDeepStrictEqual(value, said.get(field)))
    .map(([field]) => field);
}

import type { StoredMerge, StoredPair } from '../../app/duplicates/ports.ts';
import type { PairGround } from '../../../domain/duplicates/compare-files.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader } from '../database.ts';

type RowOf<Query extends { executeTakeFirst(): Promise<unknown> }> = NonNullable<
  Awaited<ReturnType<Query['executeTakeFirst']>>
>;

export function pairRows(db: Reader['db']) {
  return db
    .selectFrom('duplicate_pair as p')
    .innerJoin('beneficiary as one', 'one.no', 'p.one_no')
    .innerJoin('beneficiary as other', 'other.no', 'p.other_no')
    .selectAll('p')
    .select([
      'one.id as one_id',
      'one.full_name as one_name',
      'one.national_id as one_national_id',
      'other.id as other_id',
      'other.full_name as other_name',
      'other.national_id as other_national_id',
    ]);
}

export function pairOf(row: RowOf<ReturnType<typeof pairRows>>): StoredPair {
  return {
    id: row.id,
    score: row.score,
    grounds: JSON.parse(row.grounds) as PairGround[],
    status: row.status,
    one: {
      beneficiaryId: row.one_id,
      name: row.one_name,
      nationalId: row.one_national_id,
    },
    other: {
      beneficiaryId: row.other_id,
      name: row.other_name,
      nationalId: row.other_national_id,
    },
    foundAt: row.found_at as IsoInstant,
    requestId: row.request_id,
    version: row.version,
  };
}

export function mergeRows(db: Reader['db']) {
  return db
    .selectFrom('file_merge as m')
    .innerJoin('officer as p', 'p.id', 'm.proposed_by')
    .leftJoin('officer as d', 'd.id', 'm.decided_by')
    .leftJoin('officer as u', 'u.id', 'm.undone_by')
    .selectAll('m')
    .select(['p.full_name as proposer', 'd.full_name as decider', 'u.full_name as undoer']);
}

export function mergeRow(row: RowOf<ReturnType<typeof mergeRows>>): StoredMerge {
  return {
    id: row.id,
    pairId: row.pair_id,
    keptId: row.kept_id,
    leftId: row.left_id,
    status: row.status,
    reason: row.reason,
    proposedAt: row.proposed_at as IsoInstant,
    proposedById: row.proposed_by,
    proposedBy: row.proposer,
    decidedAt: row.decided_at as IsoInstant | null,
    decidedBy: row.decider,
    decisionReason: row.decision_reason,
    undoneAt: row.undone_at as IsoInstant | null,
    undoneBy: row.undoer,
    version: row.version,
  };
}

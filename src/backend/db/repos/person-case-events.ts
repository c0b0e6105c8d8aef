import type { TimelineEvent } from '../../../domain/registry/timeline.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader } from '../database.ts';
import { filesOf } from './merged-files.ts';

/** What happened in a person's complaints, objections and letters, each area in its own order. */
export async function personCaseEvents(
  db: Reader['db'],
  beneficiaryId: string,
): Promise<TimelineEvent[]> {
  const complaints = await db
    .selectFrom('complaint_event as e')
    .innerJoin('complaint as c', 'c.id', 'e.complaint_id')
    .leftJoin('officer as o', 'o.id', 'e.officer_id')
    .where('c.beneficiary_id', 'in', filesOf(beneficiaryId))
    .orderBy('e.seq')
    .select(['e.type', 'e.at', 'o.full_name', 'c.id', 'c.ticket as number', 'c.claimed_halalas'])
    .execute();
  const objections = await db
    .selectFrom('objection_event as e')
    .innerJoin('objection as c', 'c.id', 'e.objection_id')
    .leftJoin('officer as o', 'o.id', 'e.officer_id')
    .where('c.beneficiary_id', 'in', filesOf(beneficiaryId))
    .orderBy('e.seq')
    .select(['e.type', 'e.at', 'o.full_name', 'c.id', 'c.number'])
    .execute();
  const letters = await db
    .selectFrom('letter_event as e')
    .innerJoin('letter as c', 'c.id', 'e.letter_id')
    .leftJoin('officer as o', 'o.id', 'e.officer_id')
    .where('c.beneficiary_id', 'in', filesOf(beneficiaryId))
    .orderBy('e.seq')
    .select(['e.type', 'e.at', 'o.full_name', 'c.id', 'c.number'])
    .execute();
  return [
    ...complaints.map((row) => asEvent('complaint', row, row.claimed_halalas as Halalas)),
    ...objections.map((row) => asEvent('objection', row, null)),
    ...letters.map((row) => asEvent('letter', row, null)),
  ];
}

function asEvent(
  kind: 'complaint' | 'objection' | 'letter',
  row: { type: string; at: string; full_name: string | null; id: string; number: string },
  amount: Halalas | null,
): TimelineEvent {
  return {
    at: row.at as IsoInstant,
    kind,
    code: `${kind}.${row.type}`,
    refId: row.id,
    ref: row.number,
    amount,
    details: { officerName: row.full_name },
  };
}

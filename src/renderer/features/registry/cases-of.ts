import type { TimelineItem } from '../../../contract/registry.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';

const CASE_KINDS = ['complaint', 'objection'] as const;
type CaseKind = (typeof CASE_KINDS)[number];

export interface CaseLine {
  readonly kind: CaseKind;
  readonly id: string;
  readonly ref: string;
  /** The code of the last thing that happened to it, and when. */
  readonly lastCode: string;
  readonly at: IsoInstant;
}

/** The cases of a person, gathered from his time line (newest first), each with what happened last. */
export function casesOf(timeline: readonly TimelineItem[]): CaseLine[] {
  const lines = new Map<string, CaseLine>();
  for (const { kind, refId, ref, code, at } of timeline) {
    const caseKind = CASE_KINDS.find((known) => known === kind);
    if (caseKind === undefined || refId === null || lines.has(refId)) continue;
    lines.set(refId, { kind: caseKind, id: refId, ref: ref ?? '', lastCode: code, at });
  }
  return [...lines.values()];
}

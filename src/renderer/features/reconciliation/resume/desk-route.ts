import {
  LIFE_VIEWS,
  RESUME_VIEWS,
  type LifeView,
  type ResumeView,
} from '../../../../contract/resume.ts';
import { hrefOf, navigate } from '../../../lib/route.ts';

export const DESKS = ['bank', 'resume', 'life'] as const;
export type DeskName = (typeof DESKS)[number];

type Query = Readonly<Record<string, string>>;

export function deskOf(query: Query): DeskName {
  return DESKS.find((desk) => desk === query['desk']) ?? 'bank';
}

export function resumeViewOf(query: Query): ResumeView {
  return RESUME_VIEWS.find((view) => view === query['view']) ?? 'waiting';
}

export function lifeViewOf(query: Query): LifeView {
  return LIFE_VIEWS.find((view) => view === query['view']) ?? 'open';
}

export function deskHref(desk: DeskName): string {
  return desk === 'bank' ? hrefOf('reconciliation') : hrefOf('reconciliation', null, { desk });
}

/** Changes what the desk shows; what is not named stays, `null` takes it away. */
export function showOnDesk(query: Query, change: Readonly<Record<string, string | null>>): void {
  const next = Object.fromEntries(
    Object.entries({ ...query, ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  );
  navigate(hrefOf('reconciliation', null, next));
}

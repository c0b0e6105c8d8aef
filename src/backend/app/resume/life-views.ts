import type { OutputOf } from '../../../contract/api.ts';
import type { LifeRow } from '../../../contract/resume.ts';
import {
  isLifeDecided,
  whyLifeNotJudged,
  type LifeEvent,
} from '../../../domain/resume/life-case.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import { toCaseEvent, toDeadline, toDocumentRef, toPersonRef } from '../cases/case-dto.ts';
import { officerNames } from '../cases/case-officers.ts';
import type { QueryContext } from '../context.ts';
import type { LifeCase } from './ports.ts';
import { coded, whyNot } from './why-not.ts';

/** Who may be named head: adults by the law of the Kingdom. */
const ADULT_AGE = 18;

export function toLifeRow(lifeCase: LifeCase, officerId: string, today: IsoDate): LifeRow {
  const { id, number, reasonCode, version, heldPayments, state } = lifeCase;
  const { status, openedOn, dueOn, decidedOn, headDueOn, proposedBy } = state;
  return {
    ...toPersonRef(lifeCase),
    id,
    number,
    status,
    reasonCode,
    openedOn,
    deadline: toDeadline({ deadlineOn: dueOn, pausedOn: null, decidedOn }, today),
    headDueOn,
    heldPayments,
    proposedByYou: status === 'awaitingApproval' && proposedBy === officerId,
    version,
  };
}

/** A life-status case with its steps, and what the officer who looks at it may do. */
export async function lifeCaseView({ repos, officer, today }: QueryContext, id: string) {
  const found = await repos.life.byId(id);
  if (!found) return refuse('NOT_FOUND');
  const { state } = found;
  const names = await officerNames(repos.staff);
  const household = await repos.casePeople.household(found.beneficiaryId, today);
  const adultsBornBy = `${Number(today.slice(0, 4)) - ADULT_AGE}${today.slice(4)}`;
  const view: OutputOf<'resume.lifeCase'> = {
    life: toLifeRow(found, officer.id, today),
    askedOn: state.askedOn,
    answer: state.recorded && {
      ...state.recorded,
      by: names.get(state.proposedBy ?? '') ?? '',
    },
    payment: found.payment,
    held: [...found.held],
    adults: household.filter(({ birthDate }) => birthDate <= adultsBornBy),
    documents: (await repos.documents.of('life', id)).map(toDocumentRef),
    history: (await repos.life.trail(id)).map((entry) => toCaseEvent(entry, noteOf)),
    mayWork: whyNot(officer, 'cases.work', (): Refusal | null => {
      if (isLifeDecided(state.status)) return { code: 'LIFE_DECIDED' };
      return state.status === 'awaitingApproval' ? { code: 'AWAITING_APPROVAL' } : null;
    }),
    mayApprove: whyNot(officer, 'cases.approve', () => coded(whyLifeNotJudged(state, officer.id))),
  };
  return ok(view);
}

function noteOf(event: LifeEvent): string | null {
  switch (event.type) {
    case 'documentAttached':
      return event.title;
    case 'sentBack':
      return event.note;
    case 'answered':
      return event.recorded.deceasedOn;
    case 'opened':
    case 'recordAsked':
    case 'approved':
    case 'withdrawn':
      return null;
  }
}

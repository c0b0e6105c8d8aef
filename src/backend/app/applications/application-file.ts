import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import type {
  ApplicationEvent,
  ApplicationState,
} from '../../../domain/applications/application.ts';
import { whyNotSecondedBy } from '../../../domain/applications/decide-application.ts';
import {
  reviewUntil,
  whyNotReviewed,
  whyNotWithdrawnApplication,
} from '../../../domain/applications/end-application.ts';
import {
  whyNotCancelled,
  whyNotStudiedBy,
  whyNotTouchedBy,
  whyNotWorkedBy,
} from '../../../domain/applications/work-on-application.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { toCaseEvent, toDocumentRef } from '../cases/case-dto.ts';
import { officerNames, whyBlocked } from '../cases/case-officers.ts';
import type { TrailEntry } from '../cases/ports.ts';
import type { QueryContext } from '../context.ts';
import {
  applicationNote,
  maskedIntake,
  toApplicationRow,
  toPapers,
  toProposal,
} from './application-dto.ts';
import { owedTo } from './end-application.ts';
import { papersOf, termsOfApplication } from './gather-application.ts';
import type { ApplicationFile } from './ports.ts';

type File = OutputOf<'applications.file'>;
type Trail = readonly TrailEntry<ApplicationEvent>[];

/** An application with everything its screen shows. Errors: NOT_FOUND. */
export async function applicationFile(context: QueryContext, id: string): Promise<ApiResult<File>> {
  const { repos, officer, today } = context;
  const file = await repos.applications.byId(id);
  const row = await repos.applications.queueRow(id);
  if (!file || !row) return refuse('NOT_FOUND');
  const { state, beneficiaryId } = file;
  const intake = await repos.applications.intake(id, state.revision);
  const trail = await repos.applications.trail(id);
  const names = await officerNames(repos.staff);
  const masked = !officer.permissions.includes('cases.work');
  const documents = [
    ...(await repos.documents.of('application', id)),
    ...(beneficiaryId === null ? [] : await repos.documents.of('beneficiary', beneficiaryId)),
  ];
  const papers = toPapers(
    papersOf(await termsOfApplication(context, file), intake),
    state,
    documents,
  );
  const proving = new Set(papers.flatMap(({ document }) => document?.id ?? []));
  return ok({
    application: toApplicationRow(row, today),
    channel: file.channel,
    known: file.known,
    intake: mutable(masked ? maskedIntake(intake) : intake),
    masked,
    papers,
    otherDocuments: documents.filter((one) => !proving.has(one.id)).map(toDocumentRef),
    completion: completionOf(state),
    proposal: await proposalOf(context, state, names),
    ...outcomesOf(state, trail, names),
    visits: visitsOf(trail),
    reviewUntil: reviewUntil(state, context.settings.applicationReviewMonths),
    reviews: state.reviews,
    events: trail.map((entry) => toCaseEvent(entry, (event) => applicationNote(event, names))),
    letters: [...(await repos.letters.ofCase('application', id))],
    ...(await mayWhat(context, file)),
  });
}

/** The same, as the contract's types have it. */
function mutable(intake: ReturnType<typeof maskedIntake>): File['intake'] {
  return structuredClone(intake) as File['intake'];
}

function completionOf({ completion }: ApplicationState): File['completion'] {
  if (completion === null) return null;
  const { askedOn, dueOn, note, papers, data } = completion;
  return { askedOn, dueOn, note, asked: [...papers, ...data] };
}

async function proposalOf(
  { repos }: QueryContext,
  { proposal, proposedBy, proposedOn }: ApplicationState,
  names: ReadonlyMap<string, string>,
): Promise<File['proposal']> {
  if (proposal === null || proposedBy === null || proposedOn === null) return null;
  const texts = new Map((await repos.objections.refusalReasons()).map((text) => [text.code, text]));
  const by = { id: proposedBy, name: names.get(proposedBy) ?? '' };
  return { ...toProposal(proposal, texts), by, on: proposedOn };
}

function outcomesOf(
  state: ApplicationState,
  trail: Trail,
  names: ReadonlyMap<string, string>,
): Pick<File, 'decision' | 'cancellation' | 'withdrawnOn'> {
  const { status, decidedBy, decidedOn, effectiveFrom, pension, cancelledFor, endedOn } = state;
  return {
    decision:
      decidedBy === null || decidedOn === null
        ? null
        : {
            on: decidedOn,
            by: { id: decidedBy, name: names.get(decidedBy) ?? '' },
            from: effectiveFrom,
            pension,
            assessment:
              trail.flatMap(({ event }) =>
                event.type === 'finallyApproved' ? [event.assessment] : [],
              )[0] ?? null,
          },
    cancellation:
      cancelledFor === null || endedOn === null ? null : { on: endedOn, cause: cancelledFor },
    withdrawnOn: status === 'withdrawn' ? endedOn : null,
  };
}

function visitsOf(trail: Trail): File['visits'] {
  return trail.flatMap(({ seq, byName, event }) => {
    if (event.type !== 'visited') return [];
    const { on, visitor, findings, items } = event;
    return [{ seq, on, visitor, findings, items: [...items], recordedBy: byName ?? '' }];
  });
}

/** What the officer who looks at it may do, or why not. */
async function mayWhat(context: QueryContext, file: ApplicationFile) {
  const { repos, officer, today, settings } = context;
  const { state, beneficiaryId } = file;
  const objection =
    beneficiaryId === null ? undefined : await repos.objections.openOf(beneficiaryId);
  const owed = await owedTo(context, file);
  const working = (why: (by: string) => string | null) => whyBlocked(officer, 'cases.work', why);
  return {
    mayEdit: working((by) => whyNotTouchedBy(state, by)),
    mayWork: working((by) => whyNotWorkedBy(state, by)),
    mayPropose: working((by) => whyNotStudiedBy(state, by)),
    mayApprove: whyBlocked(officer, 'cases.approve', (by) => whyNotSecondedBy(state, by)),
    mayCancel: working(() => whyNotCancelled(state, today)?.code ?? null),
    mayWithdraw: working(() => whyNotWithdrawnApplication(state, owed)?.code ?? null),
    mayAskReview: working(
      () =>
        whyNotReviewed(state, settings.applicationReviewMonths, objection?.number ?? null, today)
          ?.code ?? null,
    ),
  };
}

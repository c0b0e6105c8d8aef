import type { OutputOf } from '../../../contract/api.ts';
import type { LetterSubject } from '../../../contract/case-letters.ts';
import { statesDecision } from '../../../domain/letter-register/decision-kinds.ts';
import { workCalendar } from '../../../domain/settings/settings.ts';
import { ok } from '../../../domain/shared/result.ts';
import { endOfPeriod } from '../../../domain/shared/working-days.ts';
import type { QueryContext } from '../context.ts';
import { isDraftedBy, whyNotOffered } from './issue-offer.ts';
import { NO_MORE } from './offer.ts';
import { offersOf } from './offers.ts';
import type { LettersWanted } from './ports.ts';

/** The letters of a case with the drafts that wait, and what could be written of it now. */
export async function lettersOfCase(context: QueryContext, subject: LetterSubject) {
  const { repos, officer, today, settings } = context;
  const wanted = await lettersWanted(context, subject);
  const offers: OutputOf<'caseLetters.of'>['offers'] = [];
  for (const offer of await offersOf(context, subject)) {
    offers.push({
      kind: offer.kind,
      refusal: await whyNotOffered(context, offer, NO_MORE),
      asDraft: isDraftedBy(offer, officer.id),
    });
  }
  const { days, count } = settings.documentsPeriod;
  const found: OutputOf<'caseLetters.of'> = {
    letters: [...(await repos.caseLetters.letters(wanted))],
    drafts: (await repos.caseLetters.drafts(wanted)).map(({ authorId, ...draft }) => ({
      ...draft,
      mine: authorId === officer.id,
      needsSecond: statesDecision(draft.kind),
    })),
    offers,
    deliverBy: endOfPeriod(today, days, count, workCalendar(settings)),
  };
  return ok(found);
}

/** Whose letters a case shows: a payment's with those of its resumption, a life-status case's with its payments'. */
async function lettersWanted(
  { repos }: Pick<QueryContext, 'repos'>,
  { type, id }: LetterSubject,
): Promise<LettersWanted> {
  switch (type) {
    case 'complaint':
    case 'objection':
    case 'application':
      return { caseTypes: [type], caseIds: [id] };
    case 'payment':
      return { caseTypes: ['payment', 'resume'], caseIds: [id] };
    case 'life': {
      const payment = (await repos.life.byId(id))?.payment ?? null;
      const held = await repos.caseLetters.heldByLife(id);
      const caseIds = payment === null ? held : [payment.id, ...held];
      return { caseTypes: ['payment', 'resume'], caseIds };
    }
    case 'person':
      return { beneficiaryId: id };
  }
}

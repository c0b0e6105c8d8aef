import { sendApplicationBack } from '../../../domain/applications/decide-application.ts';
import {
  assignApplication,
  discardDraft,
  receiveCompletion,
  recordVisit,
  takeApplication,
} from '../../../domain/applications/work-on-application.ts';
import { ok } from '../../../domain/shared/result.ts';
import { whyNotGivenTo } from '../cases/case-officers.ts';
import { eachCase } from '../cases/each-case.ts';
import { nothingToTell } from '../cases/nothing-to-tell.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { toApplicationRow } from './application-dto.ts';
import { applicationFile } from './application-file.ts';
import { assessApplication } from './assess-application.ts';
import { changeApplication, versionOf } from './change-application.ts';
import { checkPaperOf } from './check-paper.ts';
import { askForCompletion, cancelLapsed } from './complete-application.ts';
import { decideApplicationAs } from './decide-application.ts';
import { askReviewOf, withdrawalOf, withdrawApplicationAs } from './end-application.ts';
import { identifyApplicant } from './identify-applicant.ts';
import { amendIntake, checkApplication, saveDraft } from './keep-intake.ts';
import { periodOf } from './periods.ts';
import { approveInitiallyAs, proposeRefusalAs } from './propose-application.ts';
import { refusalOf } from './refusal-of.ts';
import { startApplication } from './start-application.ts';
import { submitDraft } from './submit-application.ts';

export function createApplicationHandlers(office: LetterOffice): AreaHandlers<'applications'> {
  return {
    'applications.counts': async ({ repos, officer, today }) =>
      ok(await repos.applications.counts(officer.id, today)),
    'applications.list': async ({ repos, officer, today }, input) => {
      const query = { ...input, officerId: officer.id, today };
      const { rows, total } = await repos.applications.queue(query);
      return ok({ rows: rows.map((row) => toApplicationRow(row, today)), total });
    },
    'applications.identify': (context, { nationalId }) => identifyApplicant(context, nationalId),
    'applications.start': (context, input) => startApplication(context, input),
    'applications.save': (context, input) => saveDraft(context, input),
    'applications.check': (context, input) => checkApplication(context, input),
    'applications.submit': (context, input) => submitDraft(context, input, office),
    'applications.discard': async (context, input) =>
      nothingToTell(
        await changeApplication(context, input, ({ state }) =>
          discardDraft(state, context.officer.id, context.today),
        ),
      ),
    'applications.file': (context, { id }) => applicationFile(context, id),
    'applications.assign': async (context, { cases, officerId }) => {
      const unfit = await whyNotGivenTo(context.repos.staff, officerId);
      if (unfit !== null) return { ok: false, error: unfit };
      return eachCase(cases, (one) =>
        changeApplication(context, one, ({ state }) =>
          assignApplication(state, officerId, context.officer.id),
        ),
      );
    },
    'applications.take': async (context, input) =>
      nothingToTell(
        await changeApplication(context, input, ({ state }) =>
          takeApplication(state, context.officer.id),
        ),
      ),
    'applications.checkPaper': (context, input) => checkPaperOf(context, input),
    'applications.amend': (context, input) => amendIntake(context, input),
    'applications.askCompletion': (context, input) => askForCompletion(context, input, office),
    'applications.receiveCompletion': async (context, { note, ...expected }) => {
      const { officer, today, settings } = context;
      const period = periodOf(settings, 'applicationDeadline');
      return versionOf(
        await changeApplication(context, expected, ({ state }) =>
          receiveCompletion(state, note, officer.id, today, period),
        ),
      );
    },
    'applications.cancel': (context, input) => cancelLapsed(context, input, office),
    'applications.assess': (context, input) => assessApplication(context, input),
    'applications.recordVisit': async (context, { id, expectedVersion, ...visit }) =>
      versionOf(
        await changeApplication(context, { id, expectedVersion }, ({ state }) =>
          recordVisit(state, visit, context.officer.id, context.today),
        ),
      ),
    'applications.approveInitially': (context, input) => approveInitiallyAs(context, input),
    'applications.proposeRefusal': (context, input) => proposeRefusalAs(context, input),
    'applications.decide': (context, input) => decideApplicationAs(context, input, office),
    'applications.sendBack': async (context, { note, ...expected }) =>
      versionOf(
        await changeApplication(context, expected, ({ state }) =>
          sendApplicationBack(state, note, context.officer.id),
        ),
      ),
    'applications.withdrawal': (context, { id }) => withdrawalOf(context, id),
    'applications.withdraw': (context, input) => withdrawApplicationAs(context, input, office),
    'applications.refusal': (context, { beneficiaryId }) => refusalOf(context, beneficiaryId),
    'applications.askReview': (context, input) => askReviewOf(context, input),
  };
}

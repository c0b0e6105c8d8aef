import { sendResumeBack, withdrawProposal } from '../../../domain/resume/decide-resume.ts';
import { askRecord, sendLifeBack } from '../../../domain/resume/life-case.ts';
import { ok } from '../../../domain/shared/result.ts';
import { nothingToTell } from '../cases/nothing-to-tell.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import { approveResumes } from './approve-resumes.ts';
import { cancelResume } from './cancel-resume.ts';
import { changeLife } from './change-life.ts';
import { changeResume } from './change-resume.ts';
import { decideLife, recordLifeAnswer } from './decide-life.ts';
import { fileResumeComplaint } from './file-resume-complaint.ts';
import { guideBeneficiary } from './guide-beneficiary.ts';
import { lifeCaseView, toLifeRow } from './life-views.ts';
import { proposeResumes } from './propose-resumes.ts';
import { confirmPaymentActivity, provePaymentAccount } from './prove-payment-account.ts';
import { resumePayment } from './resume-payment.ts';
import { resumeCounts, resumeQueue } from './resume-queues.ts';
import { withdrawalFacts, withdrawApplication } from './withdraw-application.ts';

export interface ResumeServices {
  readonly reasons: KnownReasons;
  readonly office: LetterOffice;
}

export function createResumeHandlers({ reasons, office }: ResumeServices): AreaHandlers<'resume'> {
  return {
    'resume.counts': (context) => resumeCounts(context, reasons),
    'resume.queue': (context, input) => resumeQueue(context, input, reasons),
    'resume.payment': (context, { paymentId }) => resumePayment(context, paymentId, reasons),
    'resume.proveAccount': (context, input) => provePaymentAccount(context, input, reasons),
    'resume.confirmActivity': (context, input) => confirmPaymentActivity(context, input, reasons),
    'resume.propose': (context, { payments }) => proposeResumes(context, payments, reasons),
    'resume.withdraw': async (context, input) =>
      nothingToTell(
        await changeResume(context, input, reasons, (state) =>
          withdrawProposal(state, context.officer.id),
        ),
      ),
    'resume.approve': (context, { payments }) => approveResumes(context, payments, reasons),
    'resume.sendBack': async (context, input) =>
      nothingToTell(
        await changeResume(context, input, reasons, (state) =>
          sendResumeBack(state, input.note, context.officer.id),
        ),
      ),
    'resume.cancelAttempt': (context, input) => cancelResume(context, input, reasons),
    'resume.fileComplaint': (context, input) => fileResumeComplaint(context, input, reasons),
    'resume.guide': (context, input) => guideBeneficiary(context, input, reasons, office),
    'resume.lifeCases': async ({ repos, officer, today }, input) => {
      const { rows, total } = await repos.life.list(input);
      return ok({ rows: rows.map((row) => toLifeRow(row, officer.id, today)), total });
    },
    'resume.lifeCase': (context, { id }) => lifeCaseView(context, id),
    'resume.askRecord': async (context, input) =>
      nothingToTell(
        await changeLife(context, input, (state) =>
          askRecord(state, context.officer.id, context.today),
        ),
      ),
    'resume.answerLife': (context, input) => recordLifeAnswer(context, input),
    'resume.approveLife': (context, input) => decideLife(context, input),
    'resume.sendLifeBack': async (context, input) =>
      nothingToTell(
        await changeLife(context, input, (state) =>
          sendLifeBack(state, input.note, context.officer.id),
        ),
      ),
    'resume.withdrawal': (context, { beneficiaryId }) => withdrawalFacts(context, beneficiaryId),
    'resume.withdrawApplication': (context, input) => withdrawApplication(context, input),
  };
}

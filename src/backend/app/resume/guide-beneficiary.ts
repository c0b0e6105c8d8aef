import { editDaysFrom } from '../../../domain/resume/edit-days.ts';
import {
  guidanceSheet,
  guidanceSubject,
  type Guidance,
} from '../../../domain/resume/guidance-sheet.ts';
import { needsAccount } from '../../../domain/resume/resume-rules.ts';
import { guideOf } from '../../../domain/reconciliation/reason-code.ts';
import { bankNameOf } from '../../../domain/registry/bank-names.ts';
import { maskIban } from '../../../domain/registry/mask.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import { riyadhDate, type IsoDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import { issueLetter } from '../letters/issue-letter.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import { noteOnResume, type ExpectedPayment } from './change-resume.ts';
import type { ResumeFile } from './ports.ts';
import { factsOf } from './resume-facts.ts';

/**
 * Issues the sheet that tells the beneficiary why his payment failed and what to do.
 * Errors: NOT_FOUND, those of `noteOnResume`, PERSON_FROZEN: nothing is written to somebody who may have died.
 */
export async function guideBeneficiary(
  context: CommandContext,
  { paymentId }: ExpectedPayment,
  reasons: KnownReasons,
  office: LetterOffice,
): Promise<Result<{ letterId: string }, Refusal>> {
  const { repos, settings, today } = context;
  const file = await repos.resume.file(paymentId);
  if (!file) return refuse('NOT_FOUND');
  const { endToEndId: reference, status, beneficiaryId, month } = file.payment;
  if (status !== 'rejected' && status !== 'returned') {
    return refuse('MONEY_NOT_BACK', { reference, status });
  }
  if (file.frozenBy !== null) {
    return refuse('PERSON_FROZEN', { reference, number: file.frozenBy.number });
  }
  // Everything is asked before anything is written: a batch goes on past whoever is refused.
  if (file.case?.state.status === 'complained') return refuse('ALREADY_RESUMED', { reference });
  const person = await repos.casePeople.byId(beneficiaryId);
  if (!person) return refuse('NOT_FOUND');
  const failedOn = await failureDay(context, file);
  const guidance = guidanceFor(file, { outcome: status, failedOn }, reasons, settings, today);
  const letterId = await issueLetter(
    context,
    {
      caseType: 'resume',
      caseId: paymentId,
      caseNumber: reference,
      subject: guidanceSubject(month),
    },
    person,
    (head) => guidanceSheet(guidance, head),
    office,
  );
  const noted = await noteOnResume(context, paymentId, { type: 'guided', letterId });
  return noted.ok ? ok({ letterId }) : noted;
}

function guidanceFor(
  file: ResumeFile,
  failure: { readonly outcome: 'rejected' | 'returned'; readonly failedOn: IsoDate },
  reasons: KnownReasons,
  { accountEditDays, branchName, letterhead }: SettingValues,
  today: IsoDate,
): Guidance {
  const { payment } = file;
  const reason = reasons.find(file.reasonList, payment.reasonCode);
  const guide = reason && guideOf(reasons.actions, reason);
  return {
    payment: {
      month: payment.month,
      amount: payment.amount,
      reference: payment.endToEndId,
      bankName: bankNameOf(payment.bankCode).ar,
      maskedIban: maskIban(payment.iban),
      ...failure,
    },
    reason: {
      title: reason?.title.ar ?? null,
      meaning: reason?.meaning.ar ?? null,
      code: payment.reasonCode,
    },
    guidance: guide?.beneficiary?.ar ?? null,
    accountNeeded: needsAccount(factsOf(file, reasons).rule),
    editDays: editDaysFrom(today, accountEditDays),
    branchName: branchName || letterhead.branch,
    branchAddress: letterhead.addressLine || null,
  };
}

/** The day that the bank gave, or else the day on which it was told. */
async function failureDay(
  { repos, today }: CommandContext,
  { payment }: ResumeFile,
): Promise<IsoDate> {
  const events = await repos.payments.events(payment.id);
  const failure = events.findLast(({ type, reversed }) => type === payment.status && !reversed);
  if (!failure) return today;
  return failure.effectiveOn ?? riyadhDate(failure.at);
}

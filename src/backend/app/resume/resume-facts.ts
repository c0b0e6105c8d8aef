import { resumeRuleOf, type ResumeFacts } from '../../../domain/resume/resume-rules.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import type { ReasonCount, ReasonKey, ReasonRules, ResumeFile } from './ports.ts';

/** What the ledger and the table of reasons say of sending a payment once more. */
export function factsOf(file: ResumeFile, reasons: KnownReasons): ResumeFacts {
  const { payment } = file;
  const reason = reasons.find(file.reasonList, payment.reasonCode);
  const rule = resumeRuleOf(reason, file.provenAlive);
  return {
    status: payment.status,
    reference: payment.endToEndId,
    live: file.live,
    iban: payment.iban,
    // «The same again» holds while the account does: to the old one it would only fail once more.
    rule: rule === 'sameData' && file.accountChanged ? 'afterFix' : rule,
    reasonCode: payment.reasonCode,
    needsNewAccount: reason?.action === 'NEW_ACCOUNT',
    paidInstead: file.paidInstead,
    otherLive: file.otherLive,
    frozenBy: file.frozenBy?.number ?? null,
    complaintDue: file.resumes !== null && file.resumes.complaintId === null,
  };
}

/** The reasons of failed payments by what they ask for. */
export function reasonRules(failed: readonly ReasonCount[], reasons: KnownReasons): ReasonRules {
  const of = (rule: 'sameData' | 'never'): ReasonKey[] =>
    failed
      .filter(({ list, code }) => resumeRuleOf(reasons.find(list, code), false) === rule)
      .map(({ list, code }): ReasonKey => [list, code]);
  return { sameData: of('sameData'), never: of('never') };
}

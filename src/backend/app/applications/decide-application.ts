import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { decideApplication } from '../../../domain/applications/decide-application.ts';
import { reviewUntil } from '../../../domain/applications/end-application.ts';
import type { Intake } from '../../../domain/applications/intake.ts';
import type { PlannedAcceptance } from '../../../domain/applications/assess-intake.ts';
import { bankCodeOfIban, parseIban } from '../../../domain/registry/iban.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import {
  changeApplication,
  type ChangedApplication,
  type ExpectedCase,
} from './change-application.ts';
import { studyIntake, wrongIntake, type Study } from './gather-application.ts';
import { issueAcceptance, issueRefusal } from './issue-letters.ts';
import type { ApplicationFile } from './ports.ts';
import { setEligibility } from './set-eligibility.ts';

type Decided = ApiResult<OutputOf<'applications.decide'>>;

/** Paper of the check list that proves whose the account is. */
const ACCOUNT_PAPER = 'account';

/**
 * The second officer's decision, with all that follows from it in one transaction: what the registry knows from the month
 * after on, the account, the eligibility, the letter. Nothing is paid: the next run of eligibility does that.
 * Errors: INTAKE_WRONG, those of `changeApplication`, the domain's `decideApplication`.
 */
export async function decideApplicationAs(
  context: CommandContext,
  expected: ExpectedCase,
  office: LetterOffice,
): Promise<Decided> {
  const { repos, officer, today } = context;
  const file = await repos.applications.byId(expected.id);
  if (!file) return refuse('NOT_FOUND');
  const { beneficiaryId, state } = file;
  if (beneficiaryId === null) return refuse('STILL_A_DRAFT', { number: file.number });
  const intake = await repos.applications.intake(file.id, state.revision);
  const study = await studyIntake(context, file, intake);
  const changed = await changeApplication(context, expected, () =>
    state.proposal?.outcome === 'accept' && study.problems.length > 0
      ? wrongIntake(study.problems)
      : decideApplication(state, study.assessment, officer.id, today),
  );
  if (!changed.ok) return changed;
  return changed.value.next.status === 'finalApproval'
    ? accepted(context, changed.value, beneficiaryId, intake, study, office)
    : refused(context, changed.value, beneficiaryId, study.paysPension, office);
}

async function accepted(
  context: CommandContext,
  { file, next }: ChangedApplication,
  beneficiaryId: string,
  intake: Intake,
  { planned, assessment, paysPension }: Study,
  office: LetterOffice,
): Promise<Decided> {
  const from = next.effectiveFrom;
  if (from === null) throw new Error('An acceptance takes effect in a month');
  if (paysPension) {
    if (planned === null) throw new Error('An acceptance of a pension has its plan');
    await recordHousehold(context, file, beneficiaryId, planned);
    await keepAccount(context, file, beneficiaryId, intake, `${from}-01` as IsoDate);
    const set = await setEligibility(context, file.id, beneficiaryId, 'eligible');
    if (!set.ok) return set;
  }
  const iban = parseIban(intake.bank.iban);
  const paidInto = paysPension && iban.ok ? iban.value : null;
  const letter = await issueAcceptance(context, file.id, { from, assessment }, paidInto, office);
  if (!letter.ok) return letter;
  return ok({ letter: letter.value, outcome: 'finalApproval', beneficiaryId, from });
}

async function refused(
  context: CommandContext,
  { file, next }: ChangedApplication,
  beneficiaryId: string,
  paysPension: boolean,
  office: LetterOffice,
): Promise<Decided> {
  const { proposal } = next;
  if (proposal?.outcome !== 'refuse') throw new Error('A refusal was proposed as one');
  if (paysPension) {
    const set = await setEligibility(context, file.id, beneficiaryId, 'ineligible');
    if (!set.ok) return set;
  }
  const until = reviewUntil(next, context.settings.applicationReviewMonths);
  const mayAskReview = until !== null && context.today <= until;
  const letter = await issueRefusal(context, file.id, proposal, mayAskReview, office);
  if (!letter.ok) return letter;
  return ok({ letter: letter.value, outcome: 'refused', beneficiaryId, from: null });
}

async function recordHousehold(
  { repos, now, officer }: CommandContext,
  { id, number }: ApplicationFile,
  beneficiaryId: string,
  { plan }: PlannedAcceptance,
): Promise<void> {
  const change = {
    at: now,
    officerId: officer.id,
    source: 'application',
    reason: number,
    caseType: 'application',
    caseId: id,
  } as const;
  await repos.households.record(beneficiaryId, change, plan);
}

/** The account of the application is his from then on, with the paper that shows it. */
async function keepAccount(
  { repos, newId, today, officer }: CommandContext,
  { state }: ApplicationFile,
  beneficiaryId: string,
  { bank }: Intake,
  validFrom: IsoDate,
): Promise<void> {
  const iban = parseIban(bank.iban);
  if (!iban.ok) throw new TypeError('An intake with a wrong account was let through');
  const held = (await repos.bankAccounts.of(beneficiaryId)).find(({ validTo }) => validTo === null);
  if (held?.iban === iban.value) return;
  const proof = state.papers[ACCOUNT_PAPER];
  const proven = proof?.state === 'accepted' ? proof.documentId : null;
  await repos.bankAccounts.replace(beneficiaryId, {
    id: newId(),
    iban: iban.value,
    bankCode: bankCodeOfIban(iban.value),
    // NOTE: an account that begins later still is corrected in the file of accounts, not here.
    validFrom: held !== undefined && held.validFrom > validFrom ? held.validFrom : validFrom,
    verifiedOn: proven === null ? null : today,
    verifiedHow: proven === null ? null : 'document',
    verifiedBy: proven === null ? null : officer.id,
    proofKind: proven === null ? null : 'ibanCertificate',
    proofDocumentId: proven,
  });
}

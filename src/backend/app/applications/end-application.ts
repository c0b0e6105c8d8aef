import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import {
  askReview,
  whyNotWithdrawnApplication,
  withdrawApplication,
  withdrawalWarnings,
  type OwedMoney,
} from '../../../domain/applications/end-application.ts';
import { effectiveMonth } from '../../../domain/applications/decide-application.ts';
import { paysPension } from '../../../domain/applications/programme-facts.ts';
import { planChange } from '../../../domain/registry/correct-household.ts';
import { householdOn, knownAt } from '../../../domain/registry/household-at.ts';
import { unpaidOf } from '../../../domain/resume/withdrawal.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { ReadRepos } from '../ports.ts';
import { changeApplication, expectedApplication, versionOf } from './change-application.ts';
import { termsOfApplication } from './gather-application.ts';
import { issueWithdrawal } from './issue-letters.ts';
import { periodOf } from './periods.ts';
import type { ApplicationFile } from './ports.ts';
import { restoreEligibility, setEligibility } from './set-eligibility.ts';

/** What is owed to the applicant; null where the programme pays no pension. */
export async function owedTo(
  context: {
    readonly repos: Pick<ReadRepos, 'programmes' | 'resume'>;
    readonly settings: SettingValues;
    readonly today: IsoDate;
  },
  file: ApplicationFile,
): Promise<OwedMoney | null> {
  if (file.beneficiaryId === null) return null;
  if (!paysPension(await termsOfApplication(context, file))) return null;
  const payments = await context.repos.resume.payments(file.beneficiaryId);
  return { payments, paidStatuses: context.settings.paidStatuses };
}

/** What withdrawing an application would cost. Errors: NOT_FOUND. */
export async function withdrawalOf(
  context: QueryContext,
  id: string,
): Promise<ApiResult<OutputOf<'applications.withdrawal'>>> {
  const { repos } = context;
  const file = await repos.applications.byId(id);
  if (!file) return refuse('NOT_FOUND');
  const owed = await owedTo(context, file);
  const objection =
    file.beneficiaryId === null ? undefined : await repos.objections.openOf(file.beneficiaryId);
  const why = whyNotWithdrawnApplication(file.state, owed);
  const unpaid = owed === null ? [] : unpaidOf(owed.payments, owed.paidStatuses);
  return ok({
    unpaid: unpaid.map(({ id: paymentId, reference, month, amount, status }) => ({
      id: paymentId,
      endToEndId: reference,
      month,
      amount,
      status,
    })),
    warnings: withdrawalWarnings(file.state, owed !== null, objection !== undefined),
    mayWithdraw: why === null ? null : { code: why.code, details: { ...why.details } },
  });
}

/**
 * The applicant withdraws. An accepted pension ends with the month after: what is known of the household stays known.
 * Errors: those of `changeApplication` and `whyNotWithdrawnApplication`.
 */
export async function withdrawApplicationAs(
  context: CommandContext,
  { reason, confirmed: _confirmed, ...expected }: ParsedInputOf<'applications.withdraw'>,
  office: LetterOffice,
): Promise<ApiResult<OutputOf<'applications.withdraw'>>> {
  const { repos, officer, today, now } = context;
  const found = await expectedApplication(context, expected);
  if (!found.ok) return found;
  const file = found.value;
  const owed = await owedTo(context, file);
  const changed = await changeApplication(context, expected, ({ state }) =>
    withdrawApplication(state, reason, owed, officer.id, today),
  );
  if (!changed.ok) return changed;
  const { beneficiaryId, state } = file;
  if (beneficiaryId === null) throw new Error('What was submitted has its beneficiary');
  if (state.status !== 'finalApproval' || owed === null) {
    const restored = await restoreEligibility(context, file);
    if (!restored.ok) return restored;
    return letterOf(await issueWithdrawal(context, file.id, null, office));
  }
  const from = effectiveMonth(today);
  const ended = await endHousehold(context, file, beneficiaryId, from, reason);
  if (!ended.ok) return ended;
  const set = await setEligibility(context, file.id, beneficiaryId, 'notStudied');
  if (!set.ok) return set;
  const by = officer.id;
  await repos.resume.withdraw({ id: context.newId(), beneficiaryId, reason, at: now, by });
  return letterOf(await issueWithdrawal(context, file.id, from, office));
}

function letterOf<Letter, E>(issued: Result<Letter, E>): Result<{ letter: Letter }, E> {
  return issued.ok ? ok({ letter: issued.value }) : issued;
}

/** The household draws no pension from the first of a month on. Errors: those of `planChange`. */
async function endHousehold(
  { repos, now, officer, today }: CommandContext,
  { id }: ApplicationFile,
  beneficiaryId: string,
  from: IsoMonth,
  reason: string,
): Promise<Result<null, Refusal>> {
  const facts = await repos.households.facts(beneficiaryId);
  const on = `${from}-01` as IsoDate;
  const { household } = householdOn(knownAt(facts, null), on);
  if (household === null) return ok(null);
  const planned = planChange(facts, [{ action: 'end', record: household.record, on }], today);
  if (!planned.ok) return planned;
  const change = {
    at: now,
    officerId: officer.id,
    source: 'application',
    reason,
    caseType: 'application',
    caseId: id,
  } as const;
  await repos.households.record(beneficiaryId, change, planned.value);
  return ok(null);
}

/** A refused application is studied anew (REG 14). Errors: those of `changeApplication` and `whyNotReviewed`. */
export async function askReviewOf(
  context: CommandContext,
  { reason, ...expected }: ParsedInputOf<'applications.askReview'>,
): Promise<ApiResult<OutputOf<'applications.askReview'>>> {
  const { repos, officer, today, settings } = context;
  const changed = await changeApplication(context, expected, async ({ state, beneficiaryId }) => {
    const open = beneficiaryId === null ? undefined : await repos.objections.openOf(beneficiaryId);
    return askReview(
      state,
      reason,
      { months: settings.applicationReviewMonths, objection: open?.number ?? null },
      officer.id,
      today,
      periodOf(settings, 'applicationDeadline'),
    );
  });
  if (!changed.ok) return changed;
  const { file } = changed.value;
  if (file.beneficiaryId !== null && paysPension(await termsOfApplication(context, file))) {
    const set = await setEligibility(context, file.id, file.beneficiaryId, 'studying');
    if (!set.ok) return set;
  }
  return versionOf(changed);
}

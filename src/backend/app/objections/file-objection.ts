import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { caseNumber, caseYear } from '../../../domain/cases/case-numbers.ts';
import { checkObjectionDates, filingPeriod } from '../../../domain/objections/filing-period.ts';
import { objectionStateOf, type ObjectionEvent } from '../../../domain/objections/objection.ts';
import { settingsOn, workCalendar } from '../../../domain/settings/settings.ts';
import { ok, refuse, type Refusal } from '../../../domain/shared/result.ts';
import { searchKey } from '../../../domain/shared/search-key.ts';
import { endOfPeriod } from '../../../domain/shared/working-days.ts';
import {
  signatureStands,
  signLateFiling,
  type LateFilingSignature,
} from '../cases/sign-late-filing.ts';
import { issueReceipt } from '../case-letters/issue-receipt.ts';
import type { CommandContext, JobContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { PasswordHasher } from '../staff/ports.ts';

type Input = ParsedInputOf<'objections.file'>;
type Filed = ApiResult<OutputOf<'objections.file'>>;

/**
 * Files an objection against ineligibility. After the period only with a supervisor's signature.
 * Errors: DATES_OUT_OF_ORDER, PERIOD_ENDED, those of `signLateFiling`, REASON_TWICE, REASON_UNKNOWN, ALREADY_OPEN, those
 * of `issueReceipt`.
 */
export async function fileObjection(
  context: JobContext,
  input: Input,
  hasher: PasswordHasher,
  office: LetterOffice,
): Promise<Filed> {
  const { today, settings, repos } = context;
  const { refusedOn, notifiedOn } = input;
  const dates = checkObjectionDates(refusedOn, notifiedOn, today);
  if (!dates.ok) return dates;
  const { objectionPeriod } = settingsOn(notifiedOn, await repos.settings.all());
  const period = filingPeriod(notifiedOn, today, objectionPeriod, workCalendar(settings));
  if (period.inTime) return context.transact((tx) => file(tx, input, null, office));
  if (!input.late) {
    const { endsOn, usedDays, days } = period;
    return refuse('PERIOD_ENDED', { endsOn, usedDays, days });
  }
  const signed = await signLateFiling(context, input.late, hasher);
  if (!signed.ok) return signed;
  return context.transact((tx) => file(tx, input, signed.value, office));
}

async function file(
  context: CommandContext,
  input: Input,
  signature: LateFilingSignature | null,
  office: LetterOffice,
): Promise<Filed> {
  const { repos, today, now, officer, settings } = context;
  const { beneficiaryId, refusedOn, notifiedOn, channel, statement, reasons } = input;
  if (!(await repos.casePeople.byId(beneficiaryId))) return refuse('NOT_FOUND');
  if (!(await signatureStands(repos.staff, signature))) return refuse('NOT_PERMITTED');
  const wrong = await whyNotTheseReasons(context, reasons);
  if (wrong !== null) return { ok: false as const, error: wrong };
  const firstDecidedBy = input.firstDecidedBy ?? null;
  if (firstDecidedBy !== null && !(await repos.staff.byId(firstDecidedBy))) {
    return refuse('NOT_FOUND');
  }
  const open = await repos.objections.openOf(beneficiaryId);
  if (open) return refuse('ALREADY_OPEN', { ...open });
  const { days, count } = settings.objectionDeadline;
  const deadlineOn = endOfPeriod(today, days, count, workCalendar(settings));
  const event: ObjectionEvent = { type: 'filed', on: today, deadlineOn, firstDecidedBy, reasons };
  const state = objectionStateOf([{ by: officer.id, event }]);
  if (state === null) throw new Error('An objection begins with its filing');
  const serial = await repos.settings.nextSerial('objection', caseYear(today));
  const number = caseNumber(today, serial);
  const id = context.newId();
  await repos.objections.add({
    id,
    number,
    beneficiaryId,
    refusedOn,
    notifiedOn,
    channel,
    statement,
    lateReason: signature?.reason ?? null,
    lateAllowedBy: signature?.allowedBy ?? null,
    filedBy: officer.id,
    createdAt: now,
    state,
  });
  await repos.objections.append(id, [event], { at: now, by: officer.id });
  await repos.searchIndex.put('objection', id, searchKey(number));
  await context.audit(
    'objection.filed',
    { type: 'objection', id },
    signature === null ? {} : { lateAllowedBy: signature.allowedBy },
  );
  const receipt = await issueReceipt(context, { type: 'objection', id }, input.receipt, office);
  return receipt.ok ? ok({ id, number, receipt: receipt.value }) : receipt;
}

async function whyNotTheseReasons(
  { repos }: CommandContext,
  reasons: readonly string[],
): Promise<Refusal | null> {
  const twice = reasons.find((reason, index) => reasons.indexOf(reason) !== index);
  if (twice !== undefined) return { code: 'REASON_TWICE', details: { reason: twice } };
  const known = await repos.objections.refusalReasons();
  const unknown = reasons.find(
    (reason) => !known.some(({ code, active }) => code === reason && active),
  );
  return unknown === undefined ? null : { code: 'REASON_UNKNOWN', details: { reason: unknown } };
}

import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { caseNumber, caseYear } from '../../../domain/cases/case-numbers.ts';
import { complaintStateOf, type ComplaintEvent } from '../../../domain/complaints/complaint.ts';
import {
  checkClaim,
  decisionDeadline,
  isFiledLate,
  windowClosed,
} from '../../../domain/complaints/file-complaint.ts';
import { workCalendar } from '../../../domain/settings/settings.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { searchKey } from '../../../domain/shared/search-key.ts';
import {
  signatureStands,
  signLateFiling,
  type LateFilingSignature,
} from '../cases/sign-late-filing.ts';
import type { CommandContext, JobContext } from '../context.ts';
import type { PasswordHasher } from '../staff/ports.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { issueReceipt } from '../case-letters/issue-receipt.ts';
import { filingWindows } from './filing-windows.ts';

type Input = ParsedInputOf<'complaints.file'>;
type Filed = ApiResult<OutputOf<'complaints.file'>>;
type Recorded = ApiResult<Omit<OutputOf<'complaints.file'>, 'receipt'>>;

/**
 * Files a financial complaint. Outside the window only with a supervisor's signature.
 * Errors: those of `checkClaim`, WINDOW_NOT_OPEN, WINDOW_CLOSED, those of `signLateFiling`, ALREADY_OPEN, those of
 * `issueReceipt`.
 */
export async function fileComplaint(
  context: JobContext,
  input: Input,
  hasher: PasswordHasher,
  office: LetterOffice,
): Promise<Filed> {
  const claimed = checkClaim(input);
  if (!claimed.ok) return claimed;
  const months = input.months.map(({ month }) => month);
  const windows = await filingWindows(context.repos, months);
  const late = isFiledLate(windows, context.today);
  if (!late.ok) return late;
  const record = (tx: CommandContext, signature: LateFilingSignature | null) =>
    withReceipt(tx, input, office, recordComplaint(tx, input, claimed.value, signature));
  if (!late.value) return context.transact((tx) => record(tx, null));
  if (!input.late) return windowClosed(windows);
  const signed = await signLateFiling(context, input.late, hasher);
  if (!signed.ok) return signed;
  return context.transact((tx) => record(tx, signed.value));
}

/** The receipt goes with the filing: one transaction, or neither. */
async function withReceipt(
  context: CommandContext,
  { receipt }: Input,
  office: LetterOffice,
  recorded: Promise<Recorded>,
): Promise<Filed> {
  const filed = await recorded;
  if (!filed.ok) return filed;
  const of = { type: 'complaint', id: filed.value.id } as const;
  const issued = await issueReceipt(context, of, receipt, office);
  return issued.ok ? ok({ ...filed.value, receipt: issued.value }) : issued;
}

/**
 * Records a complaint that may be filed. Errors: NOT_FOUND, NOT_PERMITTED, ALREADY_OPEN (id, ticket, month).
 * @param claimed Halalas.
 */
export async function recordComplaint(
  context: CommandContext,
  input: Omit<Input, 'receipt'>,
  claimed: Halalas,
  signature: LateFilingSignature | null,
): Promise<Recorded> {
  const { repos, today, now, officer, settings } = context;
  const { beneficiaryId, category, channel, claim, months } = input;
  if (!(await repos.casePeople.byId(beneficiaryId))) return refuse('NOT_FOUND');
  if (!(await signatureStands(repos.staff, signature))) return refuse('NOT_PERMITTED');
  const claimedMonths = months.map(({ month }) => month);
  const open = await repos.complaints.openAbout(beneficiaryId, claimedMonths);
  if (open) return refuse('ALREADY_OPEN', { ...open });
  const deadlineOn = decisionDeadline(today, settings.complaintDeadline, workCalendar(settings));
  const event: ComplaintEvent = { type: 'filed', on: today, deadlineOn };
  const state = complaintStateOf([{ by: officer.id, event }]);
  if (state === null) throw new Error('A complaint begins with its filing');
  const year = caseYear(today);
  const ticket = caseNumber(today, await repos.settings.nextSerial('complaint', year));
  const id = context.newId();
  await repos.complaints.add({
    id,
    ticket,
    beneficiaryId,
    category,
    channel,
    claim,
    claimed,
    months,
    lateReason: signature?.reason ?? null,
    lateAllowedBy: signature?.allowedBy ?? null,
    filedBy: officer.id,
    createdAt: now,
    state,
  });
  await repos.complaints.append(id, [event], { at: now, by: officer.id });
  await repos.searchIndex.put('complaint', id, searchKey(ticket));
  await context.audit(
    'complaint.filed',
    { type: 'complaint', id },
    signature === null ? {} : { lateAllowedBy: signature.allowedBy },
  );
  return ok({ id, ticket });
}

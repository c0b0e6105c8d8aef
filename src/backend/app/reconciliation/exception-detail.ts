import type { OutputOf } from '../../../contract/api.ts';
import type { ExceptionRow } from '../../../contract/reconciliation.ts';
import { maskIban, maskNationalId } from '../../../domain/registry/mask.ts';
import { guideOf } from '../../../domain/reconciliation/reason-code.ts';
import { requiredActionOf } from '../../../domain/reconciliation/required-action.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';
import type { KnownReasons } from './known-reasons.ts';
import type { BankAnswerFiles, StoredException, StoredExceptionDetail } from './ports.ts';
import type { ReconciliationServices } from './services.ts';

/** Our payment beside the bank's line, with the bank's own text and what its reason asks for. */
export async function exceptionDetail(
  { repos, content }: QueryContext,
  id: string,
  { files, reasons }: ReconciliationServices,
) {
  const found = await repos.exceptions.detail(id);
  if (!found) return refuse('NOT_FOUND');
  const { row, line, payment } = found;
  const detail: OutputOf<'reconciliation.exception'> = {
    row: toExceptionRow(row, reasons),
    matchRule: found.matchRule,
    line: line && (await shownLine(line, content.pathOf(line.sha256), files)),
    payment: payment && shownPayment(payment),
    reason: reasonOf(row, reasons),
    resolution: found.resolution,
    note: found.note,
    followUps: await repos.followUps.of(id),
  };
  return ok(detail);
}

export function toExceptionRow(
  { person, ...row }: StoredException,
  reasons: KnownReasons,
): ExceptionRow {
  const { kind, reasonList, reasonCode } = row;
  const action = requiredActionOf(kind, reasons.find(reasonList, reasonCode) ?? null);
  if (!person) return { ...row, action, person: null };
  const { beneficiaryId, name, nationalId } = person;
  const maskedNationalId = maskNationalId(nationalId);
  return { ...row, action, person: { beneficiaryId, name, maskedNationalId } };
}

async function shownLine(
  line: NonNullable<StoredExceptionDetail['line']>,
  path: string,
  files: BankAnswerFiles,
) {
  const { rawStart, rawEnd, sha256: _hash, encoding, account, ...shown } = line;
  const raw = await files.rawText(path, rawStart, rawEnd, encoding);
  return { ...shown, raw, account: account === null ? null : maskIban(account) };
}

function shownPayment({ iban, ...payment }: NonNullable<StoredExceptionDetail['payment']>) {
  return { ...payment, events: [...payment.events], maskedIban: maskIban(iban) };
}

function reasonOf({ reasonList, reasonCode }: StoredException, reasons: KnownReasons) {
  const reason = reasons.find(reasonList, reasonCode);
  if (!reason) return null;
  const { officer, beneficiary } = guideOf(reasons.actions, reason);
  const { title, meaning } = reason;
  return {
    ar: `${title.ar}: ${meaning.ar}`,
    en: `${title.en}: ${meaning.en}`,
    actionAr: officer.ar,
    actionEn: officer.en,
    beneficiaryAr: beneficiary?.ar ?? null,
    beneficiaryEn: beneficiary?.en ?? null,
  };
}

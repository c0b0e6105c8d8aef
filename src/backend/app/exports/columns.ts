import type { ApplicationRow } from '../../../contract/applications.ts';
import type { ComplaintRow } from '../../../contract/complaints.ts';
import type { ChangeRow, ObstacleRow } from '../../../contract/entitlement.ts';
import type { FollowUpRow } from '../../../contract/follow-ups.ts';
import type { LetterRow } from '../../../contract/letters.ts';
import type { ObjectionRow } from '../../../contract/objections.ts';
import type { PaymentRow } from '../../../contract/payments.ts';
import type { PicturesDto } from '../../../contract/pictures.ts';
import type { BankFileDto, ExceptionRow } from '../../../contract/reconciliation.ts';
import type { OutputOf } from '../../../contract/api.ts';
import type { PersonRef } from '../../../contract/fields.ts';
import type { RecoveryRow } from '../../../contract/recoveries.ts';
import type { CandidateRow, SettlementRow } from '../../../contract/settlements.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { count, date, instant, money, share, text, type Columns } from './cells.ts';

type Totals = OutputOf<'reconciliation.totals'>;
export type TotalRow = { readonly part: string } & Totals['sent'];
export type BankRow = PicturesDto['banks'][number];

const person = {
  person: (row: { readonly person: PersonRef | null }) => text(row.person?.name ?? null),
  nationalId: (row: { readonly person: PersonRef | null }) =>
    text(row.person?.maskedNationalId ?? null),
};

export const exceptionColumns: Columns<ExceptionRow> = {
  ...person,
  action: ({ action }, words) => text(words('action', action)),
  kind: ({ kind }, words) => text(words('kind', kind)),
  reference: ({ endToEndId }) => text(endToEndId),
  bank: ({ bankCode }, words) => text(bankCode === null ? null : words('bank', bankCode)),
  ours: ({ ours }) => money(ours),
  banks: ({ banks }) => money(banks),
  difference: ({ ours, banks }) =>
    ours === null || banks === null || ours === banks ? null : money(halalas(banks - ours)),
  code: ({ reasonCode }) => text(reasonCode),
  file: ({ fileName }) => text(fileName),
  opened: ({ openedAt }) => instant(openedAt),
  followUp: ({ followUpOn }) => date(followUpOn),
};

export const paymentColumns: Columns<PaymentRow> = {
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  month: ({ month }) => text(month),
  cycle: ({ cycleNumber }) => count(cycleNumber),
  kind: ({ kind }, words) => text(words('paymentKind', kind)),
  amount: ({ amount }) => money(amount),
  bank: ({ bankCode }, words) => text(words('bank', bankCode)),
  iban: ({ maskedIban }) => text(maskedIban),
  reference: ({ endToEndId }) => text(endToEndId),
  status: ({ status }, words) => text(words('status', status)),
  code: ({ reasonCode }) => text(reasonCode),
};

export const bankFileColumns: Columns<BankFileDto> = {
  file: ({ fileName }) => text(fileName),
  kind: ({ kind, messageVersion }) => text(messageVersion ?? kind),
  message: ({ messageId }) => text(messageId),
  lines: ({ lines }) => count(lines),
  status: ({ status }, words) => text(words('status', status)),
  staged: ({ stagedAt }) => instant(stagedAt),
  committed: ({ committedAt }) => instant(committedAt),
  by: ({ committedBy }) => text(committedBy),
};

export const totalColumns: Columns<TotalRow> = {
  part: ({ part }, words) => text(words('part', part)),
  count: (row) => count(row.count),
  amount: ({ amount }) => money(amount),
};

export const bankColumns: Columns<BankRow> = {
  bank: ({ bankCode }, words) => text(words('bank', bankCode)),
  sent: ({ sent }) => count(sent.count),
  sentAmount: ({ sent }) => money(sent.amount),
  rejected: ({ rejected }) => count(rejected.count),
  rejectedAmount: ({ rejected }) => money(rejected.amount),
  returned: ({ returned }) => count(returned.count),
  returnedAmount: ({ returned }) => money(returned.amount),
  open: ({ open }) => count(open.count),
  openAmount: ({ open }) => money(open.amount),
  rate: ({ sent, rejected, returned }) => share(rejected.count + returned.count, sent.count),
};

export const followUpColumns: Columns<FollowUpRow> = {
  asked: ({ asked }, words) => text(words('asked', asked)),
  bank: ({ bankCode }, words) => text(bankCode === null ? null : words('bank', bankCode)),
  kind: ({ kind }, words) => text(words('kind', kind)),
  code: ({ reasonCode }) => text(reasonCode),
  exceptions: ({ exceptions }) => count(exceptions),
  open: ({ open }) => count(open),
  amount: ({ amount }) => money(amount),
  due: ({ dueOn }) => date(dueOn),
  recorded: ({ recordedAt }) => instant(recordedAt),
  by: ({ recordedBy }) => text(recordedBy),
  text: (row) => text(row.text),
};

export const candidateColumns: Columns<CandidateRow> = {
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  from: ({ from }) => text(from),
  months: ({ months }) => count(months),
  owed: ({ owed }) => money(owed),
  overpaid: ({ overpaid }) => money(overpaid),
  checked: ({ checkedAt }) => instant(checkedAt),
};

export const settlementColumns: Columns<SettlementRow> = {
  number: ({ number }) => text(number),
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  status: ({ status }, words) => text(words('status', status)),
  months: ({ months }) => count(months),
  pays: ({ pays }) => money(pays),
  recovers: ({ recovers }) => money(recovers),
  netted: ({ netted }) => money(netted),
  reason: ({ reason }) => text(reason),
  by: ({ proposedBy }) => text(proposedBy),
  proposedOn: ({ proposedOn }) => date(proposedOn),
};

export const recoveryColumns: Columns<RecoveryRow> = {
  number: ({ number }) => text(number),
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  ground: ({ ground }, words) => text(words('ground', ground)),
  status: ({ status }, words) => text(words('status', status)),
  total: ({ total }) => money(total),
  given: ({ given }) => money(given),
  deadline: ({ deadline }) => date(deadline?.on ?? null),
};

export const complaintColumns: Columns<ComplaintRow> = {
  number: ({ ticket }) => text(ticket),
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  category: ({ category }, words) => text(words('category', category)),
  status: ({ status }, words) => text(words('status', status)),
  filed: ({ filedOn }) => date(filedOn),
  deadline: ({ deadline }) => date(deadline?.on ?? null),
  claimed: ({ claimed }) => money(claimed),
  officer: ({ assignedTo }) => text(assignedTo?.name ?? null),
};

export const letterColumns: Columns<LetterRow> = {
  number: ({ number }) => text(number),
  issued: ({ issuedAt }) => instant(issuedAt),
  kind: ({ template }, words) => text(words('kind', template)),
  subject: ({ subject }) => text(subject),
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  case: ({ caseNumber }) => text(caseNumber),
  status: ({ life }, words) => text(words('status', life)),
  handedOver: ({ handedOverOn }) => date(handedOverOn),
  by: ({ issuedBy }) => text(issuedBy),
};

export const changeColumns: Columns<ChangeRow> = {
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  cause: ({ cause }, words) => text(words('cause', cause)),
  ineligibility: ({ reason }, words) => text(reason === '' ? null : words('ineligibility', reason)),
  before: ({ before }) => money(before),
  after: ({ after }) => money(after),
  difference: ({ before, after }) => money(halalas(after - before)),
};

export const obstacleColumns: Columns<ObstacleRow> = {
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  obstacle: ({ kind }, words) => text(words('obstacle', kind)),
  dueNow: ({ due }) => money(due),
  listed: ({ listed }) => money(listed),
};

export const applicationColumns: Columns<ApplicationRow> = {
  number: ({ number }) => text(number),
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  programme: ({ programme }, words) => text(words('programme', programme)),
  status: ({ status }, words) => text(words('status', status)),
  filed: ({ submittedOn }) => date(submittedOn),
  deadline: ({ deadline }) => date(deadline?.on ?? null),
  completeBy: ({ completeBy }) => date(completeBy),
  decided: ({ decidedOn }) => date(decidedOn),
  officer: ({ assignedTo }) => text(assignedTo?.name ?? null),
};

export const objectionColumns: Columns<ObjectionRow> = {
  number: ({ number }) => text(number),
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  status: ({ status }, words) => text(words('status', status)),
  refused: ({ refusedOn }) => date(refusedOn),
  filed: ({ filedOn }) => date(filedOn),
  deadline: ({ deadline }) => date(deadline?.on ?? null),
  officer: ({ assignedTo }) => text(assignedTo?.name ?? null),
};

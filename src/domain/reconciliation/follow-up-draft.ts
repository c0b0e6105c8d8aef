import { monthName } from '../letters/months-phrase.ts';
import { addHalalas, formatHalalas, type Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import type { BilingualText, ReasonCode } from './reason-code.ts';
import type { QueueAction } from './required-action.ts';

/** A payment that a bank is asked about: what the bank needs to find it, and nothing else of the person. */
export interface AskedPayment {
  readonly endToEndId: string | null;
  readonly bankReference: string | null;
  /** Halalas: what we sent, and what the bank's line says where it differs. */
  readonly ours: Halalas | null;
  readonly banks: Halalas | null;
  /** When the bank's line was booked or read. */
  readonly date: IsoDate;
  readonly ibanTail: string | null;
}

export interface BankEnquiry {
  readonly branch: string;
  readonly bank: string;
  readonly action: QueueAction;
  readonly reasonCode: string | null;
  readonly reason: ReasonCode | null;
  readonly payments: readonly AskedPayment[];
  readonly answerBy: IsoDate;
}

/**
 * An enquiry to a bank, in Arabic, with a table whose columns are set apart by tabs: it is pasted into a mail or a sheet. It
 * names payments by reference, amount, date and the last four of the IBAN; no name and no national ID leaves the branch.
 */
export function bankEnquiry(enquiry: BankEnquiry): string {
  const { payments, reasonCode, reason } = enquiry;
  const total = addHalalas(...payments.map(({ ours, banks }) => ours ?? banks ?? NOTHING));
  const code = reasonCode === null ? '' : ` بالرمز ${reasonCode}${titleOf(reason)}`;
  const differs = payments.some(
    ({ ours, banks }) => ours !== null && banks !== null && ours !== banks,
  );
  return [
    `السادة ${enquiry.bank} المحترمين`,
    'السلام عليكم ورحمة الله وبركاته،',
    '',
    `نشير إلى ${countOf(payments.length)} المبينة أدناه${code}. ${questionTo(enquiry.action)}`,
    '',
    [
      'م',
      'مرجع الدفعة',
      'مرجعكم',
      differs ? 'أرسلنا' : 'المبلغ',
      ...(differs ? ['أفدتم'] : []),
      'التاريخ',
      'آخر الآيبان',
    ].join('\t'),
    ...payments.map((payment, index) => rowOf(payment, index + 1, differs)),
    `المجموع\t${formatHalalas(total)} ر.س`,
    '',
    `نأمل الرد قبل ${written(enquiry.answerBy)}، مع ذكر مرجع الدفعة في الجواب.`,
    '',
    enquiry.branch,
  ].join('\n');
}

export interface BeneficiaryMessage {
  readonly branch: string;
  readonly name: string;
  readonly month: IsoMonth | null;
  readonly reason: ReasonCode | null;
  /** What the beneficiary is asked to do; null where nothing is known to be theirs to do. */
  readonly asked: BilingualText | null;
  readonly answerBy: IsoDate;
}

/** A text message to one person: no amount, no number of an account or of an identity. */
export function beneficiaryMessage(message: BeneficiaryMessage): string {
  const { name, month, reason, asked, branch, answerBy } = message;
  const payment = month === null ? 'دفعتك' : `دفعتك عن شهر ${monthName(month)}`;
  const why = reason === null ? '' : ` (${reason.title.ar})`;
  const step = asked?.ar ?? 'راجع الفرع ومعك ما يثبت حسابك البنكي';
  return `${name}، لم تصل ${payment} من الضمان الاجتماعي${why}. ${step} قبل ${written(answerBy)}. ${branch}`;
}

const NOTHING = 0 as Halalas;

/** `25/11/2026`: strokes, unlike hyphens, keep their place between figures inside Arabic text. */
function written(date: IsoDate): string {
  return date.split('-').map(Number).reverse().join('/');
}

const titleOf = (reason: ReasonCode | null): string =>
  reason === null ? ' (غير معروف لدينا)' : ` (${reason.title.ar})`;

function countOf(count: number): string {
  if (count === 1) return 'الدفعة';
  return count === 2 ? 'الدفعتين' : `الدفعات وعددها ${count}`;
}

function rowOf(payment: AskedPayment, number: number, differs: boolean): string {
  const { endToEndId, bankReference, ours, banks, date, ibanTail } = payment;
  const money = (amount: Halalas | null): string => (amount === null ? '—' : formatHalalas(amount));
  return [
    String(number),
    endToEndId ?? '—',
    bankReference ?? '—',
    ...(differs ? [money(ours), money(banks)] : [money(ours ?? banks)]),
    written(date),
    ibanTail ?? '—',
  ].join('\t');
}

/** What the bank is asked for, by what must be done. */
function questionTo(action: QueueAction): string {
  switch (action) {
    case 'AMOUNT_DIFFERS':
      return 'المبلغ في إفادتكم غير المبلغ المرسل. نأمل بيان الفرق، وإثبات أي رسم بسطر مستقل.';
    case 'CURRENCY_DIFFERS':
      return 'وردت بعملة غير الريال. نأمل تصحيح الإفادة.';
    case 'NO_ANSWER':
    case 'WAIT_ENQUIRE':
      return 'لم يصلنا ما آلت إليه. نأمل إفادتنا بحالتها.';
    case 'UNKNOWN_PAYMENT':
      return 'لا نجد مرجعها في دفعاتنا. نأمل بيان أصلها والآمر بها.';
    case 'DUPLICATE_CHECK':
      return 'وردت أكثر من مرة. نأمل تأكيد عدد مرات تنفيذها.';
    case 'PAID_AFTER_REJECTION':
      return 'أُفيد برفضها ثم بدفعها. نأمل تأكيد ما تم عليها فعلاً.';
    case 'UNPAID_RETURN':
      return 'أُفيد بارتجاعها ولم تُسوَّ عندنا. نأمل بيان أصل الارتجاع.';
    case 'BATCH_REJECTED':
      return 'رُفضت مجتمعة. نأمل بيان سبب الرفض لنصححه ونعيد إرسالها.';
    case 'BALANCE_BREAK':
      return 'أرصدة الكشف لا تكتمل. نأمل تزويدنا بكشف صحيح متصل.';
    case 'FOREIGN_ACCOUNT':
      return 'وردت في كشف حساب ليس من حساباتنا. نأمل المعالجة.';
    case 'RECALL_CLOSE':
      return 'نأمل تأكيد إغلاق طلب الاسترداد وما رُد من المبلغ.';
    case 'TREASURY':
      return 'نأمل تأكيد عودة المبلغ إلى حسابنا وتاريخها.';
    case 'ASK_BANK':
      return 'السبب المذكور لا يكفينا للمعالجة. نأمل تزويدنا برمز السبب المعتمد في ISO 20022 وبيانه.';
    case 'REVERIFY_ACCOUNT':
    case 'NEW_ACCOUNT':
    case 'REACTIVATE_ACCOUNT':
    case 'CONFIRM_IDENTITY':
    case 'CHECK_ALIVE':
    case 'INVESTIGATE_STOP':
    case 'FIX_OUR_DATA':
    case 'NONE':
      return 'نأمل تأكيد السبب، وما يلزم لقبول الدفعة إن أُعيد إرسالها.';
  }
}

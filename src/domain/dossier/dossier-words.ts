import type {
  Channel,
  ComplaintCategory,
  ComplaintOutcome,
  ComplaintStatus,
  MonthFinding,
} from '../complaints/complaint-status.ts';
import type {
  ObjectionOutcome,
  ObjectionStatus,
  ReasonFinding,
} from '../objections/objection-status.ts';
import type { PaymentStatus } from '../payments/payment-status.ts';
import type { LifeAnswer, LifeStatus } from '../resume/life-case.ts';
import type { ResumeStatus } from '../resume/resume-case.ts';
import type { ActiveContent } from '../documents/document-content.ts';
import type { DossierCase, LeftOutReason } from './dossier.ts';

/** What a dossier says for codes: it is read by people outside the branch too, so in whole words. */

export const CASE_WORDS: Readonly<Record<DossierCase, string>> = {
  complaint: 'شكوى مالية',
  objection: 'اعتراض على قرار عدم أهلية',
  resume: 'استئناف دفعة',
  life: 'حالة الحياة',
};

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  platform: 'المنصة',
  branch: 'الفرع',
  phone: 'الهاتف',
};

export const CATEGORY_WORDS: Readonly<Record<ComplaintCategory, string>> = {
  short: 'دفعة ناقصة',
  zero: 'دفعة صفرية',
  late: 'دفعة متأخرة',
};

export const COMPLAINT_STATUS_WORDS: Readonly<Record<ComplaintStatus, string>> = {
  new: 'جديدة',
  studying: 'قيد الدراسة',
  awaitingDocuments: 'بانتظار وثائق',
  awaitingApproval: 'بانتظار الاعتماد',
  sentBack: 'أُعيدت للمراجعة',
  accepted: 'مقبولة',
  partlyAccepted: 'مقبولة جزئياً',
  rejected: 'مرفوضة',
};

export const COMPLAINT_OUTCOME_WORDS: Readonly<Record<ComplaintOutcome, string>> = {
  accepted: 'قبول الشكوى',
  partlyAccepted: 'قبول الشكوى جزئياً',
  rejected: 'رفض الشكوى',
};

export const MONTH_FINDING_WORDS: Readonly<Record<MonthFinding, string>> = {
  shortfallProven: 'نقص مثبت',
  paidInFull: 'صُرفت كاملة',
  bankReturned: 'أعادها البنك',
  pending: 'لم يُجب البنك بعد',
  notDue: 'لا استحقاق',
};

export const OBJECTION_STATUS_WORDS: Readonly<Record<ObjectionStatus, string>> = {
  submitted: 'قُدّم',
  reviewing: 'قيد المراجعة',
  awaitingSecond: 'بانتظار الاعتماد',
  sentBack: 'أُعيد للمراجعة',
  committee: 'لدى اللجنة',
  accepted: 'مقبول',
  partlyAccepted: 'مقبول جزئياً',
  rejected: 'مرفوض',
};

export const OBJECTION_OUTCOME_WORDS: Readonly<Record<ObjectionOutcome, string>> = {
  accepted: 'قبول الاعتراض',
  partlyAccepted: 'قبول الاعتراض جزئياً',
  rejected: 'رفض الاعتراض',
  committee: 'إحالة الاعتراض إلى اللجنة',
};

export const REASON_FINDING_WORDS: Readonly<Record<ReasonFinding, string>> = {
  notProven: 'لم يثبت',
  ceased: 'زال لاحقاً',
  proven: 'ثبت',
};

export const PAYMENT_STATUS_WORDS: Readonly<Record<PaymentStatus, string>> = {
  prepared: 'مُعدّة',
  sent: 'أُرسلت',
  bankAccepted: 'قبلها البنك',
  settled: 'سُوّيت',
  credited: 'أُودعت',
  rejected: 'رُفضت',
  returned: 'ارتُجعت',
  held: 'معلقة',
  cancelled: 'أُلغيت',
};

export const RESUME_STATUS_WORDS: Readonly<Record<ResumeStatus, string>> = {
  preparing: 'قيد الإعداد',
  awaitingApproval: 'بانتظار الاعتماد',
  resumed: 'استؤنفت',
  complained: 'انتهت إلى شكوى مالية',
};

export const LIFE_STATUS_WORDS: Readonly<Record<LifeStatus, string>> = {
  open: 'جديدة',
  asked: 'سُئل السجل المدني',
  awaitingApproval: 'بانتظار الاعتماد',
  alive: 'على قيد الحياة',
  deceased: 'متوفى',
  withdrawn: 'أُلغيت',
};

export const LIFE_ANSWER_WORDS: Readonly<Record<LifeAnswer, string>> = {
  alive: 'على قيد الحياة',
  deceased: 'متوفى',
};

const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['spouse', 'الزوج أو الزوجة'],
  ['child', 'ابن أو ابنة'],
  ['parent', 'أحد الوالدين'],
  ['sibling', 'أخ أو أخت'],
]);

export function relationWords(relation: string): string {
  return RELATIONS.get(relation) ?? 'تابع';
}

const EVENTS: ReadonlyMap<string, string> = new Map([
  ['filed', 'قُدّمت المعاملة'],
  ['opened', 'فُتحت الحالة'],
  ['assigned', 'أُسندت إلى'],
  ['taken', 'استلمها الموظف'],
  ['documentsRequested', 'طُلبت وثائق من المستفيد'],
  ['documentsReceived', 'وردت الوثائق'],
  ['documentAttached', 'أُرفق مستند'],
  ['proposed', 'اقتُرح القرار'],
  ['approved', 'اعتُمد القرار'],
  ['sentBack', 'أُعيدت للمراجعة'],
  ['findingRecorded', 'سُجّلت نتيجة السبب'],
  ['eligibilityChanged', 'تغيّرت الأهلية في السجل'],
  ['accountProven', 'سُجّل إثبات الحساب'],
  ['activityConfirmed', 'سُجّل خطاب البنك عن الحساب'],
  ['guided', 'أُعدّت ورقة الإرشادات'],
  ['withdrawn', 'سُحب الاقتراح'],
  ['attemptCancelled', 'أُلغيت المحاولة الجديدة'],
  ['complained', 'فُتحت شكوى مالية'],
  ['recordAsked', 'سُئل السجل المدني'],
  ['answered', 'سُجّل جواب السجل المدني'],
]);

export function eventWords(type: string): string {
  return EVENTS.get(type) ?? 'حدث على المعاملة';
}

export const CONTENT_WORDS: Readonly<Record<ActiveContent, string>> = {
  javaScript: 'برامج JavaScript',
  launch: 'أوامر تشغيل برامج',
  submitForm: 'إرسال بيانات إلى موقع',
  importData: 'جلب بيانات من ملف',
  otherFile: 'فتح ملفات أخرى',
  embeddedFile: 'ملفات مرفقة داخله',
  xfa: 'نموذج XFA',
  richMedia: 'وسائط تعمل',
};

export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  DOCUMENT_ENCRYPTED: 'الملف محمي بكلمة مرور.',
  DOCUMENT_DAMAGED: 'الملف تالف، ولا تُقرأ صفحاته.',
  DOCUMENT_TOO_COMPLEX: 'الملف معقد فوق الحد، ولا تُنسخ صفحاته بأمان.',
  CONTENT_MISSING: 'الملف ليس في محفوظات الفرع.',
  CONTENT_DAMAGED: 'محتوى الملف لا يطابق بصمته المحفوظة.',
  LETTER_NOT_READY: 'لم يُعدّ ملف الخطاب بعد.',
};

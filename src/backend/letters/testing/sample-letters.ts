import type { LetterContent } from '../../../domain/letters/compose-letter.ts';
import { DEFAULT_LETTER_SETTINGS } from '../../../domain/letters/letter-data.ts';
import type { LetterAddressee, LetterSettings } from '../../../domain/letters/letter-data.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { addMonths, isoDate, isoMonth } from '../../../domain/shared/iso-date.ts';

const settings: LetterSettings = {
  ...DEFAULT_LETTER_SETTINGS,
  branch: 'الضمان الاجتماعي، فرع شمال الرياض',
  code: 'رمز الجهة: 1020',
  addressLine: 'الرياض، حي النرجس، 7421 وادي الرمة، 13327، هاتف 19911، البريد care@example.gov.sa',
};

const addressee: LetterAddressee = {
  name: 'عبدالرحمن بن فهد بن سعد الحربي',
  sex: 'male',
  nationalId: '1010150108',
  nationalAddress: '3456 شارع أنس بن مالك، حي الصحافة، الرياض 13321، 7218',
};

const LONG_NAME =
  'عبدالرحمن بن عبدالعزيز بن عبداللطيف بن محمد بن إبراهيم بن سليمان آل عبدالوهاب العبدالكريم التميمي';

const LONG_REASON =
  'ثبت من مراجعة السجلات الواردة من الجهات ذات العلاقة، ومنها سجل المنافذ برقم 4471-AB وتاريخ 2026-10-03 وسجل الحساب SA0380000000608010167519، أن ما قُدم من مستندات لا يكفي وحده لإثبات ما ورد في الطلب، وأن المستفيد أُبلغ على الهاتف +966 50 123 4567 بوجوب استكمالها خلال المدة النظامية ولم يستكملها (انظر المرفق [2])، كما أن رصيد التسوية بلغ -250.00 ريال في حينه';

const common = {
  number: '1448/2087',
  date: isoDate('2026-11-23'),
  enclosures: 2,
  mark: null,
  copies: [],
  appeal: { days: 30, count: 'calendar' as const },
  settings,
  addressee,
  signatory: { post: 'مدير فرع شمال الرياض', name: 'عبدالمحسن بن إبراهيم الفايز' },
};

const complaint = {
  ticket: '2026-031274',
  filedOn: isoDate('2026-11-12'),
  category: 'short' as const,
};

const objection = {
  number: '2026-004410',
  filedOn: isoDate('2026-11-05'),
  refusedOn: isoDate('2026-10-27'),
};

function month(name: string, due: number, paid: number) {
  return { month: isoMonth(name), due: halalas(due), paid: halalas(paid), finding: null };
}

/** The text again and again up to the 300 characters that a field may have. */
function long(text: string): string {
  return Array.from({ length: Math.floor(300 / (text.length + 1)) }, () => text).join(' ');
}

/** Each template with short, ordinary and very long data; all people and numbers are invented. */
export const SAMPLE_LETTERS: Readonly<Record<string, LetterContent>> = {
  'complaint accepted': {
    template: 'complaintAccepted',
    ...common,
    complaint,
    copies: ['صورة للملف'],
    months: [month('2026-09', 196_000, 130_000), month('2026-10', 196_000, 130_000)],
    reasons: [
      {
        text: 'ثبت من سجل المنافذ أن بقاء التابعة ريم خارج المملكة لم يتجاوز المدة المحددة، فتعاد زيادتها إلى معاش الأسرة',
        article: 'REG 12',
      },
      {
        text: 'أن دفعة شهر نوفمبر صُرفت كاملةً وأعادها البنك لأن الحساب محجوب، وتُصرف لكم بعد التحقق من حسابكم',
        article: null,
      },
    ],
    paidWith: isoMonth('2026-12'),
    iban: 'SA0380000000608010167519',
  },
  'one month accepted': {
    template: 'complaintAccepted',
    ...common,
    complaint,
    reasons: [],
    paidWith: null,
    iban: null,
    months: [{ ...month('2026-09', 132_050, 66_000), finding: 'shortfallProven' }],
  },
  'forty months, Arabic digits': {
    template: 'complaintPartlyAccepted',
    ...common,
    mark: 'confidential',
    addressee: {
      ...addressee,
      name: LONG_NAME,
      nationalAddress: `${addressee.nationalAddress}، ${addressee.nationalAddress}، ${addressee.nationalAddress}`,
    },
    settings: { ...settings, digits: 'arabic-indic' },
    complaint,
    iban: null,
    months: Array.from({ length: 40 }, (_, index) => ({
      ...month(addMonths(isoMonth('2023-01'), index), 196_000 + index * 137, 130_000),
      finding: index % 9 === 0 ? ('bankReturned' as const) : null,
    })),
    reasons: Array.from({ length: 12 }, (_, index) => ({
      text: LONG_REASON,
      article: index % 3 === 0 ? 'REG 12' : 'LAW 9/2',
    })),
    paidWith: isoMonth('2026-12'),
    copies: ['صورة لإدارة المدفوعات', 'صورة للملف', 'صورة لإدارة التفتيش والمتابعة بالفرع'],
  },
  'complaint rejected': {
    template: 'complaintRejected',
    ...common,
    complaint: { ...complaint, category: 'zero' },
    months: [
      { ...month('2026-09', 0, 0), finding: 'notDue' },
      { ...month('2026-10', 132_000, 132_000), finding: 'paidInFull' },
      month('2026-11', 132_000, 145_050),
    ],
    reasons: [{ text: LONG_REASON, article: 'REG 28' }],
  },
  'complaint rejected in one sentence': {
    template: 'complaintRejected',
    ...common,
    complaint: { ...complaint, category: 'late' },
    months: [],
    reasons: [{ text: 'لم يثبت ما ورد في الشكوى.', article: null }],
  },
  'objection accepted': {
    template: 'objectionAccepted',
    ...common,
    addressee: {
      ...addressee,
      name: 'نورة بنت خالد الشهري',
      sex: 'female',
      nationalId: '2345678904',
    },
    objection: { ...objection, number: 'OBJ-1448-0231' },
    reasoning: null,
    findings: [
      {
        reason: 'عنوان عقد الإيجار لا يتطابق مع العنوان الوطني',
        article: 'REG 7',
        finding: 'notProven',
        note: 'قُدم عقد إيجار موثق برقم 2026-1188 يطابق العنوان الوطني',
      },
      {
        reason: 'الدخل المحتسب يتجاوز الحد الأدنى المحتسب للمعاش',
        article: 'REG 14',
        finding: 'ceased',
        note: null,
      },
    ],
    eligibleFrom: isoMonth('2026-12'),
    monthlyPension: halalas(264_000),
  },
  'objection accepted in part': {
    template: 'objectionPartlyAccepted',
    ...common,
    mark: 'urgent',
    objection,
    appeal: { days: 30, count: 'working' },
    findings: [
      { reason: 'لم يثبت استقلال السكن', article: null, finding: 'notProven', note: 'صك ملكية' },
      {
        reason: 'تجاوز عدد العقارات المملوكة لدى الأسرة الحد',
        article: 'LAW 9/2',
        finding: 'proven',
        note: 'سجلات وزارة العدل',
      },
    ],
    reasoning: 'وقد روعي في ذلك ما قدمتموه من مستندات في 2026-11-07 وعددها 3',
  },
  'objection rejected for twelve reasons, Arabic digits': {
    template: 'objectionRejected',
    ...common,
    settings: { ...settings, digits: 'arabic-indic' },
    addressee: { ...addressee, name: LONG_NAME },
    objection,
    findings: Array.from({ length: 12 }, (_, index) => ({
      reason: 'عدد العقارات المملوكة لدى الأسرة يتخطى الحد',
      article: `REG ${index + 3}`,
      finding: (['proven', 'ceased', 'notProven'] as const)[index % 3] ?? 'proven',
      note: LONG_REASON,
    })),
    reasoning: `${LONG_REASON}. ${LONG_REASON}`,
  },
  'every field as long as it may be': {
    template: 'complaintAccepted',
    ...common,
    mark: 'veryUrgent',
    complaint: { ...complaint, ticket: long('2026-031274/AB') },
    months: [month('2026-09', 196_000, 130_000), month('2026-10', 196_000, 130_000)],
    reasons: [{ text: LONG_REASON, article: null }],
    paidWith: isoMonth('2026-12'),
    iban: null,
    settings: {
      ...settings,
      agency: long('وزارة الموارد البشرية والتنمية الاجتماعية'),
      branch: long('فرع شمال الرياض'),
      addressLine: long('الرياض، حي النرجس 7421،'),
    },
    addressee: { ...addressee, name: long('عبدالرحمن'), nationalAddress: long('شارع 12') },
    signatory: { post: long('مدير الفرع'), name: long('عبدالمحسن') },
    copies: Array.from({ length: 10 }, (_, index) => long(`صورة لإدارة المتابعة ${index + 1}`)),
  },
  'plain text under the letterhead': {
    template: 'plain',
    title: 'تعميم بشأن مواعيد العمل',
    paragraphs: [
      'إلى جميع الموظفين في الفرع، نفيدكم بأن العمل يبدأ في 2026-12-01 الساعة 7:30 صباحاً.',
      'This paragraph is English only: it runs from left to right, and is long enough for two lines of text.',
    ],
    settings,
    number: '1448/17',
    date: isoDate('2026-11-23'),
  },
  'plain text': { template: 'plain', title: 'عنوان', paragraphs: ['فقرة قصيرة.'] },
};

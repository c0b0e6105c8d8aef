import { isoDate, isoMonth, addMonths } from '../../shared/iso-date.ts';
import { halalas } from '../../shared/halalas.ts';
import {
  DEFAULT_LETTER_SETTINGS,
  type DecisionLetterData,
  type LetterMonth,
  type LetterReason,
} from '../letter-data.ts';

/** How much a sample letter has to say: as little as it may, as much as usual, as much as it can. */
export const SAMPLE_SIZES = ['short', 'normal', 'long'] as const;
export type SampleSize = (typeof SAMPLE_SIZES)[number];

/** Every person, number and account in the samples is invented. */
export const SAMPLE_IBAN = 'SA0380000000608010167519';

/** Ninety characters and more, as names of the registry can be. */
export const LONG_NAME =
  'عبدالرحمن بن عبدالعزيز بن عبداللطيف بن محمد بن إبراهيم بن سليمان آل عبدالوهاب العبدالكريم التميمي';

export const LONG_PROSE =
  'ثبت من مراجعة السجلات الواردة من الجهات ذات العلاقة، ومنها سجل المنافذ برقم 4471-AB وتاريخ 2026-10-03 وسجل الحساب SA0380000000608010167519، أن ما قُدم من مستندات لا يكفي وحده لإثبات ما ورد في الطلب، وأن المستفيد أُبلغ على الهاتف +966 50 123 4567 بوجوب استكمالها خلال المدة المحددة ولم يستكملها (انظر المرفق [2])، كما أن رصيد التسوية بلغ -250.00 ريال في حينه';

const SETTINGS = {
  ...DEFAULT_LETTER_SETTINGS,
  branch: 'الضمان الاجتماعي، فرع شمال الرياض',
};

const SHORT: DecisionLetterData = {
  number: '1448/0001',
  date: isoDate('2026-11-23'),
  enclosures: 0,
  mark: null,
  settings: SETTINGS,
  addressee: {
    name: 'هند بنت علي القحطاني',
    sex: 'female',
    nationalId: '1010101010',
    nationalAddress: null,
  },
  signatory: { post: 'مدير الفرع', name: 'خالد بن سعد الدوسري' },
  copies: [],
  appeal: { days: 30, count: 'working' },
};

const NORMAL: DecisionLetterData = {
  ...SHORT,
  number: '1448/2087',
  enclosures: 2,
  settings: {
    ...SETTINGS,
    code: 'رمز الجهة: 1020',
    addressLine:
      'الرياض، حي النرجس، 7421 وادي الرمة، 13327، هاتف 19911، البريد care@example.gov.sa',
  },
  addressee: {
    name: 'عبدالله بن فهد بن سعد الحربي',
    sex: 'male',
    nationalId: '1010150108',
    nationalAddress: '3456 شارع أنس بن مالك، حي الصحافة، الرياض 13321، 7218',
  },
  copies: ['صورة للملف'],
};

const LONG: DecisionLetterData = {
  ...NORMAL,
  number: '1448/123456',
  enclosures: 12,
  mark: 'confidential',
  addressee: {
    name: LONG_NAME,
    sex: 'male',
    nationalId: '2345678904',
    nationalAddress:
      '3456 شارع الأمير عبدالعزيز بن مساعد بن جلوي، حي الملك عبدالله، الرياض 13321، 7218، مبنى 12، وحدة 4',
  },
  signatory: {
    post: 'مدير عام فرع الوزارة بمنطقة الرياض المكلف',
    name: 'عبدالمحسن بن إبراهيم بن عبدالرحمن الفايز',
  },
  copies: ['صورة لإدارة المدفوعات', 'صورة للملف', 'صورة لإدارة التفتيش والمتابعة بالفرع'],
};

export function sampleHead(size: SampleSize): DecisionLetterData {
  return { short: SHORT, normal: NORMAL, long: LONG }[size];
}

/** One of three by the size. */
export function bySize<T>(size: SampleSize, short: T, normal: T, long: T): T {
  return { short, normal, long }[size];
}

const RETURNED_INCREMENT: readonly LetterReason[] = [
  {
    text: 'ثبت من سجل المنافذ أن بقاء التابعة ريم خارج المملكة لم يتجاوز المدة المحددة، فتعاد زيادتها إلى معاش الأسرة',
    article: 'REG 12',
  },
  {
    text: 'قُيدت التابعة في الأسرة في 2026-08-20 ولم تُحتسب زيادتها في الشهرين محل الشكوى',
    article: null,
  },
];

/** None, the usual ones or twelve. */
export function sampleReasons(
  size: SampleSize,
  usual: readonly LetterReason[] = RETURNED_INCREMENT,
): readonly LetterReason[] {
  return bySize(
    size,
    [],
    usual,
    Array.from({ length: 12 }, (_, index) => ({
      text: LONG_PROSE,
      article: [null, 'REG 12', 'LAW 9/2'][index % 3] ?? null,
    })),
  );
}

/** The first alone, the usual ones or twelve, for what may not be decided without a reason. */
export function statedReasons(
  size: SampleSize,
  first: LetterReason,
  ...more: readonly LetterReason[]
): readonly LetterReason[] {
  return size === 'short' ? [first] : sampleReasons(size, [first, ...more]);
}

/** One, two or forty months with what was due and paid; `overpaid` turns the two round. */
export function sampleMonths(size: SampleSize, overpaid = false): LetterMonth[] {
  const count = bySize(size, 1, 2, 40);
  const first = bySize(size, isoMonth('2026-09'), isoMonth('2026-09'), isoMonth('2023-07'));
  return Array.from({ length: count }, (_, index) => {
    const more = halalas(196_000 + index * 137);
    const less = halalas(size === 'long' && index % 7 === 3 ? 0 : 130_050);
    return {
      month: addMonths(first, index),
      due: overpaid ? less : more,
      paid: overpaid ? more : less,
      finding: null,
    };
  });
}

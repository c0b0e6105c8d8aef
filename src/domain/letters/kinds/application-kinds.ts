import type { Halalas } from '../../shared/halalas.ts';
import { formatLetterDate } from '../../shared/hijri.ts';
import { isolate } from '../../shared/isolate.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { accordingTo } from '../article-words.ts';
import { rightOfAppeal, sentence, withoutStop } from '../legal-phrases.ts';
import type { DecisionLetterData } from '../letter-data.ts';
import type { FactsOf, FieldCatalogue } from '../template-fields.ts';
import { APPEAL_FIELD, HEAD_FIELDS, IBAN_FIELD, defineKind, headFacts } from './kind-definition.ts';

export interface LetterApplication {
  readonly number: string;
  readonly filedOn: IsoDate;
  /** Name of the programme, as the catalogue prints it. */
  readonly programme: string;
}

export interface ApplicationReceiptData extends DecisionLetterData {
  readonly application: LetterApplication;
  readonly documents: readonly string[];
  /** Papers that are asked for and have not come. */
  readonly missing: readonly string[];
  readonly decideBy: IsoDate;
}

export interface ApplicationAcceptedData extends DecisionLetterData {
  readonly application: LetterApplication;
  readonly from: IsoMonth;
  /** Halalas a month; null of programmes that pay no pension. */
  readonly monthlyPension: Halalas | null;
  /** How it was computed: what adds up to the pension. */
  readonly lines: readonly {
    readonly text: string;
    /** `REG 12`. */
    readonly article: string;
    readonly amount: Halalas;
  }[];
  readonly iban: string | null;
  readonly note: string | null;
}

export interface ApplicationCancelledData extends DecisionLetterData {
  readonly application: LetterApplication;
  readonly askedOn: IsoDate;
  readonly dueOn: IsoDate;
  /** What was asked for and has not come. */
  readonly missing: readonly string[];
}

export interface ApplicationWithdrawnData extends DecisionLetterData {
  readonly application: LetterApplication;
  readonly withdrawnOn: IsoDate;
  /** Of an accepted one: the first month that is not paid any more. */
  readonly notPaidFrom: IsoMonth | null;
}

const APPLICATION_FIELDS = {
  ...HEAD_FIELDS,
  applicationNumber: {
    type: 'code',
    requiredBy: 'purpose',
    ar: 'رقم الطلب',
    en: 'Number of the application',
  },
  filedOn: { type: 'date', ar: 'تاريخ تقديم الطلب', en: 'Day on which it was filed' },
  programme: { type: 'text', ar: 'البرنامج المطلوب', en: 'The programme' },
} as const satisfies FieldCatalogue;

const DOCUMENT_ROW = { document: { type: 'text', ar: 'المستند', en: 'Paper' } } as const;
const MISSING_ROW = { item: { type: 'text', ar: 'الناقص', en: 'What is missing' } } as const;

export const applicationReceipt = defineKind<ApplicationReceiptData>()({
  fields: {
    ...APPLICATION_FIELDS,
    documents: {
      type: 'list',
      ar: 'المستندات المستلمة مع الطلب',
      en: 'Papers received with the application',
      row: DOCUMENT_ROW,
    },
    missing: {
      type: 'list',
      ar: 'المستندات المطلوبة التي لم تُستلم',
      en: 'Papers that are asked for and have not come',
      row: MISSING_ROW,
    },
    decideBy: {
      type: 'date',
      requiredBy: 'purpose',
      ar: 'آخر موعد للبت في الطلب',
      en: 'Last day for the decision',
    },
    deadlineRule: {
      type: 'phrase',
      ar: 'مادة مدة البت: وفقاً للمادة ...',
      en: 'The article of the deadline',
    },
  },
  facts: (data) => ({
    ...applicationFacts(data),
    documents: data.documents.map((document) => ({ document })),
    missing: data.missing.map((item) => ({ item })),
    decideBy: data.decideBy,
    deadlineRule: accordingTo('LAW 6'),
  }),
});

export const applicationAccepted = defineKind<ApplicationAcceptedData>()({
  fields: {
    ...APPLICATION_FIELDS,
    decision: {
      type: 'phrase',
      requiredBy: 'LAW 6',
      ar: 'القرار: الموافقة النهائية على الطلب',
      en: 'The decision: final approval of the application',
    },
    from: {
      type: 'month',
      requiredBy: 'purpose',
      ar: 'الشهر الذي يسري منه القرار',
      en: 'Month from which it takes effect',
    },
    effectRule: {
      type: 'phrase',
      ar: 'مادة بدء الصرف: وفقاً للمادة ...',
      en: 'The article on when payment begins',
    },
    monthlyPension: {
      type: 'amount',
      optional: true,
      requiredBy: 'purpose',
      ar: 'المعاش الشهري',
      en: 'Monthly pension',
    },
    lines: {
      type: 'list',
      ar: 'تفصيل احتساب المعاش',
      en: 'How the pension was computed',
      row: {
        line: { type: 'text', ar: 'البند', en: 'Line' },
        article: { type: 'phrase', ar: 'المادة مختصرة', en: 'Article in short' },
        lineAmount: {
          type: 'balance',
          ar: 'المبلغ، وقد يكون سالباً',
          en: 'Amount; may be negative',
        },
      },
    },
    iban: IBAN_FIELD,
    note: { type: 'phrase', optional: true, ar: 'ملاحظة الموظف', en: "The officer's note" },
    dutyToReport: {
      type: 'phrase',
      ar: 'جملة واجب الإفصاح عن التغيرات بمدتها ومادتها',
      en: 'The sentence on reporting changes, with its period and article',
    },
    rightOfAppeal: APPEAL_FIELD,
  },
  facts: (data) => ({
    ...applicationFacts(data),
    decision: 'الموافقة النهائية على طلبكم',
    from: data.from,
    effectRule: accordingTo('REG 22'),
    monthlyPension: data.monthlyPension,
    lines: data.lines.map(({ text, article, amount }) => ({
      line: withoutStop(text),
      article: shortArticle(article),
      lineAmount: amount,
    })),
    iban: data.iban,
    note: data.note === null ? null : sentence(data.note),
    dutyToReport: DUTY_TO_REPORT,
    rightOfAppeal: rightOfAppeal('measure', data.appeal),
  }),
});

export const applicationCancelled = defineKind<ApplicationCancelledData>()({
  fields: {
    ...APPLICATION_FIELDS,
    decision: {
      type: 'phrase',
      requiredBy: 'LAW 6',
      ar: 'القرار: إلغاء الطلب',
      en: 'The decision: the application is cancelled',
    },
    askedOn: { type: 'date', ar: 'تاريخ طلب الاستكمال', en: 'Day on which it was asked for' },
    dueOn: { type: 'date', ar: 'آخر موعد للاستكمال', en: 'Last day of completing' },
    cancelRule: {
      type: 'phrase',
      requiredBy: 'purpose',
      ar: 'مادة الإلغاء: وفقاً للفقرة ...',
      en: 'The article of cancelling',
    },
    missing: {
      type: 'list',
      ar: 'ما لم يُستكمل',
      en: 'What was not brought',
      row: MISSING_ROW,
    },
    rightOfAppeal: { ...APPEAL_FIELD, requiredBy: 'REG 28' },
  },
  facts: (data) => ({
    ...applicationFacts(data),
    decision: 'إلغاء طلبكم',
    askedOn: data.askedOn,
    dueOn: data.dueOn,
    cancelRule: accordingTo('REG 4/5'),
    missing: data.missing.map((item) => ({ item: withoutStop(item) })),
    rightOfAppeal: rightOfAppeal('measure', data.appeal),
  }),
});

export const applicationWithdrawn = defineKind<ApplicationWithdrawnData>()({
  fields: {
    ...APPLICATION_FIELDS,
    withdrawnOn: {
      type: 'date',
      requiredBy: 'purpose',
      ar: 'تاريخ سحب الطلب',
      en: 'Day on which it was withdrawn',
    },
    notPaidFrom: {
      type: 'month',
      optional: true,
      ar: 'أول شهر لا يُصرف عنه المعاش',
      en: 'First month that is not paid any more',
    },
  },
  facts: (data) => ({
    ...applicationFacts(data),
    withdrawnOn: data.withdrawnOn,
    notPaidFrom: data.notPaidFrom,
  }),
});

/** What whoever is asked to complete must know: what happens where he does not. */
export function completionWarning(dueOn: IsoDate): string {
  return `وإذا لم يُستكمل المطلوب في موعد أقصاه ${formatLetterDate(dueOn)} عُدّ الطلب ملغى، ${accordingTo('REG 4/5')}، ولكم أن تتقدموا بطلب جديد`;
}

const DUTY_TO_REPORT = `ويلزمكم إبلاغ الفرع بأي تغيّر يطرأ على بيانات الأسرة أو دخلها أو سكنها خلال خمسة عشر يوماً من حدوثه، ${accordingTo('REG 27')}.`;

function applicationFacts({
  application,
  ...head
}: DecisionLetterData & { readonly application: LetterApplication }): FactsOf<
  typeof APPLICATION_FIELDS
> {
  const { number: applicationNumber, filedOn, programme } = application;
  return { ...headFacts(head), applicationNumber, filedOn, programme };
}

/** `اللائحة م 12`, `النظام م 9/2`: room for a narrow column; any other text is kept. */
function shortArticle(code: string): string {
  const [, source, article] = /^(REG|LAW) (\d+(?:\/\d+)*)$/.exec(code) ?? [];
  if (article === undefined) return code;
  return `${source === 'REG' ? 'اللائحة' : 'النظام'} م ${isolate(article)}`;
}

import type { AssetType, IncomeType, IneligibilityReason, Relation } from './calculation.ts';

/** Words in both languages, to be read aloud. */
export interface Words {
  readonly ar: string;
  readonly en: string;
}

export const RELATION_WORDS: Readonly<Record<Relation, Words>> = {
  spouse: { ar: 'زوج أو زوجة', en: 'spouse' },
  child: { ar: 'ابن أو ابنة', en: 'child' },
  parent: { ar: 'أب أو أم', en: 'parent' },
  sibling: { ar: 'أخ أو أخت', en: 'brother or sister' },
  other: { ar: 'تابع آخر', en: 'other' },
};

/** All of them masculine in Arabic, for the sentences that they stand in. */
export const INCOME_WORDS: Readonly<Record<IncomeType, Words>> = {
  wage: { ar: 'أجر', en: 'Wage' },
  business: { ar: 'دخل نشاط تجاري', en: 'Business income' },
  rent: { ar: 'دخل إيجار', en: 'Rent' },
  dividend: { ar: 'دخل أرباح موزعة', en: 'Dividends' },
  returns: { ar: 'دخل عوائد', en: 'Returns' },
  socialAid: { ar: 'دخل إعانة اجتماعية', en: 'Social aid' },
  governmentSupport: { ar: 'دعم حكومي', en: 'Government support' },
  retirementPension: { ar: 'معاش تقاعد', en: 'Retirement pension' },
  citizenAccount: { ar: 'مبلغ حساب المواطن', en: 'Citizen Account' },
  disabilityAid: { ar: 'مبلغ إعانة الأشخاص ذوي الإعاقة', en: 'Disability aid' },
  supportProgramme: { ar: 'مبلغ برنامج مساند', en: 'Support programme' },
  studentStipend: { ar: 'مبلغ مكافأة طالب', en: 'Student stipend' },
  inKind: { ar: 'مبلغ مساعدة عينية', en: 'Help in kind' },
};

export const ASSET_WORDS: Readonly<Record<AssetType, Words>> = {
  liquid: { ar: 'أصول قابلة للتسييل', en: 'Liquid assets' },
  car: { ar: 'سيارات', en: 'Cars' },
  mainDwelling: { ar: 'المسكن الرئيس', en: 'Main dwelling' },
  realEstate: { ar: 'عقارات أخرى', en: 'Other real estate' },
  domesticWorkers: { ar: 'عمالة منزلية', en: 'Domestic workers' },
};

/** Where a ground of ineligibility stands in law or regulation, and its sentence. */
export const REASON_WORDS: Readonly<
  Record<IneligibilityReason, { readonly article: string; readonly text: Words }>
> = {
  income: {
    article: 'REG 8',
    text: {
      ar: 'الدخل المحتسب ليس أقل من الحد الأدنى المحتسب للمعاش',
      en: 'Counted income is not below the calculated minimum',
    },
  },
  stayAbroad: {
    article: 'REG 6',
    text: {
      ar: 'العائل أو المستقل بقي خارج المملكة أكثر من المدة المسموح بها في السنة',
      en: 'The head or independent was outside the Kingdom for longer than a year allows',
    },
  },
  cars: {
    article: 'REG 11',
    text: { ar: 'عدد السيارات يتخطى الحد', en: 'More cars than the limit' },
  },
  domesticWorkers: {
    article: 'REG 11',
    text: { ar: 'عدد العمالة المنزلية يتخطى الحد', en: 'More domestic workers than the limit' },
  },
  nationality: {
    article: 'REG 6',
    text: {
      ar: 'العائل أو المستقل ليس سعودياً ولا ممن استثناهم النظام بإقامة سارية',
      en: 'The head or independent is neither Saudi nor exempted by law with a valid residence',
    },
  },
  independentAge: {
    article: 'REG 1',
    text: { ar: 'المستقل دون السن المطلوبة', en: 'The independent is below the required age' },
  },
  independentDwelling: {
    article: 'REG 1',
    text: {
      ar: 'لم يثبت استقلال سكن المستقل بعقد إيجار أو صك أو خطاب',
      en: "The independent's own dwelling is not proven by a lease, a deed or a letter",
    },
  },
  studentUnder25: {
    article: 'REG 7/3',
    text: {
      ar: 'طالب منتظم دون السن المحددة، فهو تابع لأسرته',
      en: 'A full-time student below the set age is a dependant of the family',
    },
  },
  centre: {
    article: 'REG 23',
    text: {
      ar: 'العائل أو المستقل مقيم إقامة دائمة في مركز إيوائي أو علاجي أو سجن',
      en: 'The head or independent lives permanently in a shelter, treatment centre or prison',
    },
  },
};

/** `90 يوماً`: a number of days in figures with its noun. */
export function daysInArabic(days: number): string {
  return `${days} ${countedNoun(days, 'يوم', 'أيام', 'يوماً')}`;
}

export function monthsInArabic(months: number): string {
  return `${months} ${countedNoun(months, 'شهر', 'أشهر', 'شهراً')}`;
}

export function familiesInArabic(families: number): string {
  return families === 2 ? 'أسرتين' : `${families} ${countedNoun(families, 'أسرة', 'أسر', 'أسرة')}`;
}

function countedNoun(count: number, singular: string, plural: string, specified: string): string {
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return plural;
  return rest >= 11 ? specified : singular;
}

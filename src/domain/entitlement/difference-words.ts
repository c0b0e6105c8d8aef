import { formatHalalas } from '../shared/halalas.ts';
import type { AssetType, CountedAsset, CountedIncome, IncomeType } from './calculation.ts';
import type { DifferenceCode } from './difference-steps.ts';
import type { EntitlementSettingKey } from './entitlement-settings.ts';
import { ASSET_WORDS, familiesInArabic, INCOME_WORDS, type Words } from './entitlement-words.ts';

export const BEGAN_WORDS: Words = {
  ar: 'بدأ استحقاق المعاش',
  en: 'Entitlement to the pension began',
};
export const ENDED_WORDS: Words = {
  ar: 'لم تعد هناك أسرة أو مستقل مسجل',
  en: 'No household is on record any more',
};
export const OTHER_WORDS: Words = {
  ar: 'فرق لا تفسره البيانات المسجلة',
  en: 'A difference that no recorded fact explains',
};

/** A change that brings or ends a bar says so. */
export function barred(text: Words, ground: Words, begins: boolean): Words {
  return begins
    ? {
        ar: `${text.ar}، فامتنع المعاش: ${ground.ar}`,
        en: `${text.en}; this bars it: ${ground.en}`,
      }
    : {
        ar: `${text.ar}، فزال ما منع المعاش: ${ground.ar}`,
        en: `${text.en}; this no longer bars it: ${ground.en}`,
      };
}

export type HeadChange =
  | 'replaced'
  | 'becameFamily'
  | 'becameIndependent'
  | 'age'
  | 'abroad'
  | 'back'
  | 'centre'
  | 'leftCentre'
  | 'nationality'
  | 'dwellingProven'
  | 'dwellingUnproven'
  | 'student'
  | 'noStudent';

export function headChanged(change: HeadChange): Words {
  return HEAD_WORDS[change];
}

const HEAD_WORDS: Readonly<Record<HeadChange, Words>> = {
  replaced: {
    ar: 'حل عائل جديد محل العائل السابق، وسقط مبلغ السابق',
    en: 'A new head took the place of the former one, whose amount dropped out',
  },
  becameFamily: { ar: 'صار المستقل عائلاً لأسرة', en: 'The independent became head of a family' },
  becameIndependent: { ar: 'صار العائل مستقلاً', en: 'The head became an independent' },
  age: { ar: 'تغيرت السن', en: 'The age changed' },
  abroad: {
    ar: 'تجاوز العائل أو المستقل أيام البقاء خارج المملكة',
    en: 'The head was outside the Kingdom for too many days',
  },
  back: {
    ar: 'عادت أيام العائل أو المستقل خارج المملكة إلى الحد المسموح به',
    en: "The head's days outside the Kingdom are within the limit again",
  },
  centre: {
    ar: 'أقام العائل أو المستقل إقامة دائمة في مركز',
    en: 'The head lives permanently in a centre',
  },
  leftCentre: { ar: 'غادر العائل أو المستقل المركز', en: 'The head left the centre' },
  nationality: { ar: 'تغيرت جنسية العائل أو صفة إقامته', en: "The head's nationality changed" },
  dwellingProven: { ar: 'ثبت استقلال السكن', en: 'The own dwelling is proven' },
  dwellingUnproven: { ar: 'لم يعد استقلال السكن ثابتاً', en: 'The own dwelling is unproven' },
  student: { ar: 'صار المستقل طالباً منتظماً', en: 'The independent became a full-time student' },
  noStudent: { ar: 'لم يعد المستقل طالباً', en: 'The independent is a student no longer' },
};

/** @param from The day from which the rates hold that are used now. */
export function ruleChanged(key: EntitlementSettingKey, from: string): Words {
  if (key === 'pensionRates')
    return {
      ar: `تغيرت مبالغ المعاش (سارية منذ ${from})`,
      en: `The rates changed (since ${from})`,
    };
  const { ar, en } = RULE_WORDS[key];
  return { ar: `تغيرت القاعدة: ${ar}`, en: `A rule changed: ${en}` };
}

const RULE_WORDS: Readonly<Record<Exclude<EntitlementSettingKey, 'pensionRates'>, Words>> = {
  earnedIncomePercent: { ar: 'المحتسب من الدخل المكتسب', en: 'what counts of earned income' },
  retirementPensionEarned: { ar: 'احتساب معاش التقاعد', en: 'how a retirement pension counts' },
  spreadMonths: { ar: 'توزيع الأصول والدعم', en: 'the spreading of assets and support' },
  otherWealth: { ar: 'العقارات والسيارات الأخرى', en: 'other real estate and cars' },
  daysAbroadLimit: { ar: 'الأيام خارج المملكة', en: 'days outside the Kingdom' },
  entitlementAges: { ar: 'سن المستقل والطالب', en: 'ages of independents and students' },
  wealthLimits: { ar: 'حدود الثروة', en: 'the limits of wealth' },
  breachIncrements: { ar: 'خصم المخالفة', en: 'the deduction for a breach' },
  separateFamilies: { ar: 'الأسر في مساكن مستقلة', en: 'families in separate dwellings' },
  equalIncomeEligible: { ar: 'تساوي الدخل والحد الأدنى', en: 'income equal to the minimum' },
  pensionRounding: { ar: 'تقريب المعاش', en: 'the rounding of the pension' },
  retroactiveLimitMonths: { ar: 'حد الأثر الرجعي', en: 'the limit of back payment' },
};

export function familiesChanged(was: number, is: number): Words {
  if (is === 1)
    return {
      ar: 'لم يعد دخل العائل يُقسم بين أسر',
      en: "The head's income is no longer divided between families",
    };
  const now = {
    ar: `صار دخل العائل يُقسم بالتساوي بين ${familiesInArabic(is)}`,
    en: `The head's income is now divided equally between ${is} families`,
  };
  if (was === 1) return now;
  return { ar: `${now.ar} بدل ${familiesInArabic(was)}`, en: `${now.en} instead of ${was}` };
}

export function breachChanged(begins: boolean): Words {
  return begins
    ? {
        ar: 'سُجلت مخالفة والتابعون كلهم دون 18 سنة',
        en: 'A breach was recorded while all dependants are under 18',
      }
    : { ar: 'انتهى أثر المخالفة', en: 'The breach no longer counts' };
}

export function dependantChanged(code: DifferenceCode, who: Words): Words {
  const words = DEPENDANT_WORDS.get(code) ?? { ar: 'تغيرت بيانات تابع', en: 'A dependant changed' };
  return { ar: `${words.ar}: ${who.ar}`, en: `${words.en}: ${who.en}` };
}

const DEPENDANT_WORDS = new Map<DifferenceCode, Words>([
  ['dependant.added', { ar: 'أُضيف تابع', en: 'A dependant was added' }],
  ['dependant.gone', { ar: 'خرج تابع من الأسرة', en: 'A dependant left the household' }],
  [
    'dependant.abroad',
    {
      ar: 'لم يعد يُحتسب تابع لبقائه خارج المملكة',
      en: 'A dependant no longer counts, being outside the Kingdom',
    },
  ],
  ['dependant.back', { ar: 'عاد تابع يُحتسب', en: 'A dependant counts again' }],
  [
    'dependant.centre',
    {
      ar: 'لم يعد يُحتسب تابع لإقامته الدائمة في مركز',
      en: 'A dependant no longer counts, living permanently in a centre',
    },
  ],
  [
    'dependant.leftCentre',
    { ar: 'عاد تابع يُحتسب بعد مغادرته المركز', en: 'A dependant counts again after a centre' },
  ],
]);

export function incomeChanged(
  type: IncomeType,
  who: Words,
  was: readonly CountedIncome[],
  is: readonly CountedIncome[],
): Words {
  return changed(INCOME_WORDS[type], who, sums(was), sums(is), INCOME_VERBS);
}

export function assetChanged(
  type: AssetType,
  who: Words,
  was: readonly CountedAsset[],
  is: readonly CountedAsset[],
): Words {
  return changed(ASSET_WORDS[type], who, extents(was), extents(is), WEALTH_VERBS);
}

type Verbs = Readonly<Record<'began' | 'ended' | 'changed', Words>>;

const INCOME_VERBS: Verbs = {
  began: { ar: 'بدأ دخل', en: 'An income began' },
  ended: { ar: 'انتهى دخل', en: 'An income ended' },
  changed: { ar: 'تغير دخل', en: 'An income changed' },
};

const WEALTH_VERBS: Verbs = {
  began: { ar: 'أُضيف إلى الثروة', en: 'Wealth was added' },
  ended: { ar: 'خرج من الثروة', en: 'Wealth is owned no longer' },
  changed: { ar: 'تغير في الثروة', en: 'Wealth changed' },
};

/** `was` and `is` are null where there is nothing. */
function changed(
  what: Words,
  who: Words,
  was: Words | null,
  is: Words | null,
  verbs: Verbs,
): Words {
  const verb = was === null ? verbs.began : is === null ? verbs.ended : verbs.changed;
  const ar = was !== null && is !== null ? `من ${was.ar} إلى ${is.ar}` : (is ?? was)?.ar;
  const en = was !== null && is !== null ? `from ${was.en} to ${is.en}` : (is ?? was)?.en;
  return {
    ar: `${verb.ar}: ${what.ar} (${who.ar}) ${ar ?? ''}`,
    en: `${verb.en}: ${what.en} (${who.en}) ${en ?? ''}`,
  };
}

function sums(incomes: readonly CountedIncome[]): Words | null {
  return joined(
    incomes.map(({ monthly, yearly }) =>
      monthly === undefined
        ? { ar: `${riyals(yearly)} ريال في السنة`, en: `${riyals(yearly)} SAR a year` }
        : { ar: `${riyals(monthly)} ريال في الشهر`, en: `${riyals(monthly)} SAR a month` },
    ),
  );
}

function extents(assets: readonly CountedAsset[]): Words | null {
  return joined(
    assets.map(({ value, count }) => {
      const worth = { ar: `${riyals(value)} ريال`, en: `${riyals(value)} SAR` };
      if (count === undefined) return worth;
      if (value === undefined) return { ar: String(count), en: String(count) };
      return { ar: `${count} بقيمة ${worth.ar}`, en: `${count} of ${worth.en}` };
    }),
  );
}

function joined(parts: readonly Words[]): Words | null {
  if (parts.length === 0) return null;
  return {
    ar: parts.map(({ ar }) => ar).join(' و'),
    en: parts.map(({ en }) => en).join(' and '),
  };
}

const riyals = (amount: CountedIncome['monthly']): string =>
  amount === undefined ? '0.00' : formatHalalas(amount);

import { formatHalalas, type Halalas } from '../shared/halalas.ts';
import type { AssetType, HouseholdKind, IncomeType, Relation } from './calculation.ts';
import {
  ASSET_WORDS,
  daysInArabic,
  familiesInArabic,
  INCOME_WORDS,
  monthsInArabic,
  RELATION_WORDS,
  type Words,
} from './entitlement-words.ts';
import type { DependantStanding } from './minimum.ts';

// Words that do not depend on an amount are made once: a run over a branch asks for them a million times.

const HEAD: Words = {
  ar: 'الحد الأدنى الأساسي للعائل',
  en: 'Basic minimum of the head of the family',
};
const INDEPENDENT: Words = {
  ar: 'الحد الأدنى الأساسي للمستقل',
  en: 'Basic minimum of an independent person',
};

export const NOT_BELOW_ZERO: Words = {
  ar: 'الدخل المحتسب ليس أقل من الحد الأدنى المحتسب، فلا معاش',
  en: 'Counted income is not below the minimum: there is no pension',
};

export const ROUNDED: Words = { ar: 'تقريب المعاش', en: 'Rounding of the pension' };

/** @param sharedBy Families between which the basic amount is divided; 1 for most. */
export function headWords(kind: HouseholdKind, sharedBy: number): Words {
  const words = kind === 'family' ? HEAD : INDEPENDENT;
  if (sharedBy === 1) return words;
  return {
    ar: `${words.ar}${dividedAr(sharedBy)}`,
    en: `${words.en}${dividedEn(sharedBy)}`,
  };
}

const dependantCache = new Map<string, Words>();

export function dependantWords(
  relation: Relation,
  standing: DependantStanding,
  limit: number,
): Words {
  if (standing === 'counted') return COUNTED_DEPENDANTS[relation];
  if (standing === 'centre') return IN_CENTRE[relation];
  const key = `${relation} ${limit}`;
  const known = dependantCache.get(key);
  if (known !== undefined) return known;
  const words = ofRelation(relation, {
    ar: (who) => `تابع (${who}) بقي خارج المملكة أكثر من ${daysInArabic(limit)}، فلا زيادة عنه`,
    en: (who) => `Dependant (${who}) more than ${limit} days outside the Kingdom: no increment`,
  });
  dependantCache.set(key, words);
  return words;
}

const COUNTED_DEPENDANTS = forRelations({
  ar: (who) => `زيادة تابع (${who})`,
  en: (who) => `Increment of a dependant (${who})`,
});

const IN_CENTRE = forRelations({
  ar: (who) => `تابع (${who}) مقيم إقامة دائمة في مركز، فلا زيادة عنه`,
  en: (who) => `Dependant (${who}) permanently in a centre: no increment`,
});

/** @param increments How many are deducted. */
export function breachWords(increments: number): Words {
  return increments === 1
    ? ONE_DEDUCTED
    : {
        ar: `خصم زيادات ${increments} من التابعين لمخالفة، والتابعون كلهم دون 18 سنة`,
        en: `${increments} increments deducted for a breach: all dependants are under 18`,
      };
}

const ONE_DEDUCTED: Words = {
  ar: 'خصم زيادة تابع واحد لمخالفة، والتابعون كلهم دون 18 سنة',
  en: 'One increment deducted for a breach: all dependants are under 18',
};

/**
 * @param value Halalas of a month, or of the months over which they are spread.
 * @param percent What counts of it; 0 for nothing.
 */
export function incomeWords(
  type: IncomeType,
  value: number,
  months: number,
  percent: number,
  sharedBy: number,
): Words {
  const name = INCOME_WORDS[type];
  const sum = formatHalalas(value as Halalas);
  const counts = COUNTS.get(percent) ?? countsOf(percent);
  const divided = sharedBy > 1 && percent > 0;
  return {
    ar: `${name.ar} ${sum} ريال ${months === 1 ? 'في الشهر' : spreadAr(months)}${counts.ar}${divided ? dividedAr(sharedBy) : ''}`,
    en: `${name.en} of ${sum} SAR ${months === 1 ? 'a month' : spreadEn(months)}${counts.en}${divided ? dividedEn(sharedBy) : ''}`,
  };
}

export function wealthWords(
  type: AssetType,
  value: number,
  months: number,
  sharedBy: number,
): Words {
  const name = ASSET_WORDS[type];
  const sum = formatHalalas(value as Halalas);
  return {
    ar: `${name.ar} بقيمة ${sum} ريال، مقسومة على ${monthsInArabic(months)}${sharedBy > 1 ? dividedAr(sharedBy) : ''}`,
    en: `${name.en} of ${sum} SAR, divided by ${months} months${sharedBy > 1 ? dividedEn(sharedBy) : ''}`,
  };
}

const COUNTS = new Map<number, Words>([
  [0, { ar: '، لا يُحتسب', en: ': does not count' }],
  [50, { ar: '، يُحتسب نصفه', en: ': half of it counts' }],
  [100, { ar: '، يُحتسب كاملاً', en: ': counts in full' }],
]);

function countsOf(percent: number): Words {
  return { ar: `، يُحتسب ${percent}% منه`, en: `: ${percent}% of it counts` };
}

const spreadAr = (months: number): string =>
  months === 12 ? 'في السنة، مقسوم على 12 شهراً' : `مقسوم على ${monthsInArabic(months)}`;

const spreadEn = (months: number): string =>
  months === 12 ? 'a year, divided by 12 months' : `divided by ${months} months`;

const dividedAr = (families: number): string => `، بالتساوي بين ${familiesInArabic(families)}`;

const dividedEn = (families: number): string => `, divided equally between ${families} families`;

interface RelationWords {
  readonly ar: (who: string) => string;
  readonly en: (who: string) => string;
}

function ofRelation(relation: Relation, { ar, en }: RelationWords): Words {
  const who = RELATION_WORDS[relation];
  return { ar: ar(who.ar), en: en(who.en) };
}

function forRelations(words: RelationWords): Readonly<Record<Relation, Words>> {
  return {
    spouse: ofRelation('spouse', words),
    child: ofRelation('child', words),
    parent: ofRelation('parent', words),
    sibling: ofRelation('sibling', words),
    other: ofRelation('other', words),
  };
}

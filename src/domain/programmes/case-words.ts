import type { DocumentCase, Words } from './programme-terms.ts';

/** Why a paper is asked for, as it stands beside the paper. */
export const CASE_WORDS: Readonly<Record<DocumentCase, Words>> = {
  always: { ar: 'لكل طلب', en: 'every application' },
  married: { ar: 'مقدم الطلب متزوج', en: 'the applicant is married' },
  divorced: { ar: 'مقدم الطلب مطلق', en: 'the applicant is divorced' },
  widowed: { ar: 'مقدم الطلب أرمل', en: 'the applicant is widowed' },
  dependants: { ar: 'في الطلب تابعون', en: 'there are dependants' },
  cohabitant: { ar: 'تابع شريك في السكن', en: 'a dependant shares the dwelling' },
  student: { ar: 'في الأسرة طالب', en: 'there is a student' },
  disabled: { ar: 'في الأسرة شخص ذو إعاقة', en: 'somebody has a disability' },
  wage: { ar: 'دخل من أجر', en: 'income from a wage' },
  business: { ar: 'دخل من نشاط تجاري', en: 'income from a business' },
  retirementPension: { ar: 'معاش تقاعدي', en: 'a retirement pension' },
  otherIncome: { ar: 'مصادر دخل أخرى', en: 'other sources of income' },
  owned: { ar: 'السكن ملك', en: 'the dwelling is owned' },
  rented: { ar: 'السكن مستأجر', en: 'the dwelling is rented' },
  governmentHousing: { ar: 'سكن حكومي', en: 'government housing' },
  severalDwellings: { ar: 'أكثر من سكن', en: 'more than one dwelling' },
  independent: { ar: 'طلب مستقل', en: 'an independent applies' },
  residence: { ar: 'مقدم الطلب غير سعودي', en: 'the applicant is not a citizen' },
  bankAccount: { ar: 'حساب بنكي لإيداع المعاش', en: 'an account to be paid into' },
};

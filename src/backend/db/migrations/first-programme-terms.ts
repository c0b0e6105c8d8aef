/**
 * What is known of the programmes when a branch begins: the law (م/32 of 4/4/1442H), its regulation, what the ministry's
 * platform says of itself. Where these are silent, a list is empty: the branch fills it.
 */
export const FIRST_TERMS = {
  PENSION: {
    conditions: [
      condition(
        'LAW 10, REG 6',
        'سعودي الجنسية، أو من الفئات المستثناة بإقامة سارية',
        'A citizen, or of the exempt groups with a valid residence',
      ),
      condition(
        'REG 6',
        'مقيم في المملكة، لم يمكث خارجها أكثر من ثلاثة أشهر خلال السنة السابقة للصرف',
        'Resident in the Kingdom, not abroad for more than three months in the year before the payment',
      ),
      condition(
        'REG 8',
        'الدخل المحتسب للأسرة أو المستقل أقل من الحد الأدنى المحتسب للمعاش',
        'Counted income of the family or the independent below the calculated minimum',
      ),
      condition(
        'REG 1',
        'المستقل: بلغ الثامنة عشرة، وله سكن منفصل، ويتولى الإنفاق على نفسه',
        'An independent: 18 or over, in a dwelling of his own, and keeping himself',
      ),
      condition(
        'REG 7',
        'الطالب المتفرغ دون الخامسة والعشرين تابع لأسرته',
        'A full-time student under 25 is a dependant of his family',
      ),
      condition(
        'LAW 11',
        'لا يكون أحد تابعاً في أكثر من أسرة',
        'Nobody is a dependant in more than one family',
      ),
      condition(
        '',
        'لا تتجاوز الأصول والممتلكات المعايير المعتمدة',
        'Assets and property within the accepted measures',
      ),
      condition(
        'LAW 7, REG 27',
        'تحديث البيانات خلال خمسة عشر يوماً من أي تغيير',
        'Changes are reported within fifteen days',
      ),
    ],
    groups: [
      { ar: 'كبار السن', en: 'The elderly' },
      { ar: 'الأسر محدودة الدخل', en: 'Families of low income' },
      { ar: 'الأشخاص ذوو الإعاقة', en: 'Persons with disabilities' },
      { ar: 'الأرامل والمطلقات', en: 'Widows and divorced women' },
      { ar: 'الأيتام', en: 'Orphans' },
      { ar: 'العاطلون عن العمل', en: 'The unemployed' },
    ],
    documents: [
      paper('identity', 'صورة بطاقة الهوية الوطنية', 'Copy of the national identity card', [
        'always',
      ]),
      paper('residence', 'إقامة سارية', 'Valid residence permit', ['residence']),
      paper('familyRecord', 'سجل الأسرة', 'Family record', ['dependants']),
      paper('divorce', 'صك الطلاق', 'Divorce certificate', ['divorced']),
      paper('death', 'شهادة وفاة الزوج', 'Death certificate of the spouse', ['widowed']),
      paper('disability', 'إثبات الإعاقة', 'Proof of disability', ['disabled']),
      paper('study', 'شهادة الدراسة', 'Study certificate', ['student']),
      paper('wageSlip', 'قسيمة الراتب', 'Payslip', ['wage']),
      paper('pensionCertificate', 'شهادة المعاش', 'Pension certificate', ['retirementPension']),
      paper('incomeProof', 'إثبات مصادر الدخل الأخرى', 'Proof of other sources of income', [
        'business',
        'otherIncome',
      ]),
      paper('lease', 'عقد إيجار موثق', 'Registered lease', ['rented']),
      paper('deed', 'صك ملكية السكن', 'Title deed of the dwelling', ['owned']),
      paper('housingLetter', 'خطاب السكن الحكومي', 'Letter of government housing', [
        'governmentHousing',
      ]),
      paper('everyDwelling', 'إثبات كل سكن', 'Proof of every dwelling', ['severalDwellings']),
      {
        ...paper(
          'account',
          'إثبات ملكية الحساب البنكي',
          'Proof that the account is the applicant’s',
          ['bankAccount'],
        ),
        mandatory: false,
      },
    ],
    amounts: [{ kind: 'entitlement' }],
  },
  FOOD: { conditions: [], groups: [], documents: [], amounts: [] },
  ELECTRICITY: { conditions: [], groups: [], documents: [], amounts: [] },
  INITIATIVES: {
    conditions: [],
    groups: [{ ar: 'الأسر محدودة الدخل', en: 'Families of low income' }],
    documents: [],
    amounts: [],
  },
} as const;

function condition(article: string, ar: string, en: string) {
  return { text: { ar, en }, article };
}

function paper(code: string, ar: string, en: string, cases: readonly string[]) {
  return { code, title: { ar, en }, cases, mandatory: true };
}

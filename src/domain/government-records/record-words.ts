import { ASSET_TYPES, INCOME_TYPES, RELATIONS } from '../entitlement/calculation.ts';
import { searchKey } from '../shared/search-key.ts';
import type { RecordColumn } from './record-kinds.ts';

/** Titles that registers give their columns, Arabic and English. A suggestion only: the officer says what a column is. */
const TITLES: Readonly<Record<RecordColumn, readonly string[]>> = {
  nationalId: [
    'national id',
    'id',
    'id number',
    'identity',
    'iqama',
    'رقم الهوية',
    'الهوية',
    'رقم الهوية الوطنية',
    'السجل المدني',
    'رقم السجل المدني',
    'رقم هوية المالك',
  ],
  name: ['name', 'full name', 'الاسم', 'اسم', 'الاسم الكامل', 'الاسم الرباعي', 'اسم المالك'],
  birthDate: ['birth date', 'date of birth', 'dob', 'تاريخ الميلاد', 'الميلاد'],
  sex: ['sex', 'gender', 'الجنس', 'النوع'],
  nationality: ['nationality', 'الجنسية'],
  deceasedOn: ['death date', 'date of death', 'deceased on', 'تاريخ الوفاة', 'الوفاة'],
  phone: ['phone', 'mobile', 'الجوال', 'رقم الجوال', 'الهاتف'],
  headId: [
    'head id',
    'family head id',
    'head national id',
    'هوية رب الأسرة',
    'رقم هوية رب الأسرة',
    'هوية العائل',
    'رقم هوية العائل',
  ],
  relation: ['relation', 'relationship', 'صلة القرابة', 'القرابة', 'الصلة'],
  incomeType: ['income type', 'type of income', 'نوع الدخل', 'مصدر الدخل', 'نوع المعاش'],
  amount: ['amount', 'income', 'salary', 'wage', 'المبلغ', 'الدخل', 'الراتب', 'الأجر', 'المعاش'],
  per: ['per', 'period', 'frequency', 'الدورية', 'الفترة', 'لكل'],
  payer: ['employer', 'payer', 'from', 'source', 'صاحب العمل', 'جهة العمل', 'الجهة', 'جهة الصرف'],
  assetType: ['asset type', 'property type', 'نوع الملكية', 'نوع الأصل', 'نوع العقار'],
  value: ['value', 'market value', 'balance', 'القيمة', 'قيمة الأصل', 'الرصيد'],
  count: ['count', 'number', 'quantity', 'العدد', 'عدد'],
  description: ['description', 'details', 'الوصف', 'البيان', 'التفاصيل', 'رقم الصك', 'رقم اللوحة'],
  since: [
    'since',
    'start date',
    'valid from',
    'from date',
    'تاريخ البداية',
    'من تاريخ',
    'ابتداء من',
    'تاريخ الالتحاق',
    'تاريخ التملك',
    'تاريخ السريان',
  ],
  until: [
    'until',
    'end date',
    'to date',
    'تاريخ النهاية',
    'إلى تاريخ',
    'تاريخ الانتهاء',
    'تاريخ ترك العمل',
    'تاريخ البيع',
  ],
};

const COLUMN_OF_TITLE: ReadonlyMap<string, RecordColumn> = new Map(
  Object.entries(TITLES).flatMap(([column, titles]) =>
    titles.map((title): [string, RecordColumn] => [searchKey(title), column as RecordColumn]),
  ),
);

/** The column that a title names, or null. */
export const columnOfTitle = (title: string): RecordColumn | null =>
  COLUMN_OF_TITLE.get(searchKey(title)) ?? null;

/** Columns whose cells are words of a list of codes. */
export const CODED_COLUMNS = [
  'sex',
  'nationality',
  'relation',
  'incomeType',
  'per',
  'assetType',
] as const satisfies readonly RecordColumn[];
export type CodedColumn = (typeof CODED_COLUMNS)[number];

/** The codes that a word of a column can stand for. */
export const CODES_OF = {
  sex: ['male', 'female'],
  nationality: ['saudi', 'other'],
  relation: RELATIONS,
  incomeType: INCOME_TYPES,
  per: ['month', 'year'],
  assetType: ASSET_TYPES,
} as const satisfies Record<CodedColumn, readonly string[]>;

const WORDS: Readonly<Record<CodedColumn, Readonly<Record<string, readonly string[]>>>> = {
  sex: { male: ['m', 'male', 'ذكر'], female: ['f', 'female', 'أنثى', 'انثى'] },
  nationality: {
    saudi: ['sa', 'sau', 'saudi', 'saudi arabia', 'سعودي', 'سعودية', 'السعودية'],
    other: ['non saudi', 'غير سعودي', 'غير سعودية', 'مقيم', 'resident'],
  },
  relation: {
    spouse: ['spouse', 'wife', 'husband', 'زوجة', 'زوج'],
    child: ['child', 'son', 'daughter', 'ابن', 'ابنة', 'بنت', 'ولد'],
    parent: ['parent', 'father', 'mother', 'أب', 'أم', 'والد', 'والدة'],
    sibling: ['sibling', 'brother', 'sister', 'أخ', 'أخت', 'شقيق', 'شقيقة'],
    other: ['other', 'أخرى', 'غير ذلك', 'حفيد', 'حفيدة'],
  },
  incomeType: {
    wage: ['wage', 'salary', 'أجر', 'راتب', 'رواتب', 'أجور'],
    business: ['business', 'commercial', 'نشاط تجاري', 'سجل تجاري', 'تجارة'],
    rent: ['rent', 'إيجار', 'ايجار', 'إيجارات'],
    dividend: ['dividend', 'dividends', 'أرباح أسهم', 'توزيعات أرباح'],
    returns: ['returns', 'investment', 'عوائد', 'عوائد استثمار'],
    socialAid: ['social aid', 'aid', 'إعانة اجتماعية', 'مساعدة'],
    governmentSupport: ['government support', 'support', 'دعم حكومي'],
    retirementPension: [
      'retirement',
      'pension',
      'gosi pension',
      'معاش تقاعد',
      'تقاعد',
      'معاش تقاعدي',
    ],
    citizenAccount: ['citizen account', 'حساب المواطن'],
    disabilityAid: ['disability aid', 'إعانة إعاقة', 'إعانة ذوي الإعاقة'],
    supportProgramme: ['support programme', 'برنامج مساند'],
    studentStipend: ['student stipend', 'stipend', 'مكافأة طالب', 'مكافأة'],
    inKind: ['in kind', 'عيني', 'مساعدة عينية'],
  },
  per: {
    month: ['month', 'monthly', 'شهر', 'شهري', 'شهريا', 'شهرية'],
    year: ['year', 'yearly', 'annual', 'سنة', 'سنوي', 'سنويا', 'سنوية'],
  },
  assetType: {
    liquid: [
      'liquid',
      'bank balance',
      'shares',
      'investment',
      'رصيد',
      'أصل قابل للتسييل',
      'أسهم',
      'محفظة',
    ],
    car: ['car', 'vehicle', 'سيارة', 'مركبة', 'سيارات'],
    mainDwelling: ['main dwelling', 'home', 'مسكن', 'مسكن رئيس', 'السكن الرئيسي'],
    realEstate: ['real estate', 'property', 'land', 'عقار', 'أرض', 'شقة', 'عمارة'],
    domesticWorkers: [
      'domestic worker',
      'domestic workers',
      'عمالة منزلية',
      'عاملة منزلية',
      'سائق',
    ],
  },
};

const CODE_OF_WORD: Readonly<Record<string, ReadonlyMap<string, string>>> = Object.fromEntries(
  Object.entries(WORDS).map(([column, codes]) => [
    column,
    new Map(
      Object.entries(codes).flatMap(([code, words]) =>
        [code, ...words].map((word) => [searchKey(word), code] as const),
      ),
    ),
  ]),
);

/** What a register's word most likely says; null for one that nobody has met. */
export const codeOfWord = (column: CodedColumn, word: string): string | null =>
  CODE_OF_WORD[column]?.get(searchKey(word)) ?? null;

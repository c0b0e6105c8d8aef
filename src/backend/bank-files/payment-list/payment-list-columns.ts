import { searchKey } from '../../../domain/shared/search-key.ts';

/** What a payment list tells about a payment. The first five are needed. */
export const PAYMENT_LIST_FIELDS = [
  'nationalId',
  'name',
  'iban',
  'amount',
  'month',
  'endToEndId',
  'kind',
  'programme',
] as const;
export type PaymentListField = (typeof PAYMENT_LIST_FIELDS)[number];

export const REQUIRED_PAYMENT_LIST_FIELDS = [
  'nationalId',
  'name',
  'iban',
  'amount',
  'month',
] as const satisfies readonly PaymentListField[];

/** Column of each field, 0-based; a field without column is absent. */
export type PaymentListMapping = Readonly<Partial<Record<PaymentListField, number>>>;

const SYNONYMS: Readonly<Record<PaymentListField, readonly string[]>> = {
  nationalId: [
    'رقم الهوية',
    'رقم الهوية الوطنية',
    'الهوية الوطنية',
    'الهوية',
    'رقم السجل المدني',
    'السجل المدني',
    'رقم الهوية / الإقامة',
    'هوية المستفيد',
    'رقم هوية المستفيد',
    'national id',
    'nationalid',
    'nid',
    'id number',
    'identity number',
    'beneficiary id',
    'iqama',
    'id',
  ],
  name: [
    'اسم المستفيد',
    'الاسم',
    'اسم',
    'الاسم الكامل',
    'الاسم الرباعي',
    'المستفيد',
    'اسم صاحب الحساب',
    'name',
    'beneficiary name',
    'beneficiaryname',
    'full name',
    'beneficiary',
    'account holder',
  ],
  iban: [
    'الآيبان',
    'آيبان',
    'رقم الآيبان',
    'رقم الحساب الدولي',
    'الحساب الدولي',
    'رقم الحساب',
    'رقم الحساب البنكي',
    'الحساب البنكي',
    'iban',
    'iban number',
    'account',
    'account number',
    'bank account',
    'beneficiary iban',
  ],
  amount: [
    'المبلغ',
    'مبلغ',
    'مبلغ الدفعة',
    'مبلغ المعاش',
    'المبلغ المستحق',
    'صافي المبلغ',
    'مبلغ الصرف',
    'قيمة المعاش',
    'المبلغ بالريال',
    'amount',
    'net amount',
    'payment amount',
    'amount sar',
    'pension amount',
  ],
  month: [
    'الشهر',
    'شهر',
    'شهر الصرف',
    'شهر الاستحقاق',
    'شهر الدفعة',
    'الدورة',
    'دورة الصرف',
    'month',
    'payment month',
    'pay month',
    'cycle',
    'entitlement month',
    'period',
  ],
  endToEndId: [
    'المرجع',
    'الرقم المرجعي',
    'مرجع الدفعة',
    'رقم المرجع',
    'رقم العملية',
    'معرف الدفعة',
    'مرجع العملية',
    'end to end id',
    'endtoendid',
    'end to end',
    'e2e',
    'e2e id',
    'reference',
    'payment reference',
    'payment id',
  ],
  kind: [
    'نوع الدفعة',
    'نوع الصرف',
    'النوع',
    'نوع المبلغ',
    'kind',
    'payment kind',
    'payment type',
    'type',
  ],
  programme: ['البرنامج', 'اسم البرنامج', 'رمز البرنامج', 'programme', 'program', 'programme code'],
};

const FIELD_OF_HEADER: ReadonlyMap<string, PaymentListField> = new Map(
  PAYMENT_LIST_FIELDS.flatMap((field) =>
    SYNONYMS[field].map((synonym): [string, PaymentListField] => [searchKey(synonym), field]),
  ),
);

export interface MappedHeader {
  readonly mapping: PaymentListMapping;
  readonly missing: readonly PaymentListField[];
  /** Fields that two columns claim: the officer must choose. */
  readonly ambiguous: readonly PaymentListField[];
}

/** Maps header cells to fields by their names, Arabic in any spelling or English. */
export function mapHeader(headers: readonly string[]): MappedHeader {
  const mapping: Partial<Record<PaymentListField, number>> = {};
  const ambiguous = new Set<PaymentListField>();
  headers.forEach((header, column) => {
    const field = FIELD_OF_HEADER.get(searchKey(header));
    if (field === undefined) return;
    if (mapping[field] === undefined) mapping[field] = column;
    else ambiguous.add(field);
  });
  return { mapping, missing: missingFields(mapping), ambiguous: [...ambiguous] };
}

export const missingFields = (mapping: PaymentListMapping): readonly PaymentListField[] =>
  REQUIRED_PAYMENT_LIST_FIELDS.filter((field) => mapping[field] === undefined);

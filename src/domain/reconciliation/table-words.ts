import { searchKey } from '../shared/search-key.ts';
import type { Direction } from './bank-message.ts';
import type { Reported } from './reported.ts';
import { TABLE_FIELDS, type TableField } from './table-mapping.ts';

/** Titles that banks give their columns, Arabic and English. A suggestion only: the officer says what a column is. */
const TITLES: Readonly<Record<TableField, readonly string[]>> = {
  endToEndId: [
    'end to end id',
    'endtoendid',
    'e2e id',
    'payment reference',
    'payment id',
    'customer reference',
    'our reference',
    'reference',
    'رقم الدفعة',
    'مرجع الدفعة',
    'رقم المرجع',
    'المرجع',
    'مرجع العميل',
    'رقم العملية لدى الجهة',
  ],
  bankReference: [
    'bank reference',
    'transaction reference',
    'transaction id',
    'trn ref',
    'ft reference',
    'مرجع البنك',
    'مرجع المصرف',
    'رقم العملية',
    'رقم الحركة',
  ],
  amount: ['amount', 'net amount', 'transaction amount', 'المبلغ', 'مبلغ', 'القيمة', 'صافي المبلغ'],
  debit: ['debit', 'debit amount', 'withdrawal', 'مدين', 'المدين', 'سحب'],
  credit: ['credit', 'credit amount', 'deposit', 'دائن', 'الدائن', 'إيداع'],
  direction: ['direction', 'dr cr', 'd c', 'cr dr', 'debit credit', 'اتجاه الحركة', 'مدين دائن'],
  currency: ['currency', 'ccy', 'العملة', 'عملة'],
  status: [
    'status',
    'payment status',
    'transaction status',
    'الحالة',
    'حالة الدفعة',
    'حالة العملية',
  ],
  reason: [
    'reason code',
    'return code',
    'reject code',
    'error code',
    'رمز السبب',
    'كود الرفض',
    'رمز الرفض',
    'رمز الإرجاع',
  ],
  reasonText: [
    'reason',
    'reject reason',
    'rejection reason',
    'return reason',
    'remarks',
    'السبب',
    'سبب الرفض',
    'سبب الإرجاع',
    'ملاحظات',
  ],
  account: [
    'iban',
    'account',
    'beneficiary iban',
    'beneficiary account',
    'account number',
    'الآيبان',
    'آيبان',
    'رقم الآيبان',
    'الحساب',
    'رقم الحساب',
    'حساب المستفيد',
  ],
  name: ['name', 'beneficiary name', 'beneficiary', 'الاسم', 'اسم المستفيد', 'المستفيد'],
  personId: ['national id', 'id number', 'identity', 'رقم الهوية', 'الهوية', 'السجل المدني'],
  bookedOn: [
    'date',
    'value date',
    'booking date',
    'posting date',
    'transaction date',
    'التاريخ',
    'تاريخ العملية',
    'تاريخ القيد',
    'تاريخ الحق',
  ],
  narrative: ['narrative', 'description', 'details', 'الوصف', 'البيان', 'التفاصيل', 'الشرح'],
};

const FIELD_OF_TITLE: ReadonlyMap<string, TableField> = new Map(
  TABLE_FIELDS.flatMap((field) =>
    TITLES[field].map((title): [string, TableField] => [searchKey(title), field]),
  ),
);

/** The field that a title names, or null. */
export const fieldOfTitle = (title: string): TableField | null =>
  FIELD_OF_TITLE.get(searchKey(title)) ?? null;

const STATUSES: readonly (readonly [Reported, readonly string[]])[] = [
  ['bankAccepted', ['accepted', 'مقبول', 'مقبولة', 'accp', 'acsp']],
  [
    'settled',
    [
      'paid',
      'success',
      'successful',
      'completed',
      'processed',
      'executed',
      'settled',
      'مدفوع',
      'مدفوعة',
      'منفذ',
      'منفذة',
      'تم الصرف',
      'تم التنفيذ',
      'تم التحويل',
      'مصروف',
      'ناجح',
      'ناجحة',
      'acsc',
    ],
  ],
  ['credited', ['credited', 'مودع', 'مودعة', 'تم الإيداع', 'accc']],
  [
    'rejected',
    [
      'rejected',
      'reject',
      'failed',
      'fail',
      'declined',
      'unsuccessful',
      'مرفوض',
      'مرفوضة',
      'فشل',
      'فاشلة',
      'لم ينفذ',
      'غير منفذ',
      'rjct',
    ],
  ],
  ['returned', ['returned', 'return', 'reversed', 'مرتجع', 'مرتجعة', 'معاد', 'معادة', 'مسترجع']],
  [
    'pending',
    [
      'pending',
      'processing',
      'in progress',
      'معلق',
      'معلقة',
      'قيد التنفيذ',
      'قيد المعالجة',
      'تحت المعالجة',
      'pdng',
    ],
  ],
];

const REPORTED_OF_WORD: ReadonlyMap<string, Reported> = new Map(
  STATUSES.flatMap(([reported, words]) =>
    words.map((word): [string, Reported] => [searchKey(word), reported]),
  ),
);

/** What a bank's word for a status most likely says; null for a word that nobody has met. */
export const reportedOfWord = (word: string): Reported | null =>
  REPORTED_OF_WORD.get(searchKey(word)) ?? null;

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map<string, Direction>(
  (
    [
      ['credit', ['c', 'cr', 'credit', 'crdt', 'دائن', 'إيداع', 'وارد']],
      ['debit', ['d', 'dr', 'db', 'debit', 'dbit', 'مدين', 'سحب', 'صادر']],
    ] as const
  ).flatMap(([direction, words]) =>
    words.map((word): [string, Direction] => [searchKey(word), direction]),
  ),
);

export const directionOfWord = (word: string): Direction | null =>
  DIRECTIONS.get(searchKey(word)) ?? null;

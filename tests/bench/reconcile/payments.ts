import { iban } from '../../repos/payment-lists.ts';

/** The month that is reconciled, and the payments in it, synthetic and always the same. */
export const MONTH = '2026-11';

const FIRST = [
  'محمد',
  'أحمد',
  'عبدالله',
  'فاطمة',
  'نورة',
  'سعد',
  'خالد',
  'إبراهيم',
  'هدى',
  'منيرة',
];

export const nameOf = (index: number): string =>
  [
    FIRST[index % 10],
    'بن',
    FIRST[Math.floor(index / 10) % 10],
    `ال${FIRST[(index * 7) % 10]}ي`,
  ].join(' ');

/** Halalas. */
export const amountOf = (index: number): number => 66_000 + (index % 40) * 3300;

export const referenceOf = (index: number): string =>
  `SSB202611R${String(index + 1).padStart(7, '0')}`;

export const ibanOf = (index: number): string => iban(index, ['80', '10', '05', '20'][index % 4]);

/** A step through the payments that meets each once, in no order that anything is kept in. */
export const SHUFFLE = 7919;

import type { WalkCode, WalkedPayment } from './payment-walk.ts';

/** Words in both languages, to be read aloud. */
export interface Words {
  readonly ar: string;
  readonly en: string;
}

const WORDS: Readonly<Record<WalkCode, Words>> = {
  noPayment: {
    ar: 'لم تُعد دفعة لهذا الشهر',
    en: 'No payment was prepared for this month',
  },
  listDiffers: {
    ar: 'مبلغ الدفعة في قائمة الصرف يخالف المحسوب',
    en: 'The payment list has another amount than the calculation',
  },
  difference: { ar: 'دفعة فرق عن الشهر', en: 'A difference paid for the month' },
  retroactive: { ar: 'دفعة بأثر رجعي عن الشهر', en: 'Arrears paid for the month' },
  withheld: {
    ar: 'اقتُطع منها بموافقة المستفيد لاسترداد مبلغ سبق صرفه',
    en: 'Kept back with consent, for a recovery',
  },
  rejected: { ar: 'رفض البنك الدفعة', en: 'The bank rejected the payment' },
  returned: { ar: 'أعاد البنك الدفعة', en: 'The bank returned the payment' },
  held: { ar: 'الدفعة موقوفة لدى الفرع', en: 'The branch holds the payment' },
  prepared: { ar: 'الدفعة معدة ولم ترسل بعد', en: 'The payment is prepared and not sent yet' },
  atBank: {
    ar: 'الدفعة لدى البنك ولم يؤكد وصولها',
    en: 'The payment is at the bank, which has not said that it arrived',
  },
};

/** What a step says, with the bank's reason where it gave one. */
export function walkWords(
  code: WalkCode,
  payment: Pick<WalkedPayment, 'reasonCode' | 'reasonMeaning'> | null,
): Words {
  const words = WORDS[code];
  if (code !== 'rejected' && code !== 'returned') return words;
  if (payment === null || payment.reasonCode === null) return words;
  const { reasonCode, reasonMeaning } = payment;
  return {
    ar: `${words.ar} (${reasonMeaning?.ar ?? reasonCode})`,
    en: `${words.en} (${reasonMeaning?.en ?? reasonCode})`,
  };
}

import { makeIban } from '../../src/domain/registry/iban.ts';

export const HEADER = 'رقم الهوية,اسم المستفيد,الآيبان,المبلغ,الشهر,المرجع,نوع الدفعة';

const NAMES = [
  'عبدالله بن أحمد القحطاني',
  'فاطمة بنت سعد الدوسري',
  'إبراهيم آل سعد',
  'نورة بنت خالد العتيبي',
  'هدى بنت محمد الشمري',
];

/** A synthetic national id with its check digit, for a place from 0. */
export function nationalId(index: number): string {
  const nine = `19${String(index).padStart(7, '0')}`;
  let sum = 0;
  for (let place = 0; place < 9; place += 1) {
    const digit = Number(nine[place]);
    const weighted = place % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

export const iban = (index: number, bank = '80'): string =>
  makeIban(bank, `000099${String(index).padStart(12, '0')}`);

export interface ListRow {
  readonly index: number;
  readonly amount?: string;
  readonly month?: string;
  readonly reference?: string;
  readonly kind?: string;
  readonly bank?: string;
  readonly iban?: string;
  readonly nationalId?: string;
}

/** The first people of the test branch, each with an end-to-end id of the list's own. */
export function rowsOf(count: number, from = 0): ListRow[] {
  return Array.from({ length: count }, (_, place) => ({
    index: from + place,
    reference: `SSB202611R${String(from + place + 1).padStart(7, '0')}`,
  }));
}

export function listText(rows: readonly ListRow[], header = HEADER): string {
  const lines = rows.map((row) =>
    [
      row.nationalId ?? nationalId(row.index),
      NAMES[row.index % NAMES.length],
      row.iban ?? iban(row.index, row.bank),
      row.amount ?? '1320.00',
      row.month ?? '2026-11',
      row.reference ?? '',
      row.kind ?? 'عادي',
    ].join(','),
  );
  return `${[header, ...lines].join('\r\n')}\r\n`;
}

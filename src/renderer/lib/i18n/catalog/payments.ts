import type { ArabicMessages, EnglishOf } from '../messages.ts';

export const ar = {
  title: 'المدفوعات',
} as const satisfies ArabicMessages;

export const en = {
  title: 'Payments',
} as const satisfies EnglishOf<typeof ar>;

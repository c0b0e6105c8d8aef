import type { ArabicMessages, EnglishOf } from '../messages.ts';

export const ar = {
  title: 'المطابقة',
} as const satisfies ArabicMessages;

export const en = {
  title: 'Reconciliation',
} as const satisfies EnglishOf<typeof ar>;

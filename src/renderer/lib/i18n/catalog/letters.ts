import type { ArabicMessages, EnglishOf } from '../messages.ts';

export const ar = {
  title: 'الخطابات',
} as const satisfies ArabicMessages;

export const en = {
  title: 'Letters',
} as const satisfies EnglishOf<typeof ar>;

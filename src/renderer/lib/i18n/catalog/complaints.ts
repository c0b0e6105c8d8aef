import type { ArabicMessages, EnglishOf } from '../messages.ts';

export const ar = {
  title: 'الشكاوى',
} as const satisfies ArabicMessages;

export const en = {
  title: 'Complaints',
} as const satisfies EnglishOf<typeof ar>;

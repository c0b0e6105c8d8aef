import type { ArabicMessages, EnglishOf } from '../messages.ts';

export const ar = {
  title: 'الاعتراضات',
} as const satisfies ArabicMessages;

export const en = {
  title: 'Objections',
} as const satisfies EnglishOf<typeof ar>;

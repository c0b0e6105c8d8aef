import type { ArabicMessages, EnglishOf } from '../messages.ts';

export const ar = {
  title: 'المستفيدون',
} as const satisfies ArabicMessages;

export const en = {
  title: 'Beneficiaries',
} as const satisfies EnglishOf<typeof ar>;

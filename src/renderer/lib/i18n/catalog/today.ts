import type { ArabicMessages, EnglishOf } from '../messages.ts';

export const ar = {
  title: 'اليوم',
  queue: 'قائمتي حسب المهلة',
  noQueue: 'لا معاملة تنتظرك',
} as const satisfies ArabicMessages;

export const en = {
  title: 'Today',
  queue: 'My queue by deadline',
  noQueue: 'No case is waiting for you',
} as const satisfies EnglishOf<typeof ar>;

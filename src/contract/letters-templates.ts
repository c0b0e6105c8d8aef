import { z } from 'zod';
import { isIsoDate } from '../domain/shared/iso-date.ts';

const text = z.string().trim().min(1).max(4000);
const isoDate = z.string().refine(isIsoDate);

export const letterheadSchema = z.object({
  lines: z.array(text).max(8),
  basmala: z.string().nullable(),
  logo: z.object({ format: z.enum(['png', 'jpeg']), base64: z.base64() }).nullable(),
  addressLine: z.string().nullable(),
});

/** `{"template":"plain","title":"...","paragraphs":["..."]}`: any text as a letter. */
export const plainLetterSchema = z.strictObject({
  template: z.literal('plain'),
  title: z.string().max(4000),
  paragraphs: z.array(z.string()),
  letterhead: letterheadSchema.optional(),
  number: text.optional(),
  date: isoDate.optional(),
  digits: z.enum(['latin', 'arabic-indic']).optional(),
});

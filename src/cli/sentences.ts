import type { FailureDetails } from './command-failure.ts';
import { ar } from './sentences-ar.ts';
import { en } from './sentences-en.ts';

/** What happened and the next step, in the reader's language; a code without a sentence is printed as it is. */
export function sentenceFor(lang: 'en' | 'ar', code: string, details: FailureDetails): string {
  const sentences: Readonly<Record<string, string>> = lang === 'ar' ? ar : en;
  const sentence = sentences[code] ?? sentences['other'] ?? code;
  const filled = sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'code' ? code : String(details[name] ?? '?'),
  );
  const line = details['line'];
  if (typeof line !== 'number' || sentence.includes('{line}')) return filled;
  return lang === 'ar' ? `${filled} (السطر ${line})` : `${filled} (line ${line})`;
}

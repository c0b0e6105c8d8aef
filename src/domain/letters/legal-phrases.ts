import { isolateFigures } from './isolate-figures.ts';
import { accordingTo } from './article-words.ts';
import { DAY, WORKING_DAY, countedWords } from './counted-words.ts';
import type { AppealPeriod, LetterReason } from './letter-data.ts';

/** One line of an officer's text, its figures isolated, ending in a full stop. */
export function sentence(text: string): string {
  const clean = isolateFigures(oneLine(text));
  return /[.؟!:]$/.test(clean) ? clean : `${clean}.`;
}

/** What an officer typed on several lines, on one. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function withoutStop(text: string): string {
  return oneLine(text).replace(/[.،؛]+$/, '');
}

/** A reason as one sentence that ends in the article that it rests on. */
export function reasonSentence({ text, article }: LetterReason): string {
  return sentence(article === null ? text : `${withoutStop(text)}، ${accordingTo(article)}`);
}

/**
 * The right of appeal: against refusal of an application within days of the decision (REG 5), against
 * any other measure within days of its notice (REG 28).
 */
export function rightOfAppeal(against: 'refusal' | 'measure', period: AppealPeriod): string {
  const days = countedWords(
    period.days,
    period.count === 'working' ? WORKING_DAY : DAY,
    'accusative',
  );
  const from = against === 'refusal' ? 'تاريخ القرار' : 'تاريخ تبليغكم به';
  const article = accordingTo(against === 'refusal' ? 'REG 5' : 'REG 28');
  return `ولكم حق التظلم من هذا القرار أمام اللجنة المختصة خلال مدة لا تتجاوز ${days} من ${from}، ${article}.`;
}

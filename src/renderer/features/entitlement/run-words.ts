import type { ChangeRow } from '../../../contract/entitlement.ts';
import { INELIGIBILITY_REASONS } from '../../../domain/entitlement/calculation.ts';
import { CHANGE_CAUSES, OBSTACLES } from '../../../domain/entitlement/eligibility-run.ts';
import { REASON_WORDS } from '../../../domain/entitlement/entitlement-words.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { wordsFor } from '../../lib/use-export.ts';

/** The ground on which somebody is not eligible, in a sentence; blank where there is none. */
export function groundWords(t: Translate, reason: string): string {
  const ground = INELIGIBILITY_REASONS.find((known) => known === reason);
  if (ground === undefined) return '';
  const { ar, en } = REASON_WORDS[ground].text;
  return t.language === 'ar' ? ar : en;
}

/** Everything that moves a pension, in words to read aloud. */
export function whyWords(t: Translate, { cause, reason, causes }: ChangeRow): string {
  const said = causes.flatMap(({ text }) =>
    text === null ? [] : [t.language === 'ar' ? text.ar : text.en],
  );
  if (said.length > 0) return said.join(t.language === 'ar' ? '؛ ' : '; ');
  const ground = groundWords(t, reason);
  return ground === '' ? t(`entitlement.cause.${cause}`) : ground;
}

export function changeExportWords(t: Translate): Record<string, string> {
  return {
    ...wordsFor(t, 'cause', CHANGE_CAUSES, 'entitlement.cause'),
    ...Object.fromEntries(
      INELIGIBILITY_REASONS.map((reason) => [`ineligibility.${reason}`, groundWords(t, reason)]),
    ),
  };
}

export const obstacleExportWords = (t: Translate): Record<string, string> =>
  wordsFor(t, 'obstacle', OBSTACLES, 'entitlement.obstacle');

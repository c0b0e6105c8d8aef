import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { ProgrammeTerms, TermsVersion } from './programme-terms.ts';

export const TERMS_STATES = ['inForce', 'coming', 'past', 'replaced'] as const;
export type TermsState = (typeof TERMS_STATES)[number];

/**
 * Whether terms can be recorded from a day on: what was asked of past applications stays as it was.
 * Errors: TERMS_IN_PAST (date), DOCUMENT_CODE_TWICE (code).
 */
export function checkTerms(
  terms: ProgrammeTerms,
  validFrom: IsoDate,
  today: IsoDate,
): Result<null, Refusal<'TERMS_IN_PAST' | 'DOCUMENT_CODE_TWICE'>> {
  if (validFrom < today) return refuse('TERMS_IN_PAST', { date: today });
  const seen = new Set<string>();
  for (const { code } of terms.documents) {
    if (seen.has(code)) return refuse('DOCUMENT_CODE_TWICE', { code });
    seen.add(code);
  }
  return ok(null);
}

/** Where a version stands on a day among all versions of its programme. */
export function termsState(
  version: Pick<TermsVersion, 'no' | 'validFrom'>,
  all: readonly Pick<TermsVersion, 'no' | 'validFrom'>[],
  today: IsoDate,
): TermsState {
  const later = all.filter(({ no }) => no !== version.no);
  if (later.some(({ no, validFrom }) => validFrom === version.validFrom && no > version.no))
    return 'replaced';
  if (version.validFrom > today) return 'coming';
  return later.some(({ validFrom }) => validFrom > version.validFrom && validFrom <= today)
    ? 'past'
    : 'inForce';
}

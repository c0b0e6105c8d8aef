import { letterSettings } from '../../../domain/cases/letter-head.ts';
import { REASON_WORDS } from '../../../domain/entitlement/entitlement-words.ts';
import { shortCitation } from '../../../domain/letters/article-words.ts';
import type { LetterData } from '../../../domain/letters/kinds/all-kinds.ts';
import type { JobContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { computeSum } from './compute-sum.ts';

/** A sum as a sheet for a walk-in, who is nobody on it. Errors: those of `computeSum`, LETTER_NOT_SET. */
export async function printEstimate(context: JobContext, household: unknown, office: LetterOffice) {
  const found = await computeSum(context, household);
  if (!found.ok) return found;
  const { month, calculation } = found.value;
  const sheet: LetterData<'amountExplained'> = {
    template: 'amountExplained',
    settings: letterSettings(context.settings),
    name: null,
    nationalId: null,
    month,
    madeOn: context.today,
    estimate: true,
    due: calculation.pension,
    dueLines: calculation.lines.map(({ text, article, amount }) => ({
      text: text.ar,
      article: shortCitation(article),
      amount,
    })),
    reasons: calculation.reasons.map((reason) => REASON_WORDS[reason].text.ar),
    used: null,
    causes: [],
    steps: [],
    arrived: null,
    underWay: null,
    remaining: null,
  };
  return office.preview(sheet);
}

import type { ExplainedSum, WhyAmount } from '../../../contract/why-amount.ts';
import { letterSettings } from '../../../domain/cases/letter-head.ts';
import { REASON_WORDS } from '../../../domain/entitlement/entitlement-words.ts';
import { shortCitation } from '../../../domain/letters/article-words.ts';
import type { LetterData } from '../../../domain/letters/kinds/all-kinds.ts';
import type { SumLine } from '../../../domain/letters/kinds/amount-explained.ts';
import { halalas, type Halalas } from '../../../domain/shared/halalas.ts';
import { riyadhDate, type IsoMonth } from '../../../domain/shared/iso-date.ts';
import { refuse } from '../../../domain/shared/result.ts';
import type { JobContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { explainMonth } from './explain-month.ts';

/** A line that rests on no article: an empty cell would part what stands beside it. */
const NO_ARTICLE = '—';

/** Why a month's amount is what it is, as a sheet for the beneficiary; nothing is kept. Errors: NOT_FOUND, LETTER_NOT_SET. */
export async function printAmountSheet(
  context: JobContext,
  subject: { readonly beneficiaryId: string; readonly month: IsoMonth },
  office: LetterOffice,
) {
  const person = await context.repos.registry.person(subject.beneficiaryId);
  if (person === undefined) return refuse('NOT_FOUND');
  const explained = await explainMonth(context, subject);
  if (!explained.ok) return explained;
  const sheet: LetterData<'amountExplained'> = {
    template: 'amountExplained',
    settings: letterSettings(context.settings),
    name: person.name,
    nationalId: person.nationalId,
    month: subject.month,
    madeOn: context.today,
    ...sheetOf(explained.value),
  };
  return office.preview(sheet);
}

function sheetOf({ now, used, causes, walk, arrived, underWay, remaining }: WhyAmount) {
  return {
    estimate: false,
    due: now?.sum.pension ?? halalas(0),
    dueLines: now === null ? [] : linesOf(now.sum),
    reasons: (now?.sum.reasons ?? []).map((reason) => REASON_WORDS[reason].text.ar),
    used: used && {
      on: riyadhDate(used.at),
      pension: used.sum.pension,
      lines: linesOf(used.sum),
    },
    causes: causes.map(sumLine),
    steps: walk.map(sumLine),
    arrived,
    underWay,
    remaining,
  };
}

function linesOf({ lines }: ExplainedSum): SumLine[] {
  return lines.map(({ personName, ...line }) => {
    const { text, ...rest } = sumLine(line);
    return { ...rest, text: personName === null ? text : `${text}: ${personName}` };
  });
}

function sumLine({
  text,
  article = '',
  amount,
}: {
  readonly text: { readonly ar: string };
  readonly article?: string;
  readonly amount: Halalas;
}): SumLine {
  return { text: text.ar, article: article === '' ? NO_ARTICLE : shortCitation(article), amount };
}

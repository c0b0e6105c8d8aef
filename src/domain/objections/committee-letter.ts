import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import { formatLetterDate } from '../shared/hijri.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { RefusalReason } from './objection-letter.ts';
import type { ReasonFinding } from './objection-status.ts';
import type { ContestedReason } from './objection.ts';

/** LAW 22: who looks into grievances. */
const COMMITTEE = 'رئيس اللجنة المختصة بالنظر في التظلمات';

export interface ReferredObjection {
  readonly number: string;
  readonly filedOn: IsoDate;
  readonly refusedOn: IsoDate;
  readonly notifiedOn: IsoDate;
  /** Why a supervisor let it be filed after its period; null where it was in time. */
  readonly lateReason: string | null;
  /** In the objector's words. */
  readonly statement: string;
  /** In the officer's words: what the committee is asked. */
  readonly question: string;
  readonly reasons: readonly ContestedReason[];
}

const FOUND: Readonly<Record<ReasonFinding, string>> = {
  notProven: 'لم يثبت لدى الفرع',
  ceased: 'زال لاحقاً',
  proven: 'ثابت لدى الفرع',
};

/** @param papers Titles of what is enclosed. */
export function committeeLetter(
  objection: ReferredObjection,
  texts: ReadonlyMap<string, RefusalReason>,
  papers: readonly string[],
  head: DecisionLetterData,
): LetterData<'committeeReferral'> {
  const { number, filedOn, question } = objection;
  return {
    template: 'committeeReferral',
    ...head,
    committee: COMMITTEE,
    of: { type: 'objection', number, filedOn },
    caseFacts: factsOf(objection, texts),
    question,
    opinion: null,
    papers,
  };
}

export function committeeLetterSubject(number: string): string {
  return `إحالة الاعتراض رقم ${number} إلى اللجنة`;
}

function factsOf(
  { filedOn, refusedOn, notifiedOn, lateReason, statement, reasons }: ReferredObjection,
  texts: ReadonlyMap<string, RefusalReason>,
): string[] {
  const filing =
    lateReason === null
      ? `قُدّم الاعتراض في ${formatLetterDate(filedOn)}، خلال المدة النظامية`
      : `قُدّم الاعتراض في ${formatLetterDate(filedOn)} بعد المدة النظامية، وقُبل تقديمه للسبب الآتي: ${oneLine(lateReason)}`;
  return [
    `صدر قرار عدم الأهلية في ${formatLetterDate(refusedOn)}، وأُبلغ به صاحب الشأن في ${formatLetterDate(notifiedOn)}`,
    filing,
    `مما جاء في الاعتراض: ${oneLine(statement)}`,
    ...reasons.map((reason) => reasonFact(reason, texts.get(reason.code))),
  ];
}

function reasonFact({ code, found }: ContestedReason, text: RefusalReason | undefined): string {
  const reason = `من أسباب القرار: ${text?.textAr ?? code}`;
  if (found === null) return `${reason}، ولم ينته الفرع فيه إلى نتيجة`;
  return `${reason}، وهو ${FOUND[found.finding]}: ${oneLine(found.note)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\r?\n\s*/g, '، ').trim();
}

import type { ReasonFinding } from '../../objections/objection-status.ts';
import type { Halalas } from '../../shared/halalas.ts';
import { formatLetterDate } from '../../shared/hijri.ts';
import { isolate } from '../../shared/isolate.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { withDigits } from '../digits.ts';
import type { DecisionLetterData, LetterReason } from '../letter-data.ts';
import type { LetterBlock, LetterModel } from '../letter-model.ts';
import {
  amountWithWords,
  decisionLetter,
  numberedReasons,
  paragraph,
  rightOfAppeal,
  sentence,
  withoutStop,
} from '../letter-parts.ts';
import { monthName } from '../months-phrase.ts';

/** One coded reason of the refusal with what the review found about it. */
export interface ObjectionFinding {
  readonly reason: string;
  readonly article: string | null;
  readonly finding: ReasonFinding;
  /** Why, in the officer's words; null when the finding says it all. */
  readonly note: string | null;
}

export interface ObjectionDecidedData extends DecisionLetterData {
  readonly objection: {
    readonly number: string;
    readonly filedOn: IsoDate;
    /** Day of the refusal that is contested. */
    readonly refusedOn: IsoDate;
  };
  readonly outcome: 'accepted' | 'partlyAccepted' | 'rejected';
  readonly findings: readonly ObjectionFinding[];
  /** The officer's reasoning for the whole; null when the findings suffice. */
  readonly reasoning: string | null;
  /** Month from which the pension is due; accepted objections only. */
  readonly eligibleFrom: IsoMonth | null;
  /** Monthly pension in halalas; accepted objections only. */
  readonly monthlyPension: Halalas | null;
}

const DECISIONS: Readonly<Record<ObjectionDecidedData['outcome'], string>> = {
  accepted: 'قبوله',
  partlyAccepted: 'قبوله جزئياً',
  rejected: 'رفضه',
};

/** Objection to ineligibility decided: each contested reason, the outcome, what follows from it. */
export function objectionDecidedLetter(data: ObjectionDecidedData): LetterModel {
  const { objection, findings } = data;
  const number = isolate(objection.number);
  return withDigits(
    decisionLetter(data, `نتيجة الاعتراض رقم ${number}`, [
      paragraph(
        `إشارةً إلى اعتراضكم المقدم في ${formatLetterDate(objection.filedOn)} على القرار الصادر في ${formatLetterDate(objection.refusedOn)} بعدم الأهلية لمعاش الضمان الاجتماعي، نفيدكم بأنه بعد دراسة الاعتراض ومرفقاته ومراجعة السجلات تقرر `,
        { strong: DECISIONS[data.outcome] },
        findings.length === 0 ? '.' : ' للأسباب الآتية:',
      ),
      ...(findings.length === 0 ? [] : [numberedReasons(findings.map(findingReason))]),
      ...(data.reasoning === null ? [] : [paragraph(sentence(data.reasoning))]),
      paragraph(consequence(data)),
      // What was granted in full leaves nothing to contest before the committee.
      ...(data.outcome === 'accepted' ? [] : [rightOfAppeal('refusal', data.appeal)]),
    ] satisfies LetterBlock[]),
  );
}

function findingReason({ reason, article, finding, note }: ObjectionFinding): LetterReason {
  const found: Readonly<Record<ReasonFinding, string>> = {
    notProven: 'غير ثابت',
    ceased: 'زال بعد صدور القرار',
    proven: 'ثابت',
  };
  const why = note === null ? '' : `: ${withoutStop(note)}`;
  return {
    text: `بشأن سبب عدم الأهلية «${withoutStop(reason)}» تبيّن أنه ${found[finding]}${why}`,
    article,
  };
}

function consequence(data: ObjectionDecidedData): string {
  if (data.outcome === 'rejected') return 'وعليه يبقى القرار محل الاعتراض قائماً.';
  if (data.outcome === 'partlyAccepted') {
    return 'وعليه تُستبعد الأسباب التي لم تثبت أو زالت، ويبقى القرار محل الاعتراض قائماً لما ثبت منها.';
  }
  const from = data.eligibleFrom === null ? '' : ` اعتباراً من شهر ${monthName(data.eligibleFrom)}`;
  const pension =
    data.monthlyPension === null || data.monthlyPension <= 0
      ? ''
      : `، بمعاش شهري قدره ${amountWithWords(data.monthlyPension, 'nominative')}`;
  return `وعليه أُلغي القرار محل الاعتراض وثبتت أهليتكم للمعاش${from}${pension}.`;
}

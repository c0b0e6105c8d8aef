import type { Channel } from '../complaints/complaint-status.ts';
import { citeArticle } from '../letters/article-words.ts';
import { isolateFigures } from '../letters/isolate-figures.ts';
import type { LetterBlock, RichText } from '../letters/letter-model.ts';
import { sentence, withoutStop } from '../letters/legal-phrases.ts';
import type { ObjectionOutcome, ReasonFinding } from '../objections/objection-status.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { day, fields, numbered, section, table, written } from './dossier-sheet.ts';
import {
  CHANNEL_WORDS,
  OBJECTION_OUTCOME_WORDS,
  REASON_FINDING_WORDS,
  relationWords,
} from './dossier-words.ts';

export interface ObjectionFacts {
  readonly refusedOn: IsoDate;
  readonly channel: Channel;
  readonly statement: string;
  readonly lateReason: string | null;
  readonly period: {
    readonly notifiedOn: IsoDate;
    readonly endsOn: IsoDate;
    readonly inTime: boolean;
  };
  readonly firstDecidedBy: string | null;
  readonly reasons: readonly {
    readonly textAr: string;
    readonly article: string;
    readonly finding: ReasonFinding | null;
    readonly note: string | null;
    readonly evidence: { readonly title: string; readonly page: number } | null;
  }[];
  readonly household: readonly {
    readonly name: string;
    readonly relation: string;
    readonly birthDate: IsoDate;
  }[];
  readonly decision: {
    readonly outcome: ObjectionOutcome;
    readonly reasoning: string;
    readonly proposedBy: string | null;
    readonly approvedBy: string | null;
  } | null;
}

/** What was refused and why, what was found on each reason, and what was decided. */
export function objectionFacts(facts: ObjectionFacts): LetterBlock[] {
  const { period, reasons, household, decision } = facts;
  return [
    section('القرار المعترض عليه'),
    fields(
      [
        ['صدر في', day(facts.refusedOn)],
        ['بُلّغ في', day(period.notifiedOn)],
        ['تنتهي المدة في', day(period.endsOn)],
        ['الاعتراض', period.inTime ? 'في المدة' : 'بعد المدة'],
        ['وردت عبر', CHANNEL_WORDS[facts.channel]],
        ['أصدر القرار الأول', facts.firstDecidedBy],
      ],
      1,
    ),
    section('نص الاعتراض'),
    ...written(facts.statement),
    ...(facts.lateReason === null ? [] : written(`قُدّم بعد المدة بإذن مشرف: ${facts.lateReason}`)),
    section('أسباب عدم الأهلية وما ثبت فيها'),
    numbered(reasons.map(reasonText)),
    ...(household.length === 0
      ? []
      : [
          section('أفراد الأسرة في السجل'),
          table(
            [
              { title: 'الاسم', share: 24 },
              { title: 'الصلة', share: 12 },
              { title: 'تاريخ الميلاد', share: 18 },
            ],
            household.map(({ name, relation, birthDate }) => [
              name,
              relationWords(relation),
              day(birthDate) ?? '',
            ]),
          ),
        ]),
    ...(decision === null
      ? []
      : [
          section(decision.approvedBy === null ? 'القرار المقترح' : 'القرار'),
          fields([
            ['النتيجة', OBJECTION_OUTCOME_WORDS[decision.outcome]],
            ['اقترحه', decision.proposedBy],
            ['اعتمده', decision.approvedBy],
          ]),
          ...written(decision.reasoning),
        ]),
  ];
}

function reasonText(reason: ObjectionFacts['reasons'][number]): RichText {
  const { textAr, article, finding, note, evidence } = reason;
  const cited = article === '' ? '' : ` (${citeArticle(article)})`;
  const found = finding === null ? 'لم تُسجل له نتيجة' : REASON_FINDING_WORDS[finding];
  return [
    `${isolateFigures(withoutStop(textAr))}${cited}. `,
    { strong: `${found}. ` },
    note === null ? '' : `${sentence(note)} `,
    evidence === null ? '' : `المستند: «${evidence.title}»، صفحة ${evidence.page}.`,
  ].filter((span) => span !== '');
}

import { isolateFigures } from '../isolate-figures.ts';
import { sentence } from '../legal-phrases.ts';
import type { DecisionLetterData } from '../letter-data.ts';
import { idLabel } from '../letter-frame.ts';
import { caseName, caseWithDay, filedBy, type LetterCase } from './letter-case.ts';
import { HEAD_FIELDS, defineKind, headFacts } from './kind-definition.ts';

export interface CommitteeReferralData extends DecisionLetterData {
  readonly committee: string;
  readonly of: LetterCase;
  /** What is established, one statement each. */
  readonly caseFacts: readonly string[];
  readonly question: string;
  /** What the branch thinks; null where it leaves it open. */
  readonly opinion: string | null;
  /** The papers that go with it. */
  readonly papers: readonly string[];
}

/** LAW 22: the committee of grievances; the branch lays a case before it. */
export const committeeReferral = defineKind<CommitteeReferralData>()({
  recipient: ({ committee }) => committee,
  listedEnclosures: ({ papers }) => papers.length,
  fields: {
    ...HEAD_FIELDS,
    caseName: {
      type: 'phrase',
      requiredBy: 'purpose',
      ar: 'المعاملة برقمها',
      en: 'The case by its number',
    },
    caseWithDay: { type: 'phrase', ar: 'المعاملة برقمها وتاريخها', en: 'The case with its day' },
    filedBy: {
      type: 'phrase',
      ar: 'المقدم من أو المقدمة من',
      en: 'Filed by, agreeing with the case',
    },
    idKind: {
      type: 'phrase',
      ar: 'نوع رقم الهوية: السجل المدني أو رقم الإقامة',
      en: 'What the ID is: civil registry or residence permit',
    },
    caseFacts: {
      type: 'list',
      requiredBy: 'purpose',
      ar: 'الوقائع الثابتة',
      en: 'The established facts',
      row: { fact: { type: 'phrase', ar: 'الواقعة جملةً تامة', en: 'The fact as a sentence' } },
    },
    question: {
      type: 'phrase',
      requiredBy: 'purpose',
      ar: 'المسألة المعروضة على اللجنة',
      en: 'The question to the committee',
    },
    opinion: { type: 'phrase', optional: true, ar: 'رأي الفرع', en: "The branch's opinion" },
    papers: {
      type: 'list',
      ar: 'المرفقات',
      en: 'The enclosures',
      row: { paper: { type: 'text', ar: 'المرفق', en: 'Enclosure' } },
    },
  },
  facts: (data) => ({
    ...headFacts(data),
    caseName: caseName(data.of),
    caseWithDay: caseWithDay(data.of),
    filedBy: filedBy(data.of),
    idKind: idLabel(data.addressee.nationalId),
    caseFacts: data.caseFacts.map((fact) => ({ fact: sentence(fact) })),
    question: sentence(data.question),
    opinion: data.opinion === null ? null : sentence(data.opinion),
    papers: data.papers.map((paper) => ({ paper: isolateFigures(paper) })),
  }),
});

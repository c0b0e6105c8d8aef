import type { LetterContent } from '../letters/compose-letter.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import type { ResumeGuidanceData } from '../letters/templates/resume-guidance.ts';
import { monthName } from '../letters/months-phrase.ts';
import type { IsoMonth } from '../shared/iso-date.ts';

export type Guidance = Omit<ResumeGuidanceData, keyof DecisionLetterData>;

export function guidanceSheet(guidance: Guidance, head: DecisionLetterData): LetterContent {
  return { template: 'resumeGuidance', ...head, ...guidance };
}

export function guidanceSubject(month: IsoMonth): string {
  return `إرشادات بشأن دفعة شهر ${monthName(month)}`;
}

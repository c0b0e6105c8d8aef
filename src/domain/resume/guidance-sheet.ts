import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { ResumeGuidanceData } from '../letters/kinds/resume-guidance.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import { monthName } from '../letters/months-phrase.ts';
import type { IsoMonth } from '../shared/iso-date.ts';

export type Guidance = Omit<ResumeGuidanceData, keyof DecisionLetterData>;

export function guidanceSheet(
  guidance: Guidance,
  head: DecisionLetterData,
): LetterData<'resumeGuidance'> {
  return { template: 'resumeGuidance', ...head, ...guidance };
}

export function guidanceSubject(month: IsoMonth): string {
  return `إرشادات بشأن دفعة شهر ${monthName(month)}`;
}

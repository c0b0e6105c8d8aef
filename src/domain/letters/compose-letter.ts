import { assertNever } from '../shared/assert-never.ts';
import type { LetterModel } from './letter-model.ts';
import type {
  ComplaintAcceptedData,
  ComplaintRejectedData,
} from './templates/complaint-letters.ts';
import { complaintAcceptedLetter, complaintRejectedLetter } from './templates/complaint-letters.ts';
import type { ObjectionDecidedData } from './templates/objection-letter.ts';
import { objectionDecidedLetter } from './templates/objection-letter.ts';
import type { PlainLetterData } from './templates/plain.ts';
import { plainLetter } from './templates/plain.ts';
import type { ResumeGuidanceData } from './templates/resume-guidance.ts';
import { resumeGuidanceLetter } from './templates/resume-guidance.ts';

/** The data of a letter with the name of its template: what is queued, archived and printed from. */
export type LetterContent =
  | ({ readonly template: 'plain' } & PlainLetterData)
  | ({ readonly template: 'complaintAccepted' } & ComplaintAcceptedData)
  | ({ readonly template: 'complaintRejected' } & ComplaintRejectedData)
  | ({ readonly template: 'objectionDecided' } & ObjectionDecidedData)
  | ({ readonly template: 'resumeGuidance' } & ResumeGuidanceData);

/**
 * The letter that a template makes of its data. All dates must lie from 1318 to 1500H, which the
 * schema of the content checks.
 */
export function composeLetter(content: LetterContent): LetterModel {
  switch (content.template) {
    case 'plain':
      return plainLetter(content);
    case 'complaintAccepted':
      return complaintAcceptedLetter(content);
    case 'complaintRejected':
      return complaintRejectedLetter(content);
    case 'objectionDecided':
      return objectionDecidedLetter(content);
    case 'resumeGuidance':
      return resumeGuidanceLetter(content);
    default:
      return assertNever(content);
  }
}

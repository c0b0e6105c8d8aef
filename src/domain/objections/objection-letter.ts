import type { LetterData } from '../letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../letters/letter-data.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { ObjectionOutcome } from './objection-status.ts';
import type { ContestedReason } from './objection.ts';

/** A reason of the code table, as the letter prints it; `article` is blank where no text names one. */
export interface RefusalReason {
  readonly code: string;
  readonly textAr: string;
  readonly textEn: string;
  readonly article: string;
}

export interface DecidedObjection {
  readonly number: string;
  readonly filedOn: IsoDate;
  readonly refusedOn: IsoDate;
  readonly outcome: Exclude<ObjectionOutcome, 'committee'>;
  readonly reasoning: string;
  readonly reasons: readonly ContestedReason[];
}

/** The letter that tells how an objection was decided. A question to the committee has none: the committee answers. */
export function objectionLetter(
  { number, filedOn, refusedOn, outcome, reasoning, reasons }: DecidedObjection,
  texts: ReadonlyMap<string, RefusalReason>,
  head: DecisionLetterData,
): LetterData<'objectionAccepted' | 'objectionPartlyAccepted' | 'objectionRejected'> {
  const decided = {
    ...head,
    objection: { number, filedOn, refusedOn },
    findings: reasons.flatMap(({ code, found }) =>
      found === null
        ? []
        : [
            {
              reason: texts.get(code)?.textAr ?? code,
              article: texts.get(code)?.article || null,
              finding: found.finding,
              note: found.note,
            },
          ],
    ),
    reasoning,
  };
  switch (outcome) {
    case 'accepted':
      return {
        template: 'objectionAccepted',
        ...decided,
        eligibleFrom: null,
        monthlyPension: null,
      };
    case 'partlyAccepted':
      return { template: 'objectionPartlyAccepted', ...decided };
    case 'rejected':
      return { template: 'objectionRejected', ...decided };
  }
}

export function objectionLetterSubject(number: string): string {
  return `نتيجة الاعتراض رقم ${number}`;
}

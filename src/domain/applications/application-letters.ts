import type { LetterData } from '../letters/kinds/all-kinds.ts';
import { completionWarning, type LetterApplication } from '../letters/kinds/application-kinds.ts';
import type { DecisionLetterData, LetterReason } from '../letters/letter-data.ts';
import type { RefusalReason } from '../objections/objection-letter.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import type { AskedDocument } from '../cases/documents-request.ts';
import type { Acceptance, Completion, RefusalGround } from './application.ts';

type Write<Kind extends LetterData['template']> = (head: DecisionLetterData) => LetterData<Kind>;

/** A paper of the check list as letters name it. */
export interface ListedPaper {
  readonly title: string;
  readonly come: boolean;
}

/** Errors: DEADLINE_UNKNOWN: a receipt promises a day. */
export function applicationReceipt(
  application: LetterApplication,
  papers: readonly ListedPaper[],
  decideBy: IsoDate | null,
): Result<Write<'applicationReceipt'>, Refusal> {
  if (decideBy === null) return refuse('DEADLINE_UNKNOWN', { number: application.number });
  return ok((head) => ({
    template: 'applicationReceipt',
    ...head,
    application,
    documents: papers.filter(({ come }) => come).map(({ title }) => title),
    missing: papers.filter(({ come }) => !come).map(({ title }) => title),
    decideBy,
  }));
}

/** What was computed and from when it is paid. */
export function acceptanceLetter(
  application: LetterApplication,
  { from, assessment }: Acceptance,
  iban: string | null,
): Write<'applicationAccepted'> {
  const calculation = assessment?.calculation ?? null;
  return (head) => ({
    template: 'applicationAccepted',
    ...head,
    application,
    from,
    monthlyPension: calculation?.pension ?? null,
    lines: (calculation?.lines ?? []).map(({ text, article, amount }) => ({
      text: text.ar,
      article,
      amount,
    })),
    iban,
    note: null,
  });
}

/** LAW 6: a refusal states its reasons, each with the article that it rests on, and REG 14 the way to a review. */
export function refusalLetter(
  { number, filedOn }: LetterApplication,
  {
    reasons,
    reasoning,
  }: { readonly reasons: readonly RefusalGround[]; readonly reasoning: string },
  texts: ReadonlyMap<string, RefusalReason>,
  mayAskReview: boolean,
): Write<'ineligibility'> {
  return (head) => ({
    template: 'ineligibility',
    ...head,
    application: { number, filedOn },
    reasons: reasons.map(({ code, note }): LetterReason => {
      const text = texts.get(code);
      const words = text?.textAr ?? code;
      return {
        text: note.trim() === '' ? words : `${words}: ${note.trim()}`,
        article: text?.article || null,
      };
    }),
    note: reasoning,
    mayAskReview,
  });
}

/** @param missing Titles of papers and lines of data that have not come. */
export function cancellationLetter(
  application: LetterApplication,
  { askedOn, dueOn }: Completion,
  missing: readonly string[],
): Write<'applicationCancelled'> {
  return (head) => ({
    template: 'applicationCancelled',
    ...head,
    application,
    askedOn,
    dueOn,
    missing,
  });
}

export function withdrawalLetter(
  application: LetterApplication,
  withdrawnOn: IsoDate,
  notPaidFrom: IsoMonth | null,
): Write<'applicationWithdrawn'> {
  return (head) => ({
    template: 'applicationWithdrawn',
    ...head,
    application,
    withdrawnOn,
    notPaidFrom,
  });
}

/** The check list of a completion: what is missing, what has come, data that is unclear, and what follows from delay. */
export function completionRequest(
  missing: readonly string[],
  come: readonly string[],
  data: readonly string[],
  note: string,
  dueOn: IsoDate,
): { readonly documents: AskedDocument[]; readonly deliverBy: IsoDate; readonly note: string } {
  const warning = completionWarning(dueOn);
  return {
    documents: [
      ...missing.map((text) => ({ text, received: false })),
      ...data.map((text) => ({ text: `بيان: ${text}`, received: false })),
      ...come.map((text) => ({ text, received: true })),
    ],
    deliverBy: dueOn,
    note: note.trim() === '' ? warning : `${note.trim().replace(/[.،]?$/, '.')} ${warning}`,
  };
}

export const APPLICATION_SUBJECTS = {
  receipt: (number: string) => `استلام الطلب رقم ${number}`,
  acceptance: (number: string) => `الموافقة النهائية على الطلب رقم ${number}`,
  refusal: (number: string) => `قرار عدم الأهلية في الطلب رقم ${number}`,
  cancellation: (number: string) => `إلغاء الطلب رقم ${number}`,
  withdrawal: (number: string) => `سحب الطلب رقم ${number}`,
} as const;

import {
  committeeLetter,
  committeeLetterSubject,
} from '../../../domain/objections/committee-letter.ts';
import {
  INELIGIBILITY_SUBJECT,
  ineligibilityLetter,
} from '../../../domain/objections/ineligibility-letter.ts';
import { isClosed } from '../../../domain/objections/objection.ts';
import {
  objectionReceipt,
  objectionReceiptSubject,
} from '../../../domain/objections/objection-receipt.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { ObjectionFile } from '../objections/ports.ts';
import type { CasePerson } from '../cases/ports.ts';
import type { Offer, OfferContext } from './offer.ts';

/** A receipt while it is open, the referral once the committee is asked, the refusal itself once it stood. */
export async function objectionOffers(context: OfferContext, id: string): Promise<Offer[]> {
  const { repos } = context;
  const file = await repos.objections.byId(id);
  const person = file && (await repos.casePeople.byId(file.beneficiaryId));
  if (!file || !person) return [];
  const { number, refusedOn, state } = file;
  const texts = new Map((await repos.objections.refusalReasons()).map((text) => [text.code, text]));
  const base = { person, onceSince: '' } as const;
  const of = (subject: string) =>
    ({ caseType: 'objection', caseId: id, caseNumber: number, subject }) as const;
  if (!isClosed(state.status)) {
    const { filedOn, deadlineOn } = state;
    const reasons = state.reasons.map(({ code }) => code);
    const filed = { number, filedOn, refusedOn, deadlineOn, reasons };
    return [
      {
        ...base,
        kind: 'objectionReceipt',
        of: of(objectionReceiptSubject(number)),
        decidedBy: null,
        write: ({ documents }) => objectionReceipt(filed, texts, documents),
      },
    ];
  }
  if (state.status === 'committee') return [await referralOffer(context, file, person)];
  if (state.status !== 'rejected') return [];
  return [
    {
      ...base,
      kind: 'ineligibility',
      of: of(INELIGIBILITY_SUBJECT),
      decidedBy: state.proposedBy,
      write: () => ineligibilityLetter(state, person.eligibility, texts),
    },
  ];
}

/** The question to the committee with what is established and what is enclosed. */
export async function referralOffer(
  { repos }: OfferContext,
  { id, number, refusedOn, notifiedOn, lateReason, statement, state }: ObjectionFile,
  person: CasePerson,
): Promise<Offer> {
  const texts = new Map((await repos.objections.refusalReasons()).map((text) => [text.code, text]));
  const papers = (await repos.documents.of('objection', id)).map(({ title }) => title);
  const referred = {
    number,
    filedOn: state.filedOn,
    refusedOn,
    notifiedOn,
    lateReason,
    statement,
    question: state.proposal?.reasoning ?? '',
    reasons: state.reasons,
  };
  return {
    kind: 'committeeReferral',
    of: {
      caseType: 'objection',
      caseId: id,
      caseNumber: number,
      subject: committeeLetterSubject(number),
    },
    person,
    toAnother: true,
    decidedBy: state.proposedBy,
    onceSince: '',
    write: () => ok((head) => committeeLetter(referred, texts, papers, head)),
  };
}

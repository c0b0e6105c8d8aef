import { ok, refuse } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { printComplaintForm } from './complaint-form.ts';
import { draftOffer, isDraftedBy, issueOffer } from './issue-offer.ts';
import { issueRequest } from './issue-request.ts';
import { lettersOfCase } from './letters-of-case.ts';
import { offersOf } from './offers.ts';

/** Letters from where officers work: what a case has, what it can lead to, and writing it. */
export function createCaseLetterHandlers(office: LetterOffice): AreaHandlers<'caseLetters'> {
  return {
    'caseLetters.of': (context, subject) => lettersOfCase(context, subject),
    'caseLetters.issue': async (context, { of, kind, more }) => {
      const offers = await offersOf(context, of);
      const offer = offers.find((one) => one.kind === kind);
      if (!offer) return refuse('NOT_OFFERED');
      if (isDraftedBy(offer, context.officer.id)) {
        const drafted = await draftOffer(context, offer, more);
        return drafted.ok ? ok({ letter: null, draftId: drafted.value.draftId }) : drafted;
      }
      const issued = await issueOffer(context, offer, more, office);
      return issued.ok ? ok({ letter: issued.value, draftId: null }) : issued;
    },
    'caseLetters.askForDocuments': (context, { beneficiaryId, request }) =>
      issueRequest(context, beneficiaryId, null, request, office),
    'caseLetters.complaintForm': (context, { beneficiaryId }) =>
      printComplaintForm(context, beneficiaryId, office),
  };
}

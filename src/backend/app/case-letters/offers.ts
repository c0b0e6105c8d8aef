import type { LetterSubject } from '../../../contract/case-letters.ts';
import {
  APPLICATION_SUBJECTS,
  applicationReceipt,
} from '../../../domain/applications/application-letters.ts';
import { isClosed as isApplicationClosed } from '../../../domain/applications/application.ts';
import {
  complaintReceipt,
  complaintReceiptSubject,
} from '../../../domain/complaints/complaint-receipt.ts';
import { isDecided } from '../../../domain/complaints/complaint.ts';
import {
  CERTIFICATE_SUBJECT,
  pensionCertificate,
} from '../../../domain/registry/pension-certificate.ts';
import { ok } from '../../../domain/shared/result.ts';
import { gatherLetter } from '../applications/issue-letters.ts';
import type { Offer, OfferContext } from './offer.ts';
import { objectionOffers } from './objection-offers.ts';
import { lifeOffers, paymentOffers } from './payment-offers.ts';

/** The letters that a case, a payment or a person could lead to now; none where there is no such thing. */
export function offersOf(context: OfferContext, { type, id }: LetterSubject): Promise<Offer[]> {
  switch (type) {
    case 'complaint':
      return complaintOffers(context, id);
    case 'objection':
      return objectionOffers(context, id);
    case 'application':
      return applicationOffers(context, id);
    case 'payment':
      return paymentOffers(context, id);
    case 'life':
      return lifeOffers(context, id);
    case 'person':
      return personOffers(context, id);
  }
}

async function complaintOffers({ repos }: OfferContext, id: string): Promise<Offer[]> {
  const file = await repos.complaints.byId(id);
  const person = file && (await repos.casePeople.byId(file.beneficiaryId));
  if (!file || !person || isDecided(file.state.status)) return [];
  const { ticket, category, months, state } = file;
  const { filedOn, deadlineOn } = state;
  const filed = {
    ticket,
    category,
    filedOn,
    deadlineOn,
    months: months.map(({ month }) => month),
  };
  return [
    {
      kind: 'complaintReceipt',
      of: {
        caseType: 'complaint',
        caseId: id,
        caseNumber: ticket,
        subject: complaintReceiptSubject(ticket),
      },
      person,
      decidedBy: null,
      onceSince: '',
      write: ({ documents }) => complaintReceipt(filed, documents),
    },
  ];
}

/** The receipt, where none was handed over when it was submitted. */
async function applicationOffers(context: OfferContext, id: string): Promise<Offer[]> {
  const gathered = await gatherLetter(context, id);
  if (gathered === undefined || isApplicationClosed(gathered.file.state.status)) return [];
  const { file, person, application, papers } = gathered;
  const subject = APPLICATION_SUBJECTS.receipt(application.number);
  return [
    {
      kind: 'applicationReceipt',
      of: { caseType: 'application', caseId: id, caseNumber: application.number, subject },
      person,
      decidedBy: null,
      onceSince: '',
      write: () => applicationReceipt(application, papers, file.state.deadlineOn),
    },
  ];
}

async function personOffers({ repos, settings }: OfferContext, id: string): Promise<Offer[]> {
  const person = await repos.casePeople.byId(id);
  if (!person) return [];
  const certified = pensionCertificate(await repos.registry.payments(id), settings.paidStatuses);
  return [
    {
      kind: 'pensionCertificate',
      of: { caseType: 'beneficiary', caseId: id, caseNumber: '', subject: CERTIFICATE_SUBJECT },
      person,
      decidedBy: null,
      onceSince: null,
      write: ({ forWhom }) => {
        if (!certified.ok) return certified;
        return ok((head) => certified.value(head, forWhom));
      },
    },
  ];
}

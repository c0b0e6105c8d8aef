import type { LetterKind } from '../letter-kinds.ts';
import type { Facts, FieldCatalogue } from '../template-fields.ts';
import {
  applicationAccepted,
  applicationCancelled,
  applicationReceipt,
  applicationWithdrawn,
  type ApplicationAcceptedData,
  type ApplicationCancelledData,
  type ApplicationReceiptData,
  type ApplicationWithdrawnData,
} from './application-kinds.ts';
import { amountExplained, type AmountExplainedData } from './amount-explained.ts';
import { committeeReferral, type CommitteeReferralData } from './committee-referral.ts';
import { complaintForm, type ComplaintFormData } from './complaint-form.ts';
import {
  complaintAccepted,
  complaintPartlyAccepted,
  complaintReceipt,
  complaintRejected,
  type ComplaintAcceptedData,
  type ComplaintReceiptData,
  type ComplaintRejectedData,
} from './complaint-kinds.ts';
import { differencePayment, type DifferencePaymentData } from './difference-payment.ts';
import { documentsRequest, type DocumentsRequestData } from './documents-request.ts';
import { ineligibility, type IneligibilityData } from './ineligibility.ts';
import type { KindDefinition } from './kind-definition.ts';
import {
  objectionAccepted,
  objectionPartlyAccepted,
  objectionReceipt,
  objectionRejected,
  type ObjectionAcceptedData,
  type ObjectionReceiptData,
  type ObjectionRejectedData,
} from './objection-kinds.ts';
import { pensionCertificate, type PensionCertificateData } from './pension-certificate.ts';
import {
  pensionHeld,
  pensionResumed,
  pensionStopped,
  type PensionHeldData,
  type PensionResumedData,
  type PensionStoppedData,
} from './pension-kinds.ts';
import { plain, type PlainLetterData } from './plain.ts';
import { recoveryNotice, type RecoveryNoticeData } from './recovery-notice.ts';
import { resumeGuidance, type ResumeGuidanceData } from './resume-guidance.ts';

/** The data of each kind of letter. */
export interface DataOfKind {
  complaintReceipt: ComplaintReceiptData;
  objectionReceipt: ObjectionReceiptData;
  documentsRequest: DocumentsRequestData;
  complaintAccepted: ComplaintAcceptedData;
  complaintPartlyAccepted: ComplaintAcceptedData;
  complaintRejected: ComplaintRejectedData;
  objectionAccepted: ObjectionAcceptedData;
  objectionPartlyAccepted: ObjectionRejectedData;
  objectionRejected: ObjectionRejectedData;
  applicationReceipt: ApplicationReceiptData;
  applicationAccepted: ApplicationAcceptedData;
  applicationCancelled: ApplicationCancelledData;
  applicationWithdrawn: ApplicationWithdrawnData;
  ineligibility: IneligibilityData;
  pensionStopped: PensionStoppedData;
  pensionHeld: PensionHeldData;
  pensionResumed: PensionResumedData;
  resumeGuidance: ResumeGuidanceData;
  differencePayment: DifferencePaymentData;
  recoveryNotice: RecoveryNoticeData;
  committeeReferral: CommitteeReferralData;
  pensionCertificate: PensionCertificateData;
  complaintForm: ComplaintFormData;
  amountExplained: AmountExplainedData;
  plain: PlainLetterData;
}

/** The data of a letter with the name of its kind. */
export type LetterData<Kind extends LetterKind = LetterKind> = {
  [One in Kind]: { readonly template: One } & DataOfKind[One];
}[Kind];

const KINDS: { readonly [Kind in LetterKind]: KindDefinition<DataOfKind[Kind]> } = {
  complaintReceipt,
  objectionReceipt,
  documentsRequest,
  complaintAccepted,
  complaintPartlyAccepted,
  complaintRejected,
  objectionAccepted,
  objectionPartlyAccepted,
  objectionRejected,
  applicationReceipt,
  applicationAccepted,
  applicationCancelled,
  applicationWithdrawn,
  ineligibility,
  pensionStopped,
  pensionHeld,
  pensionResumed,
  resumeGuidance,
  differencePayment,
  recoveryNotice,
  committeeReferral,
  pensionCertificate,
  complaintForm,
  amountExplained,
  plain,
};

/** The fields that templates of a kind may name. */
export function fieldsOfKind(kind: LetterKind): FieldCatalogue {
  return KINDS[kind].fields;
}

/** The values of a letter's fields. */
export function factsOf<Kind extends LetterKind>(content: LetterData<Kind>): Facts {
  const definition: KindDefinition<DataOfKind[Kind]> = KINDS[content.template];
  return definition.facts(content);
}

/** To whom a letter is written that is not to the person it is about. */
export function recipientOf<Kind extends LetterKind>(content: LetterData<Kind>): string | null {
  const definition: KindDefinition<DataOfKind[Kind]> = KINDS[content.template];
  return definition.recipient?.(content) ?? null;
}

/** How many papers a letter lists itself. */
export function listedEnclosures<Kind extends LetterKind>(content: LetterData<Kind>): number {
  const definition: KindDefinition<DataOfKind[Kind]> = KINDS[content.template];
  return definition.listedEnclosures?.(content) ?? 0;
}

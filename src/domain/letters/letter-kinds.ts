/** Every kind of letter that a branch writes; the texts of each are a template. */
export const LETTER_KINDS = [
  'complaintReceipt',
  'objectionReceipt',
  'documentsRequest',
  'complaintAccepted',
  'complaintPartlyAccepted',
  'complaintRejected',
  'objectionAccepted',
  'objectionPartlyAccepted',
  'objectionRejected',
  'ineligibility',
  'pensionStopped',
  'pensionHeld',
  'pensionResumed',
  'resumeGuidance',
  'differencePayment',
  'recoveryNotice',
  'committeeReferral',
  'pensionCertificate',
  'complaintForm',
  'plain',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

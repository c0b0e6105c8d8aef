import type { LetterKind } from '../../../domain/letters/letter-kinds.ts';

/** The kinds of letters as a branch thinks of them. */
export const KIND_GROUPS = {
  receipts: ['complaintReceipt', 'objectionReceipt', 'documentsRequest'],
  complaints: ['complaintAccepted', 'complaintPartlyAccepted', 'complaintRejected'],
  applications: [
    'applicationReceipt',
    'applicationAccepted',
    'applicationCancelled',
    'applicationWithdrawn',
    'ineligibility',
  ],
  objections: [
    'objectionAccepted',
    'objectionPartlyAccepted',
    'objectionRejected',
    'committeeReferral',
  ],
  pension: [
    'pensionStopped',
    'pensionHeld',
    'pensionResumed',
    'resumeGuidance',
    'differencePayment',
    'recoveryNotice',
  ],
  forms: ['pensionCertificate', 'complaintForm', 'amountExplained'],
  general: ['plain'],
} as const satisfies Readonly<Record<string, readonly LetterKind[]>>;

export type KindGroup = keyof typeof KIND_GROUPS;
export const KIND_GROUP_NAMES: readonly KindGroup[] = [
  'receipts',
  'applications',
  'complaints',
  'objections',
  'pension',
  'forms',
  'general',
];

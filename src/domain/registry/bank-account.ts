/** What shows that an account belongs to the beneficiary. */
export const ACCOUNT_PROOFS = ['ibanCertificate', 'bankLetter', 'statement', 'other'] as const;
export type AccountProof = (typeof ACCOUNT_PROOFS)[number];

/** How an account became known as his: the bank said so, a document, a resumed payment, the ministry's list. */
export const VERIFIED_HOW = ['bankConfirmation', 'document', 'resumed', 'list'] as const;
export type VerifiedHow = (typeof VERIFIED_HOW)[number];

/** Why a bank's line could not simply be applied to a payment of ours. */
export const EXCEPTION_KINDS = [
  'unknownId',
  'amountDiffers',
  'currencyDiffers',
  'duplicateLine',
  'rejectedThenPaid',
  'returnWithoutPayment',
  'unclearReason',
  'noAnswer',
  'batchRejected',
  'balanceBreak',
  'foreignAccount',
  'rejected',
  'returned',
] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** How an officer settles an exception. */
export const RESOLUTIONS = [
  'bankAsked',
  'beneficiaryAsked',
  'accountToCorrect',
  'lifeStatusToVerify',
  'acceptedAsIs',
  'notOurs',
] as const;
export type ExceptionResolution = (typeof RESOLUTIONS)[number];

export const BANK_FILE_STATUSES = ['preview', 'committed', 'undone', 'discarded'] as const;
export type BankFileStatus = (typeof BANK_FILE_STATUSES)[number];

/** The keys tried in this order; the first unique hit wins. `officer`: tied by hand, where no key hits. */
export const MATCH_RULES = [
  'endToEndId',
  'instructionId',
  'bankReference',
  'narrativeToken',
  'batch',
  'officer',
] as const;
export type MatchRule = (typeof MATCH_RULES)[number];

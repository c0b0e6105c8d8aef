/** Registers of the government that send lists of people: who they are, what they earn, what they own. */
export const RECORD_KINDS = ['civil', 'income', 'property'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What a column of such a list can hold. */
export const RECORD_COLUMNS = [
  'nationalId',
  'name',
  'birthDate',
  'sex',
  'nationality',
  'deceasedOn',
  'phone',
  'headId',
  'relation',
  'incomeType',
  'amount',
  'per',
  'payer',
  'assetType',
  'value',
  'count',
  'description',
  'since',
  'until',
] as const;
export type RecordColumn = (typeof RECORD_COLUMNS)[number];

export const COLUMNS_OF: Readonly<Record<RecordKind, readonly RecordColumn[]>> = {
  civil: [
    'nationalId',
    'name',
    'birthDate',
    'sex',
    'nationality',
    'deceasedOn',
    'phone',
    'headId',
    'relation',
    'since',
  ],
  income: ['nationalId', 'name', 'incomeType', 'amount', 'per', 'payer', 'since', 'until'],
  property: ['nationalId', 'name', 'assetType', 'value', 'count', 'description', 'since', 'until'],
};

/** Without these a list of its kind says nothing that could be compared. */
export const REQUIRED_COLUMNS: Readonly<Record<RecordKind, readonly RecordColumn[]>> = {
  civil: ['nationalId'],
  income: ['nationalId', 'incomeType', 'amount'],
  property: ['nationalId', 'assetType'],
};

/** What of a person or his household differs. `person` is somebody whom the branch does not know at all. */
export const RECORD_FIELDS = [
  'name',
  'birthDate',
  'sex',
  'nationality',
  'deceasedOn',
  'phone',
  'dependant',
  'income',
  'asset',
  'person',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** `missingHere`: the record says something of which the registry knows nothing. What agrees is counted only. */
export const DIFFERENCE_OUTCOMES = ['differs', 'missingHere', 'unknownPerson'] as const;
export type DifferenceOutcome = (typeof DIFFERENCE_OUTCOMES)[number];

export const DIFFERENCE_STATUSES = ['open', 'accepted', 'rejected', 'asked'] as const;
export type DifferenceStatus = (typeof DIFFERENCE_STATUSES)[number];

/** Columns of the ministry's wage-file specification: ten of the header (table 2), fourteen of a line (table 4). */
export const WAGES_HEADER_FIELDS = [
  'DEST-ID',
  'ESTB-ID',
  'BANK-ACC',
  '32A-CCY',
  '32A-VAL',
  '32A-AMT',
  'D-DATE',
  'FILE-REF',
  'FILE-REJCDE',
  'MOL-ESTBID',
] as const;
export type WagesHeaderField = (typeof WAGES_HEADER_FIELDS)[number];

/** The bank fills RET-CODE and the three TRN columns. */
export const WAGES_LINE_FIELDS = [
  '32B-AMT',
  '59-ACC',
  '59-NAME',
  '57-BANK',
  '70-DET',
  'RET-CODE',
  'MOL-BAS',
  'MOL-HAL',
  'MOL-OEA',
  'MOL-DED',
  'MOL-ID',
  'TRN-REF',
  'TRN-STATUS',
  'TRN-DATE',
] as const;
export type WagesLineField = (typeof WAGES_LINE_FIELDS)[number];

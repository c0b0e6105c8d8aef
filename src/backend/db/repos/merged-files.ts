import { sql } from 'kysely';

/** A person's file with those that were found to be his too: payments, cases and letters stay where they were recorded. */
export const filesOf = (beneficiaryId: string) => sql<string>`(
  select ${beneficiaryId} union all select id from beneficiary where merged_into = ${beneficiaryId})`;

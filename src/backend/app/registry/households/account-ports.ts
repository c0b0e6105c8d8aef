import type { AccountProof, VerifiedHow } from '../../../../domain/registry/bank-account.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';

export interface BankAccount {
  readonly id: string;
  readonly iban: string;
  readonly bankCode: string;
  readonly validFrom: IsoDate;
  /** The first day on which it no longer held. */
  readonly validTo: IsoDate | null;
  readonly verifiedOn: IsoDate | null;
  readonly verifiedHow: VerifiedHow | null;
  /** Id of the officer. */
  readonly verifiedBy: string | null;
  readonly proofKind: AccountProof | null;
  readonly proofDocumentId: string | null;
}

export interface BankAccountReader {
  /** All accounts there were, the newest first. */
  of(beneficiaryId: string): Promise<readonly BankAccount[]>;
}

export interface BankAccountWriter extends BankAccountReader {
  /** Ends the account that holds, where there is one, on the first day of the new one. */
  replace(beneficiaryId: string, account: Omit<BankAccount, 'validTo'>): Promise<void>;
  end(id: string, on: IsoDate): Promise<void>;
}

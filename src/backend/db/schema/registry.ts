import type { Generated } from 'kysely';
import type { AccountProof, VerifiedHow } from '../../../domain/registry/bank-account.ts';
import type { FactKind, FactSource } from '../../../domain/registry/household-fact.ts';

export interface BeneficiaryTable {
  id: string;
  national_id: string;
  full_name: string;
  name_key: string;
  /** Null, like the date of birth and the kind, for who is known from a payment list only. */
  sex: 'male' | 'female' | null;
  birth_date: string | null;
  phone: string | null;
  address: Generated<string>;
  kind: 'family' | 'independent' | null;
  eligibility: 'notStudied' | 'studying' | 'eligible' | 'ineligible';
  deceased_on: string | null;
  created_at: string;
  version: Generated<number>;
  /** By which what lies in the order of households points here; the database gives it. */
  no: Generated<number>;
  /** The file that stays, once this one was found to be the same person's. */
  merged_into: Generated<string | null>;
}

export interface RegistryChangeTable {
  no: Generated<number>;
  at: string;
  officer_id: string | null;
  source: FactSource;
  reason: Generated<string>;
  case_type: string | null;
  case_id: string | null;
}

/** JSON of `FactData` by kind. */
export interface HouseholdFactTable {
  beneficiary_no: number;
  seq: number;
  record: number;
  kind: FactKind;
  subject: number;
  data: string;
  valid_from: string;
  valid_to: string | null;
  recorded_in: number;
  superseded_in: number | null;
}

export interface BankAccountTable {
  id: string;
  beneficiary_id: string;
  iban: string;
  bank_code: string;
  valid_from: string;
  valid_to: string | null;
  verified_on: string | null;
  proof_kind: Generated<AccountProof | null>;
  proof_document_id: Generated<string | null>;
  verified_how: Generated<VerifiedHow | null>;
  verified_by: Generated<string | null>;
}

export interface SearchSubjectTable {
  id: Generated<number>;
  kind: string;
  ref_id: string;
}

/** The full-text table: its row is the subject of the same number. */
export interface SearchWordsTable {
  rowid: number;
  words: string;
}

/** A word of somebody's name, as the index keeps it. */
export interface SearchTokenTable {
  token: string;
}

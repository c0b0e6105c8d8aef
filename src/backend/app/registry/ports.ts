import type { OutputOf } from '../../../contract/api.ts';
import type { SEARCH_KINDS } from '../../../contract/registry.ts';
import type { AccountProof, VerifiedHow } from '../../../domain/registry/bank-account.ts';
import type { SearchTerms } from '../../../domain/registry/search-terms.ts';
import type { TimelineEvent } from '../../../domain/registry/timeline.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { PaymentKind, PaymentStatus } from '../../../domain/payments/payment-status.ts';

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** The words under which the search box finds a person, a case or a letter. */
export interface SearchIndex {
  /** Makes a subject findable by its words, each folded with `searchKey`, in place of those it had. */
  put(kind: SearchKind, refId: string, words: string): Promise<void>;
  /** The same for many subjects of one kind, `[refId, words]` each. */
  putAll(kind: SearchKind, entries: readonly (readonly [string, string])[]): Promise<void>;
}

export interface SearchHit {
  readonly kind: SearchKind;
  readonly refId: string;
  readonly title: string;
  readonly subtitle: string;
  readonly nationalId: string | null;
}

type Page = OutputOf<'registry.beneficiary'>;

/** A beneficiary's file with whole numbers: masked before it leaves the backend. */
export interface PersonFile {
  readonly id: string;
  readonly name: string;
  readonly nationalId: string;
  readonly sex: Page['sex'];
  readonly birthDate: IsoDate | null;
  readonly phone: string | null;
  readonly address: string;
  readonly kind: Page['kind'];
  readonly eligibility: Page['eligibility'];
  readonly deceasedOn: IsoDate | null;
  readonly createdAt: IsoInstant;
}

export interface PersonAccount {
  readonly id: string;
  readonly iban: string;
  readonly bankCode: string;
  readonly validFrom: IsoDate;
  /** The first day on which it no longer held. */
  readonly validTo: IsoDate | null;
  readonly verifiedOn: IsoDate | null;
  readonly verifiedHow: VerifiedHow | null;
  readonly proofKind: AccountProof | null;
  readonly proofDocumentId: string | null;
}

export interface PersonPayment {
  readonly id: string;
  readonly cycleNumber: number;
  readonly month: IsoMonth;
  readonly kind: PaymentKind;
  readonly amount: Halalas;
  readonly status: PaymentStatus;
  readonly endToEndId: string;
  readonly events: readonly {
    readonly seq: number;
    readonly type: string;
    readonly at: IsoInstant;
    readonly reasonCode: string | null;
    readonly reversed: boolean;
  }[];
}

export interface RegistryReader {
  /** Best first, at most `limit`. */
  search(terms: SearchTerms, limit: number): Promise<readonly SearchHit[]>;
  person(id: string): Promise<PersonFile | undefined>;
  /** Who belongs to the household on a day. */
  household(id: string, on: IsoDate): Promise<Page['household']>;
  /** Incomes of the person and his household on a day. */
  incomes(id: string, on: IsoDate): Promise<Page['incomes']>;
  /** All accounts there were, newest first. */
  accounts(id: string): Promise<readonly PersonAccount[]>;
  /** All payments with all events, newest cycle first. */
  payments(id: string): Promise<readonly PersonPayment[]>;
  /** What happened in the person's complaints, objections and letters. */
  caseEvents(id: string): Promise<readonly TimelineEvent[]>;
}

/** Somebody who is known from a payment list only. */
export interface NewPerson {
  readonly id: string;
  readonly nationalId: string;
  readonly name: string;
  readonly nameKey: string;
}

/** The account to which a registered person is paid by a list. */
export interface ListedAccount {
  /** Id of the account where it is new. */
  readonly id: string;
  readonly nationalId: string;
  readonly iban: string;
  readonly bankCode: string;
}

export interface RegistryWriter extends RegistryReader {
  /** Registers people who are not known yet, and makes them findable by name. */
  register(people: readonly NewPerson[], at: IsoInstant): Promise<void>;
  /**
   * Keeps the history of accounts: the listed one holds from the first day of the month until another one is listed. Of
   * several accounts of one person in a month the first counts.
   */
  keepAccounts(accounts: readonly ListedAccount[], month: IsoMonth): Promise<void>;
}

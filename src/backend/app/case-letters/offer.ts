import type { OfferedKind } from '../../../contract/case-letters.ts';
import type { ParsedInputOf } from '../../../contract/api.ts';
import type { LetterData } from '../../../domain/letters/kinds/all-kinds.ts';
import type { DecisionLetterData } from '../../../domain/letters/letter-data.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Refusal, Result } from '../../../domain/shared/result.ts';
import type { CasePerson } from '../cases/ports.ts';
import type { ReadRepos } from '../ports.ts';
import type { LetterOfCase } from '../letters/issue-letter.ts';

/** What letters are made of. */
export interface OfferContext {
  readonly repos: Pick<
    ReadRepos,
    | 'registry'
    | 'life'
    | 'payments'
    | 'complaints'
    | 'objections'
    | 'applications'
    | 'programmes'
    | 'documents'
    | 'casePeople'
    | 'caseLetters'
  >;
  readonly settings: SettingValues;
  readonly today: IsoDate;
}

/** What only the officer knows. */
export type More = ParsedInputOf<'caseLetters.issue'>['more'];

export type WriteLetter = (head: DecisionLetterData) => LetterData;

/** A letter that a case could lead to. */
export interface Offer {
  readonly kind: OfferedKind;
  readonly of: LetterOfCase;
  readonly person: CasePerson;
  /** To a committee about him, not to him. */
  readonly toAnother?: boolean;
  /** Who alone decided what it states; null where two have, or nothing is decided. */
  readonly decidedBy: string | null;
  /** One of its kind is enough since then; null where any number may be issued. */
  readonly onceSince: IsoInstant | '' | null;
  /** What it says, given what only the officer knows, or why it cannot be said. */
  readonly write: (more: More) => Result<WriteLetter, Refusal>;
}

export const NO_MORE: More = {
  documents: [],
  steps: [],
  respondBy: null,
  amountsKept: false,
  instalments: null,
  forWhom: null,
};

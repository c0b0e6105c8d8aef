import type { HouseholdFactDto } from '../../../../contract/households.ts';
import type { FactKind } from './use-household.ts';

/** What the page does with facts; the dialogs of it stand in one place. */
export interface FactDeeds {
  /** False where the officer may not write, or looks at another day than today. */
  readonly mayChange: boolean;
  readonly add: (kind: FactKind) => void;
  readonly correct: (fact: HouseholdFactDto) => void;
  readonly end: (fact: HouseholdFactDto) => void;
  readonly remove: (fact: HouseholdFactDto) => void;
  readonly history: (fact: HouseholdFactDto) => void;
}

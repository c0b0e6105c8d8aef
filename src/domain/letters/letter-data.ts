import type { MonthFinding } from '../complaints/complaint-status.ts';
import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate, IsoMonth } from '../shared/iso-date.ts';
import {
  OFFICIAL_LAYOUT,
  type DigitShape,
  type LetterLayout,
  type LetterLogo,
} from './letter-model.ts';

/** A logo by the SHA-256 of its bytes in the archive: letters repeat its name, not its bytes. */
export interface StoredLogo {
  readonly format: LetterLogo['format'];
  readonly sha256: string;
}

/** What a branch's settings say about all of its letters. */
export interface LetterSettings {
  readonly kingdom: string;
  readonly agency: string;
  readonly branch: string;
  readonly code: string | null;
  readonly addressLine: string | null;
  readonly logo: LetterLogo | StoredLogo | null;
  readonly digits: DigitShape;
  readonly layout: LetterLayout;
}

export const DEFAULT_LETTER_SETTINGS: LetterSettings = {
  kingdom: 'المملكة العربية السعودية',
  agency: 'وزارة الموارد البشرية والتنمية الاجتماعية',
  branch: 'الضمان الاجتماعي',
  code: null,
  addressLine: null,
  logo: null,
  digits: 'latin',
  layout: OFFICIAL_LAYOUT,
};

export interface LetterAddressee {
  readonly name: string;
  readonly sex: 'male' | 'female';
  /** Civil registry number, or residence number when it begins with 2. */
  readonly nationalId: string;
  readonly nationalAddress: string | null;
}

/** The signing post is printed at the left of the foot, the name under the room for the signature. */
export interface LetterSignatory {
  readonly post: string;
  readonly name: string;
}

/** سري, and the degrees of urgency of article 40 of the regulation of official correspondence. */
export const LETTER_MARKS = ['confidential', 'urgent', 'veryUrgent', 'immediate'] as const;
export type LetterMark = (typeof LETTER_MARKS)[number];

/** The days in which a decision may be contested, as the settings of its day say. */
export interface AppealPeriod {
  readonly days: number;
  readonly count: 'calendar' | 'working';
}

/** What every letter of a decision holds. */
export interface DecisionLetterData {
  /** Yearly serial as printed, for example `1448/2087`. */
  readonly number: string;
  readonly date: IsoDate;
  readonly enclosures: number;
  readonly mark: LetterMark | null;
  readonly settings: LetterSettings;
  readonly addressee: LetterAddressee;
  readonly signatory: LetterSignatory;
  readonly copies: readonly string[];
  readonly appeal: AppealPeriod;
}

/** What a letter may hold that need not be anybody's: a form, a text. Those with addressee and signatory have the frame of a letter. */
export interface OpenLetterData {
  readonly settings?: LetterSettings | undefined;
  readonly number?: string | undefined;
  readonly date?: IsoDate | undefined;
  readonly digits?: DigitShape | undefined;
  readonly enclosures?: number | undefined;
  readonly mark?: LetterMark | null | undefined;
  readonly addressee?: LetterAddressee | undefined;
  readonly signatory?: LetterSignatory | undefined;
  readonly copies?: readonly string[] | undefined;
  readonly appeal?: AppealPeriod | undefined;
}

export interface LetterReason {
  /** One sentence in the officer's words; a full stop is added where it is missing. */
  readonly text: string;
  /** `REG 12`, `LAW 9/2`, or words to print as they are; null when the reason rests on facts alone. */
  readonly article: string | null;
}

/** One month of a complaint: halalas that were due and that reached the account. */
export interface LetterMonth {
  readonly month: IsoMonth;
  readonly due: Halalas;
  readonly paid: Halalas;
  /** Adds a sentence about the month to the reasons; null adds none. */
  readonly finding: MonthFinding | null;
}

import {
  DEFAULT_LETTER_SETTINGS,
  type DecisionLetterData,
  type LetterSettings,
} from '../letters/letter-data.ts';
import type { SettingValues } from '../settings/settings.ts';
import type { IsoDate } from '../shared/iso-date.ts';

/** To whom a decision is written, as the registry has him. */
export interface DecisionAddressee {
  readonly fullName: string;
  /** Null where the registry does not know: the letter then uses the general form. */
  readonly sex: 'male' | 'female' | null;
  readonly nationalId: string;
  /** Blank where none is known. */
  readonly address: string;
}

/**
 * Everything of a decision letter but the decision.
 * @param approver Signs where the letterhead names nobody: an acting signatory writes his full name.
 */
export function letterHead(
  letter: { readonly number: string; readonly date: IsoDate },
  addressee: DecisionAddressee,
  approver: string,
  settings: SettingValues,
): DecisionLetterData {
  const { signatoryPost, signatoryName } = settings.letterhead;
  return {
    ...letter,
    enclosures: 0,
    mark: null,
    settings: letterSettings(settings),
    addressee: {
      name: addressee.fullName,
      sex: addressee.sex ?? 'male',
      nationalId: addressee.nationalId,
      nationalAddress: addressee.address.trim() || null,
    },
    signatory: { post: signatoryPost || 'مدير الفرع', name: signatoryName || approver },
    copies: [],
    appeal: settings.objectionPeriod,
  };
}

/** The branch's letterhead as letters are set with it. */
export function letterSettings({
  letterhead,
  letterLayout,
  digits,
}: Pick<SettingValues, 'letterhead' | 'letterLayout' | 'digits'>): LetterSettings {
  return {
    kingdom: letterhead.country || DEFAULT_LETTER_SETTINGS.kingdom,
    agency: letterhead.ministry || DEFAULT_LETTER_SETTINGS.agency,
    branch: letterhead.branch || DEFAULT_LETTER_SETTINGS.branch,
    code: letterhead.code || null,
    addressLine: letterhead.addressLine || null,
    logo: letterhead.logo ?? null,
    layout: letterLayout,
    digits: digits === 'arabicIndic' ? 'arabic-indic' : 'latin',
  };
}

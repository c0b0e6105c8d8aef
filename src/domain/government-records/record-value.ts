import type { AssetType, IncomeType, Nationality, Relation } from '../entitlement/calculation.ts';
import type { Halalas } from '../shared/halalas.ts';
import type { IsoDate } from '../shared/iso-date.ts';

/** What the registry or a record says of one thing; plain JSON, as it is stored. */
export type RecordValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'sex'; readonly sex: 'male' | 'female' }
  | { readonly kind: 'nationality'; readonly nationality: Nationality }
  | {
      readonly kind: 'income';
      readonly type: IncomeType;
      readonly amount: Halalas;
      readonly per: 'month' | 'year';
      readonly from: string;
      /** The last day; null where it goes on. */
      readonly until: IsoDate | null;
    }
  | {
      readonly kind: 'asset';
      readonly type: AssetType;
      readonly value: Halalas | null;
      readonly count: number | null;
      readonly description: string;
      readonly until: IsoDate | null;
    }
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly birthDate: IsoDate | null;
      readonly sex: 'male' | 'female' | null;
      readonly nationality: Nationality | null;
      readonly relation: Relation | null;
    };

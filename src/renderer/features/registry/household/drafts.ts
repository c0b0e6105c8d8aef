import type { HouseholdFactDto, StatedFact } from '../../../../contract/households.ts';
import type {
  AssetType,
  HouseholdKind,
  IncomeType,
  Nationality,
  Relation,
} from '../../../../domain/entitlement/calculation.ts';
import type { FactData, NationalAddress } from '../../../../domain/registry/household-fact.ts';
import type { Halalas } from '../../../../domain/shared/halalas.ts';
import { readTypedDate } from '../../../../domain/shared/typed-date.ts';
import { asTypedDate, type TypedDateValue } from '../../../ui/TypedDateField.tsx';
import type { FactKind } from './use-household.ts';

/** What an officer is writing about a thing: what he has not chosen yet is null or empty. */
export interface Drafts {
  readonly household: {
    readonly kind: HouseholdKind;
    readonly applicationDate: TypedDateValue | null;
    readonly families: number;
  };
  readonly person: {
    readonly name: string;
    /** Empty: as it was. */
    readonly nationalId: string;
    readonly sex: 'male' | 'female' | null;
    readonly birth: TypedDateValue | null;
    readonly nationality: Nationality;
    readonly relation: Relation | null;
    readonly dependantKind: FactData['person']['dependantKind'];
    readonly student: boolean;
    readonly disabled: boolean;
    readonly deceasedOn: TypedDateValue | null;
  };
  readonly contact: {
    readonly phone: string;
    readonly email: string;
    readonly address: NationalAddress | null;
    readonly addressLine: string;
  };
  readonly income: {
    readonly type: IncomeType | null;
    readonly amount: Halalas | null;
    readonly per: 'month' | 'year';
    readonly from: string;
  };
  readonly asset: {
    readonly type: AssetType | null;
    readonly value: Halalas | null;
    /** NaN while it is empty. */
    readonly count: number;
    readonly description: string;
  };
  readonly stay: { readonly place: FactData['stay']['place']; readonly where: string };
  readonly dwelling: {
    readonly tenure: FactData['dwelling']['tenure'] | null;
    readonly proof: FactData['dwelling']['proof'];
    readonly proofNumber: string;
    readonly address: NationalAddress | null;
  };
  readonly breach: { readonly reason: string; readonly allMinors: boolean };
}

export type Draft = {
  [Kind in FactKind]: { readonly kind: Kind; readonly values: Drafts[Kind] };
}[FactKind];

export const EMPTY_ADDRESS: NationalAddress = {
  buildingNo: '',
  street: '',
  district: '',
  city: '',
  postalCode: '',
  additionalNo: '',
  short: '',
};

export function emptyDraft(kind: FactKind): Draft {
  switch (kind) {
    case 'household':
      return { kind, values: { kind: 'family', applicationDate: null, families: 1 } };
    case 'person':
      return {
        kind,
        values: {
          name: '',
          nationalId: '',
          sex: null,
          birth: null,
          nationality: 'saudi',
          relation: null,
          dependantKind: null,
          student: false,
          disabled: false,
          deceasedOn: null,
        },
      };
    case 'contact':
      return { kind, values: { phone: '', email: '', address: null, addressLine: '' } };
    case 'income':
      return { kind, values: { type: null, amount: null, per: 'month', from: '' } };
    case 'asset':
      return { kind, values: { type: null, value: null, count: Number.NaN, description: '' } };
    case 'stay':
      return { kind, values: { place: 'abroad', where: '' } };
    case 'dwelling':
      return { kind, values: { tenure: null, proof: null, proofNumber: '', address: null } };
    case 'breach':
      return { kind, values: { reason: '', allMinors: true } };
  }
}

/** What is known, ready to be corrected. */
export function draftOf(fact: HouseholdFactDto): Draft {
  switch (fact.kind) {
    case 'household': {
      const { kind, applicationDate, families } = fact.data;
      const date = asTypedDate(applicationDate);
      return { kind: 'household', values: { kind, applicationDate: date, families } };
    }
    case 'person': {
      const { maskedNationalId: _masked, birthDate, birthTyped, deceasedOn, ...data } = fact.data;
      return {
        kind: 'person',
        values: {
          ...data,
          nationalId: '',
          birth: birthTyped === null ? asTypedDate(birthDate) : typedBirth(birthDate, birthTyped),
          deceasedOn: asTypedDate(deceasedOn),
        },
      };
    }
    case 'contact': {
      const { address, addressLine } = fact.data;
      return { kind: 'contact', values: { phone: '', email: '', address, addressLine } };
    }
    case 'income':
      return { kind: 'income', values: fact.data };
    case 'asset': {
      const { count, ...data } = fact.data;
      return { kind: 'asset', values: { ...data, count: count ?? Number.NaN } };
    }
    case 'stay':
      return { kind: 'stay', values: fact.data };
    case 'dwelling':
      return { kind: 'dwelling', values: fact.data };
    case 'breach':
      return { kind: 'breach', values: fact.data };
  }
}

function typedBirth(
  date: TypedDateValue['date'],
  typed: NonNullable<FactData['person']['birthTyped']>,
): TypedDateValue {
  const read = readTypedDate(typed.text);
  return read.ok ? { date, typed: read.value.typed } : { date, typed };
}

export type Stating =
  | { readonly ok: true; readonly fact: StatedFact }
  /** Names of the fields that must still be filled in. */
  | { readonly ok: false; readonly missing: readonly string[] };

/**
 * What a draft states, or which fields it lacks. Whether that can be true is the backend's business.
 * @param isNew A number that is left empty is not known; of something known already it stays as it was.
 */
export function statedOf(draft: Draft, isNew: boolean): Stating {
  const typed = (text: string): { value: string | null } | null =>
    text.trim() !== '' ? { value: text.trim() } : isNew ? { value: null } : null;
  switch (draft.kind) {
    case 'household': {
      const { applicationDate, ...values } = draft.values;
      if (applicationDate === null) return { ok: false, missing: ['applicationDate'] };
      return stated({
        kind: 'household',
        data: { ...values, applicationDate: applicationDate.date },
      });
    }
    case 'person': {
      const { birth, deceasedOn, nationalId, ...values } = draft.values;
      if (birth === null) return { ok: false, missing: ['birthDate'] };
      const id = typed(nationalId);
      return stated({
        kind: 'person',
        data: {
          ...values,
          ...(id === null ? {} : { nationalId: id.value }),
          birthDate: birth.date,
          birthTyped: birth.typed.calendar === 'hijri' ? birth.typed : null,
          deceasedOn: deceasedOn?.date ?? null,
        },
      });
    }
    case 'contact': {
      const { phone, email, ...values } = draft.values;
      const [mobile, mail] = [typed(phone), typed(email)];
      return stated({
        kind: 'contact',
        data: {
          ...values,
          ...(mobile === null ? {} : { phone: mobile.value }),
          ...(mail === null ? {} : { email: mail.value }),
        },
      });
    }
    case 'income': {
      const { type, amount, ...values } = draft.values;
      if (type === null || amount === null) return lacking({ type, amount });
      return stated({ kind: 'income', data: { type, amount, ...values } });
    }
    case 'asset': {
      const { type, count, ...values } = draft.values;
      if (type === null) return lacking({ type });
      const number = Number.isNaN(count) ? null : count;
      return stated({ kind: 'asset', data: { type, count: number, ...values } });
    }
    case 'stay':
      return stated({ kind: 'stay', data: draft.values });
    case 'dwelling': {
      const { tenure, ...values } = draft.values;
      if (tenure === null) return lacking({ tenure });
      return stated({ kind: 'dwelling', data: { tenure, ...values } });
    }
    case 'breach':
      return stated({ kind: 'breach', data: draft.values });
  }
}

const stated = (fact: StatedFact): Stating => ({ ok: true, fact });

function lacking(fields: Readonly<Record<string, unknown>>): Stating {
  const missing = Object.keys(fields).filter((name) => fields[name] === null);
  return { ok: false, missing };
}

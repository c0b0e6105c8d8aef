import type { ShownFact } from '../../../../contract/households.ts';
import type { NationalAddress } from '../../../../domain/registry/household-fact.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { formatDate } from '../../../lib/format/dates.ts';
import { formatMoney } from '../../../lib/format/money.ts';
import { formatNumber } from '../../../lib/format/numbers.ts';
import type { Key } from '../../../lib/i18n/catalogs.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';

export interface FactField {
  readonly label: string;
  readonly text: string;
}

type FieldName = Extract<Key, `households.field.${string}`>;

/** Everything that a fact says, field by field, in the officer's words. */
export function fieldsOf(t: Translate, fact: ShownFact): FactField[] {
  const field = (name: FieldName, text: string | null): FactField => ({
    label: t(name),
    text: text === null || text === '' ? t('ui.notSet') : text,
  });
  const date = (value: IsoDate | null): string | null =>
    value === null ? null : formatDate(value, t.digits);
  const yes = (value: boolean): string => t(value ? 'households.yes' : 'households.no');
  switch (fact.kind) {
    case 'household': {
      const { kind, applicationDate, families } = fact.data;
      return [
        field('households.field.kind', t(`households.householdKind.${kind}`)),
        field('households.field.applicationDate', date(applicationDate)),
        field('households.field.families', formatNumber(families, t.digits)),
      ];
    }
    case 'person': {
      const { data } = fact;
      const { relation, dependantKind, sex } = data;
      return [
        field('households.field.name', data.name),
        field('households.field.nationalId', data.maskedNationalId),
        field('households.field.sex', sex === null ? null : t(`households.sex.${sex}`)),
        field('households.field.birthDate', date(data.birthDate)),
        field('households.field.nationality', t(`households.nationality.${data.nationality}`)),
        ...(relation === null
          ? []
          : [
              field('households.field.relation', t(`households.relationWord.${relation}`)),
              field(
                'households.field.dependantKind',
                dependantKind === null ? null : t(`households.dependantKind.${dependantKind}`),
              ),
            ]),
        field('households.field.student', yes(data.student)),
        field('households.field.disabled', yes(data.disabled)),
        field('households.field.deceasedOn', date(data.deceasedOn)),
      ];
    }
    case 'contact': {
      const { maskedPhone, maskedEmail, address, addressLine } = fact.data;
      return [
        field('households.field.phone', maskedPhone),
        field('households.field.email', maskedEmail),
        field('households.field.address', addressWords(t, address)),
        field('households.field.addressLine', addressLine),
      ];
    }
    case 'income': {
      const { type, amount, per, from } = fact.data;
      return [
        field('households.field.type', t(`households.income.${type}`)),
        field('households.field.amount', formatMoney(amount, t.digits)),
        field('households.field.per', t(`households.per.${per}`)),
        field('households.field.from', from),
      ];
    }
    case 'asset': {
      const { type, value, count, description } = fact.data;
      return [
        field('households.field.type', t(`households.asset.${type}`)),
        field('households.field.value', value === null ? null : formatMoney(value, t.digits)),
        field('households.field.count', count === null ? null : formatNumber(count, t.digits)),
        field('households.field.description', description),
      ];
    }
    case 'stay':
      return [
        field('households.field.place', t(`households.place.${fact.data.place}`)),
        field('households.field.where', fact.data.where),
      ];
    case 'dwelling': {
      const { tenure, proof, proofNumber, address } = fact.data;
      return [
        field('households.field.tenure', t(`households.tenure.${tenure}`)),
        field('households.field.proof', t(`households.proof.${proof ?? 'none'}`)),
        field('households.field.proofNumber', proofNumber),
        field('households.field.address', addressWords(t, address)),
      ];
    }
    case 'breach':
      return [
        field('households.field.reason', fact.data.reason),
        field('households.field.allMinors', yes(fact.data.allMinors)),
      ];
  }
}

/** `7421 وادي الرمة، النرجس، الرياض 13327، 3812`; null where none is known. */
export function addressWords(t: Translate, address: NationalAddress | null): string | null {
  if (address === null) return null;
  const { buildingNo, street, district, city, postalCode, additionalNo, short } = address;
  return [`${buildingNo} ${street}`, district, `${city} ${postalCode}`, additionalNo, short]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(t('cases.listComma'));
}

/** A fact in one line, as lists of what waits and of what happened name it. */
export function factWords(t: Translate, fact: ShownFact): string {
  const comma = t('cases.listComma');
  switch (fact.kind) {
    case 'household':
      return t(`households.householdKind.${fact.data.kind}`);
    case 'person':
      return fact.data.name;
    case 'contact':
      return fact.data.maskedPhone ?? fact.data.addressLine;
    case 'income': {
      const { type, amount, per } = fact.data;
      return `${t(`households.income.${type}`)} ${formatMoney(amount, t.digits)} ${t(`households.per.${per}`)}`;
    }
    case 'asset': {
      const { type, value, count } = fact.data;
      const much =
        value !== null ? formatMoney(value, t.digits) : formatNumber(count ?? 1, t.digits);
      return `${t(`households.asset.${type}`)} ${much}`;
    }
    case 'stay':
      return joined(t(`households.place.${fact.data.place}`), fact.data.where, comma);
    case 'dwelling':
      return joined(
        t(`households.tenure.${fact.data.tenure}`),
        t(`households.proof.${fact.data.proof ?? 'none'}`),
        comma,
      );
    case 'breach':
      return fact.data.reason;
  }
}

const joined = (first: string, second: string, comma: string): string =>
  second === '' ? first : `${first}${comma}${second}`;

/** The fields in which two versions of one thing differ. */
export function differingFields(
  t: Translate,
  before: ShownFact,
  after: ShownFact,
): { readonly label: string; readonly before: string; readonly after: string }[] {
  const old = new Map(fieldsOf(t, before).map(({ label, text }) => [label, text]));
  return fieldsOf(t, after).flatMap(({ label, text }) => {
    const was = old.get(label) ?? t('ui.notSet');
    return was === text ? [] : [{ label, before: was, after: text }];
  });
}

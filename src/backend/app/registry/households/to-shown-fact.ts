import type { ShownFact } from '../../../../contract/households.ts';
import type { AnyFact } from '../../../../domain/registry/household-fact.ts';
import { maskEmail, maskNationalId, maskPhone } from '../../../../domain/registry/mask.ts';

/** What a fact says, with the numbers of people masked. */
export function toShownFact(fact: AnyFact): ShownFact {
  switch (fact.kind) {
    case 'person': {
      const { nationalId, ...data } = fact.data;
      return {
        kind: 'person',
        data: { ...data, maskedNationalId: masked(nationalId, maskNationalId) },
      };
    }
    case 'contact': {
      const { phone, email, ...data } = fact.data;
      return {
        kind: 'contact',
        data: {
          ...data,
          maskedPhone: masked(phone, maskPhone),
          maskedEmail: masked(email, maskEmail),
        },
      };
    }
    case 'household':
      return { kind: 'household', data: fact.data };
    case 'income':
      return { kind: 'income', data: fact.data };
    case 'asset':
      return { kind: 'asset', data: fact.data };
    case 'stay':
      return { kind: 'stay', data: fact.data };
    case 'dwelling':
      return { kind: 'dwelling', data: fact.data };
    case 'breach':
      return { kind: 'breach', data: fact.data };
  }
}

const masked = (value: string | null, mask: (value: string) => string): string | null =>
  value === null ? null : mask(value);

import type { Refusal } from '../../../../domain/shared/result.ts';
import { errorWords } from '../../../lib/error-words.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import type { FaultOf } from './FactFieldset.tsx';
import type { FactKind } from './use-household.ts';

const SPAN = ['subject', 'from', 'to', 'on'];
const ADDRESS = [
  'address.buildingNo',
  'address.street',
  'address.district',
  'address.city',
  'address.postalCode',
  'address.additionalNo',
  'address.short',
];

/** The fields that the form of a kind draws: what is wrong elsewhere is said below them. */
const FIELDS: Readonly<Record<FactKind, readonly string[]>> = {
  household: [...SPAN, 'kind', 'families', 'applicationDate'],
  person: [
    ...SPAN,
    'name',
    'nationalId',
    'birthDate',
    'sex',
    'relation',
    'dependantKind',
    'nationality',
    'deceasedOn',
  ],
  contact: [...SPAN, 'phone', 'email', 'addressLine', ...ADDRESS],
  income: [...SPAN, 'type', 'amount'],
  asset: [...SPAN, 'type', 'value', 'count', 'description'],
  stay: [...SPAN, 'place', 'where'],
  dwelling: [...SPAN, 'tenure', 'proof', 'proofNumber', ...ADDRESS],
  breach: [...SPAN, 'reason'],
};

/**
 * Where each fault of a form is said.
 * @param item Place of the form's own step among those recorded together.
 */
export function faultsOf(
  t: Translate,
  kind: FactKind,
  { missing, error, item }: { missing: readonly string[]; error: Refusal | null; item: number },
): { readonly at: FaultOf; readonly below: Refusal | null } {
  const field = error?.details?.['field'];
  const isOurs = error?.details?.['item'] === undefined || error.details['item'] === item;
  const isDrawn = typeof field === 'string' && isOurs && FIELDS[kind].includes(field);
  return {
    at: (name) => {
      if (missing.includes(name)) return t('households.needed');
      return error !== null && isDrawn && field === name ? errorWords(t, error) : null;
    },
    below: isDrawn ? null : error,
  };
}

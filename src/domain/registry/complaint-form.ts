import { COMPLAINT_PAPERS, type ComplaintFormData } from '../letters/kinds/complaint-form.ts';
import type { LetterSettings } from '../letters/letter-data.ts';

export interface FormPerson {
  readonly name: string;
  readonly nationalId: string;
  readonly phone: string | null;
  readonly kind: 'family' | 'independent' | null;
  /** Who else belongs to the household. */
  readonly household: number;
}

type FormLetter = { readonly template: 'complaintForm' } & ComplaintFormData;

/**
 * The form of the Ministry for a walk-in: what the registry knows is filled in, the rest stays lines to write on.
 * @param person Null for a blank one.
 */
export function complaintForm(settings: LetterSettings, person: FormPerson | null): FormLetter {
  return {
    template: 'complaintForm',
    settings,
    name: person?.name ?? null,
    nationalId: person?.nationalId ?? null,
    mobile: person?.phone ?? null,
    // NOTE: for who is known from a payment list only, nobody knows the family.
    familySize: person === null || person.kind === null ? null : person.household + 1,
    month: null,
    expected: null,
    received: null,
    why: null,
    documents: COMPLAINT_PAPERS.map((text) => ({ text, received: false })),
    ticket: null,
    filedOn: null,
    receivedBy: null,
  };
}

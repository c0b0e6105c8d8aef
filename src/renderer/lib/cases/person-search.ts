import { useMemo } from 'react';
import { api } from '../client.ts';
import { useApiQuery } from '../queries.ts';
import { useSettled } from '../use-settled.ts';

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly maskedNationalId: string | null;
  readonly note: string;
}

/** Beneficiaries by ID, IBAN, phone or name in any spelling, once two letters stand still. */
export function usePersonSearch(text: string): {
  readonly people: readonly FoundPerson[];
  readonly isSearching: boolean;
} {
  const asked = useSettled(text.trim(), 150);
  const isLong = asked.length >= 2;
  const found = useApiQuery(
    ['registry', 'search', asked],
    () => api.registry.search({ text: asked }),
    { enabled: isLong, keepPrevious: true },
  );
  const people = isLong ? (found.data ?? []) : [];
  return {
    people: people
      .filter(({ kind }) => kind === 'person')
      .map(({ refId, title, subtitle, maskedNationalId }) => ({
        id: refId,
        name: title,
        maskedNationalId,
        note: subtitle,
      })),
    isSearching: isLong && found.isFetching,
  };
}

/** The person whose page asked for a new case; null while nobody is named or his file is on its way. */
export function usePersonNamed(id: string | null): FoundPerson | null {
  const file = useApiQuery(
    ['registry', 'beneficiary', id],
    () => api.registry.beneficiary({ id: id ?? '' }),
    { enabled: id !== null },
  );
  return useMemo(() => {
    if (id === null || file.data === undefined) return null;
    const { name, maskedNationalId } = file.data;
    return { id, name, maskedNationalId, note: '' };
  }, [id, file.data]);
}

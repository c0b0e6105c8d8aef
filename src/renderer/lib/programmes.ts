import { api } from './client.ts';
import { useT } from './i18n/use-t.ts';
import { useApiQuery } from './queries.ts';

export interface NamedProgramme {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
}

/** The programmes in the officer's language, and the name of each by its code. */
export function useProgrammes(): {
  readonly programmes: readonly NamedProgramme[];
  readonly nameOf: (code: string) => string;
} {
  const t = useT();
  const found = useApiQuery(['programmes', 'list'], () => api.programmes.list({}));
  const programmes = (found.data ?? []).map(({ code, nameAr, nameEn, active }) => ({
    code,
    name: t.language === 'ar' ? nameAr : nameEn,
    active,
  }));
  return {
    programmes,
    nameOf: (code) => programmes.find((known) => known.code === code)?.name ?? code,
  };
}

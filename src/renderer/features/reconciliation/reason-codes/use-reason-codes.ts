import { useMemo } from 'react';
import type { OutputOf } from '../../../../contract/api.ts';
import type { ReasonCodeDto } from '../../../../contract/reason-codes.ts';
import type { ReasonCodeList } from '../../../../domain/reconciliation/reason-code.ts';
import { searchKey } from '../../../../domain/shared/search-key.ts';
import { api } from '../../../lib/client.ts';
import { useApiQuery } from '../../../lib/queries.ts';

export type Guides = OutputOf<'reconciliation.reasonCodes'>['actions'];
export type UnknownCode = OutputOf<'reconciliation.unknownReasonCodes'>[number];

/** The codes that a list and a search let through, in any spelling. */
export function useReasonCodes(list: ReasonCodeList | null, search: string) {
  const found = useApiQuery(['reconciliation', 'reasonCodes'], () =>
    api.reconciliation.reasonCodes({}),
  );
  const all = found.data?.codes;
  const rows = useMemo(() => {
    const wanted = searchKey(search);
    return (all ?? []).filter(
      (reason) => (list === null || reason.list === list) && keyOf(reason).includes(wanted),
    );
  }, [all, list, search]);
  return { ...found, all: all ?? [], rows, total: all?.length ?? 0, guides: found.data?.actions };
}

function keyOf({ code, title, meaning }: ReasonCodeDto): string {
  return searchKey([code, title.ar, title.en, meaning.ar, meaning.en].join(' '));
}

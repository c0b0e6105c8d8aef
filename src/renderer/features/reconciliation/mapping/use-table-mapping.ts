import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  ReadTableDto,
  TableMappingDraft,
  TableMappingDto,
} from '../../../../contract/table-mappings.ts';
import type { TableEncoding } from '../../../../domain/tables/table-layout.ts';
import { api } from '../../../lib/client.ts';
import { useApiJob } from '../../../lib/queries.ts';

/** Changes follow each other quickly; the file is read again when they rest. */
const REST_MILLISECONDS = 250;

/** A bank's table under a mapping that the officer is changing: the first rows are read anew after each change. */
export function useTableMapping(path: string) {
  const [table, setTable] = useState<ReadTableDto | null>(null);
  const [draft, setDraft] = useState<TableMappingDraft | null>(null);
  const { run, isBusy, error } = useApiJob(api.reconciliation.readTable, []);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const asked = useRef(0);

  const read = useCallback(
    async (more: { mapping?: TableMappingDraft; encoding?: TableEncoding }): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      const result = await run({ path, ...more });
      // A later change has been asked for meanwhile.
      if (mine !== asked.current || !result.ok) return;
      setTable(result.value);
      if (more.mapping === undefined) setDraft(result.value.mapping);
    },
    [run, path],
  );
  useEffect(() => {
    void read({});
    return () => {
      asked.current += 1;
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, [read]);

  const change = useCallback(
    (mapping: TableMappingDraft): void => {
      setDraft(mapping);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void read({ mapping }), REST_MILLISECONDS);
    },
    [read],
  );
  const chooseEncoding = useCallback((encoding: TableEncoding) => void read({ encoding }), [read]);
  return { table, draft, isReading: isBusy, error, change, chooseEncoding };
}

/** A mapping with nothing open, or null. */
export function completed(draft: TableMappingDraft): TableMappingDto | null {
  const { decimalSign, thousandsSign, dateOrder } = draft;
  if (decimalSign === null || thousandsSign === null || dateOrder === null) return null;
  return { ...draft, decimalSign, thousandsSign, dateOrder };
}

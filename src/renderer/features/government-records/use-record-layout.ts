import { useCallback, useState } from 'react';
import type {
  ReadRecordDto,
  RecordLayoutDraftDto,
  RecordLayoutDto,
} from '../../../contract/government-records.ts';
import type { RecordKind } from '../../../domain/government-records/record-kinds.ts';
import type { TableEncoding } from '../../../domain/tables/table-layout.ts';
import { api } from '../../lib/client.ts';
import { useApiJob } from '../../lib/queries.ts';

/** A register's list under a layout that the officer is changing. */
export function useRecordLayout() {
  const [read, setRead] = useState<ReadRecordDto | null>(null);
  const [layout, setLayout] = useState<RecordLayoutDraftDto | null>(null);
  const { run, isBusy, error, reset } = useApiJob(api.governmentRecords.read, []);
  const look = useCallback(
    async (
      path: string,
      kind: RecordKind,
      more: { layout?: RecordLayoutDraftDto; encoding?: TableEncoding } = {},
    ): Promise<void> => {
      if (more.layout) setLayout(more.layout);
      const result = await run({ path, kind, ...more });
      if (!result.ok) return;
      setRead(result.value);
      setLayout(result.value.layout);
    },
    [run],
  );
  const forget = useCallback(() => {
    setRead(null);
    setLayout(null);
    reset();
  }, [reset]);
  return { read, layout, look, forget, isReading: isBusy, error };
}

/** A layout with nothing open, or null. */
export function completed(draft: RecordLayoutDraftDto): RecordLayoutDto | null {
  const { decimalSign, thousandsSign, dateOrder } = draft;
  if (decimalSign === null || thousandsSign === null || dateOrder === null) return null;
  return { ...draft, decimalSign, thousandsSign, dateOrder };
}

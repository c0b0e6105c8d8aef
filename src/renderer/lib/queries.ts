import {
  keepPreviousData,
  QueryClient,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AreaName } from '../../contract/api.ts';
import type { CallOptions } from '../../contract/client.ts';
import type { ApiError, ApiResult } from '../../contract/errors.ts';
import type { BackendEvent } from '../../contract/transport.ts';

/** A refusal on its way through TanStack Query, which knows only thrown errors. */
export class Refused extends Error {
  readonly refusal: ApiError;

  constructor(refusal: ApiError) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A refusal is an answer: asking again would not change it. The backend says when data changes.
      queries: {
        retry: false,
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** The key of a query: its area first, so that a change in the area refreshes it. */
export type QueryKey = readonly [AreaName, ...(readonly unknown[])];

/**
 * `useApiQuery(['complaints', 'list', filter], () => api.complaints.list(filter))`. Refreshes by itself when the
 * backend says that its area changed. `error` holds a refusal; show it with `<ErrorState error={query.error} />`.
 *
 * @param keepPrevious shows the last answer while a changed key loads (filters, paging)
 */
export function useApiQuery<T>(
  key: QueryKey,
  ask: () => Promise<ApiResult<T>>,
  { enabled = true, keepPrevious = false }: { enabled?: boolean; keepPrevious?: boolean } = {},
): {
  data: T | undefined;
  error: ApiError | null;
  isLoading: boolean;
  isFetching: boolean;
  refetch: () => void;
} {
  const query: UseQueryResult<T> = useQuery({
    queryKey: key,
    queryFn: async () => valueOf(await ask()),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  const { refetch } = query;
  return {
    data: query.data,
    error: query.error === null ? null : refusalOf(query.error),
    isLoading: query.isLoading,
    isFetching: query.isFetching,
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}

/** The value of a Result, or a thrown `Refused`: for `queryFn` alone. */
export function valueOf<T>(result: ApiResult<T>): T {
  if (!result.ok) throw new Refused(result.error);
  return result.value;
}

export function refusalOf(error: unknown): ApiError {
  return error instanceof Refused ? error.refusal : { code: 'INTERNAL' };
}

export interface CommandState<Input, Output> {
  /** Runs it; refreshes `areas` when it succeeds. Answers the Result, so that the caller can go on. */
  readonly run: (input: Input) => Promise<ApiResult<Output>>;
  readonly isBusy: boolean;
  /** The refusal of the last run; show it with `<RefusalNotice error={…} />`. */
  readonly error: ApiError | null;
  readonly reset: () => void;
}

/**
 * `const propose = useApiCommand(api.complaints.propose, ['complaints', 'today'])`, then
 * `const result = await propose.run({ … })`.
 */
export function useApiCommand<Input, Output>(
  command: (input: Input) => Promise<ApiResult<Output>>,
  areas: readonly AreaName[],
): CommandState<Input, Output> {
  const { isBusy, error, start, reset } = useRun(areas);
  const latest = useLatest(command);
  const run = useCallback((input: Input) => start(() => latest.current(input)), [start, latest]);
  return { run, isBusy, error, reset };
}

export type Progress = Pick<
  Extract<BackendEvent, { type: 'progress' }>,
  'phase' | 'done' | 'total'
>;

export interface JobState<Input, Output> extends CommandState<Input, Output> {
  /** Null before the first report. */
  readonly progress: Progress | null;
  readonly cancel: () => void;
}

/** A long operation: `const read = useApiJob(api.reconciliation.preview, ['reconciliation'])`, with progress and cancel. */
export function useApiJob<Input, Output>(
  job: (input: Input, options: CallOptions) => Promise<ApiResult<Output>>,
  areas: readonly AreaName[],
): JobState<Input, Output> {
  const { isBusy, error, start, reset } = useRun(areas);
  const [progress, setProgress] = useState<Progress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const latest = useLatest(job);
  const run = useCallback(
    (input: Input) => {
      const controller = new AbortController();
      abort.current = controller;
      setProgress(null);
      return start(() =>
        latest.current(input, {
          signal: controller.signal,
          onProgress: ({ phase, done, total }) => setProgress({ phase, done, total }),
        }),
      );
    },
    [start, latest],
  );
  const cancel = useCallback(() => abort.current?.abort(), []);
  return { run, isBusy, error, reset, progress, cancel };
}

function useRun(areas: readonly AreaName[]) {
  const queryClient = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const touched = useLatest(areas);
  const start = useCallback(
    async <T>(work: () => Promise<ApiResult<T>>): Promise<ApiResult<T>> => {
      setBusy(true);
      setError(null);
      try {
        const result = await work();
        if (!result.ok) setError(result.error);
        // A refused version means that what is on screen is old.
        if (result.ok || result.error.code === 'CONFLICT') {
          await Promise.all(
            touched.current.map((area) => queryClient.invalidateQueries({ queryKey: [area] })),
          );
        }
        return result;
      } finally {
        setBusy(false);
      }
    },
    [queryClient, touched],
  );
  const reset = useCallback(() => setError(null), []);
  return { isBusy, error, start, reset };
}

function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

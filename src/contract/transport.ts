import type { ApiResult } from './errors.ts';

/** What crosses the wire for one call: Electron IPC, HTTPS or a direct call carry the same shape. */
export interface CallRequest {
  readonly name: string;
  readonly input: unknown;
  readonly session: string | null;
  /** Names a long operation, so that it can report progress and be cancelled. */
  readonly operationId?: string;
}

/** What the backend tells its callers without being asked. */
export type BackendEvent =
  | {
      readonly type: 'progress';
      readonly operationId: string;
      /** Stable name of the step, for example `reading` or `matching`. */
      readonly phase: string;
      readonly done: number;
      /** null while the amount of work is not known. */
      readonly total: number | null;
    }
  | { readonly type: 'changed'; readonly areas: readonly string[] }
  | { readonly type: 'signedOut' };

export interface Transport {
  call(request: CallRequest): Promise<ApiResult<unknown>>;
  cancel(operationId: string): void;
  onEvent(listener: (event: BackendEvent) => void): () => void;
}

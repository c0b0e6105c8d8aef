import {
  contract,
  type AreaName,
  type Contract,
  type InputOf,
  type OperationName,
  type OutputOf,
} from './api.ts';
import type { ApiResult } from './errors.ts';
import type { BackendEvent, Transport } from './transport.ts';

export interface CallOptions {
  /** Called with the progress of a long operation. */
  readonly onProgress?: (event: Extract<BackendEvent, { type: 'progress' }>) => void;
  /** Aborting cancels a long operation; it then answers `CANCELLED`. */
  readonly signal?: AbortSignal;
}

type Call<Name> = Name extends OperationName
  ? (input: InputOf<Name>, options?: CallOptions) => Promise<ApiResult<OutputOf<Name>>>
  : never;

/** The contract as functions: `api.objections.propose({ ... })` answers a Result, and never throws. */
export type Client = {
  readonly [Area in AreaName]: {
    readonly [Op in keyof Contract[Area] & string]: Call<`${Area}.${Op}`>;
  };
} & { readonly session: SessionHolder };

export interface SessionHolder {
  get(): string | null;
  set(session: string | null): void;
}

/** Binds the contract to a transport. `session` is kept here, in memory, and nowhere else. */
export function createClient(transport: Transport): Client {
  let session: string | null = null;
  let longOperations = 0;

  const call = async (name: string, input: unknown, options: CallOptions = {}) => {
    if (!options.onProgress && !options.signal) {
      return transport.call({ name, input, session });
    }
    longOperations += 1;
    const operationId = `${Date.now().toString(36)}-${longOperations}`;
    const cancel = () => transport.cancel(operationId);
    const stop = transport.onEvent((event) => {
      if (event.type === 'progress' && event.operationId === operationId)
        options.onProgress?.(event);
    });
    options.signal?.addEventListener('abort', cancel);
    try {
      return await transport.call({ name, input, session, operationId });
    } finally {
      stop();
      options.signal?.removeEventListener('abort', cancel);
    }
  };

  const areas = Object.entries(contract).map(([area, operations]) => [
    area,
    Object.fromEntries(
      Object.keys(operations).map((op) => [
        op,
        (input: unknown, options?: CallOptions) => call(`${area}.${op}`, input, options),
      ]),
    ),
  ]);
  const holder: SessionHolder = {
    get: () => session,
    set: (value) => {
      session = value;
    },
  };
  return Object.freeze({ ...Object.fromEntries(areas), session: holder }) as Client;
}

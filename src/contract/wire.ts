import type { ApiResult } from './errors.ts';
import type { PrintersFound, PrintOrder, PrintOutcome, SpoolState } from './printing.ts';
import type { BackendEvent, CallRequest } from './transport.ts';

/** Messages from the shell to the backend's process. */
export type ToBackend =
  | { readonly type: 'call'; readonly id: number; readonly request: CallRequest }
  | { readonly type: 'cancel'; readonly operationId: string }
  /** A process for documents runs; the message carries the port to it. */
  | { readonly type: 'documentsStarted'; readonly id: number }
  | { readonly type: 'documentsEnded'; readonly id: number }
  | { readonly type: 'close' };

/** Messages from the backend's process to the shell. */
export type FromBackend =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly result: ApiResult<unknown> }
  | { readonly type: 'event'; readonly event: BackendEvent }
  /** Only the shell can start processes in a packaged application. */
  | { readonly type: 'startDocuments'; readonly id: number; readonly memoryMegabytes: number }
  | { readonly type: 'endDocuments'; readonly id: number };

/** Channels between a window and the shell. */
export const CHANNELS = {
  call: 'insaf:call',
  cancel: 'insaf:cancel',
  event: 'insaf:event',
  chooseFile: 'insaf:choose-file',
  chooseFolder: 'insaf:choose-folder',
  printers: 'insaf:printers',
  choosePrinter: 'insaf:choose-printer',
  print: 'insaf:print',
  spoolState: 'insaf:spool-state',
  cancelSpooled: 'insaf:cancel-spooled',
  saveAs: 'insaf:save-as',
  chooseTarget: 'insaf:choose-target',
} as const;

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** What the preload hands to the window as `window.insaf`: the transport and what only the shell can do. */
export interface Bridge {
  call(request: CallRequest): Promise<ApiResult<unknown>>;
  cancel(operationId: string): void;
  onEvent(listener: (event: BackendEvent) => void): () => void;
  /** The path of a file that the officer dropped on the window. */
  pathForFile(file: File): string;
  /** The system's dialog; null when the officer closed it. */
  chooseFile(title: string, filters: readonly FileFilter[]): Promise<string | null>;
  /** The system's dialog for a folder; null when the officer closed it. */
  chooseFolder(title: string): Promise<string | null>;
  /** The workstation's printers, and the one it prints to. */
  printers(): Promise<PrintersFound>;
  /** Remembers on this workstation which printer it prints to. */
  choosePrinter(printer: string): Promise<void>;
  /** Prints exactly these PDF bytes. */
  print(bytes: Uint8Array, order: PrintOrder): Promise<PrintOutcome>;
  /** What became of a job of the spooler, where the system tells. */
  spoolState(printer: string, job: number): Promise<SpoolState>;
  /** Takes a job out of the spooler; whether it will surely not come out any more. */
  cancelSpooled(printer: string, job: number): Promise<boolean>;
  /** Saves bytes where the officer chooses; null when the dialog was closed. */
  saveAs(bytes: Uint8Array, suggestedName: string): Promise<string | null>;
  /** Where the backend is to write a file; null when the officer closed the dialog. Nothing is written yet. */
  chooseTarget(suggestedName: string, filters: readonly FileFilter[]): Promise<string | null>;
}

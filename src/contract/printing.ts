/** What keeps a printer from printing, as far as its system tells (RFC 8011, 5.4.12). */
export const PRINTER_TROUBLES = [
  'mediaJam',
  'mediaEmpty',
  'coverOpen',
  'tonerEmpty',
  'offline',
  'paused',
  'other',
] as const;
export type PrinterTrouble = (typeof PRINTER_TROUBLES)[number];

export interface Printer {
  /** As the system calls it; what a job is sent to. */
  readonly name: string;
  /** What people call it. */
  readonly label: string;
  readonly isDefault: boolean;
  /** `unknown` where the system does not tell. */
  readonly status: 'ready' | 'busy' | 'stopped' | 'unknown';
  readonly troubles: readonly PrinterTrouble[];
}

export interface PrintersFound {
  readonly printers: readonly Printer[];
  /** The one that this workstation prints to; null until somebody chooses one. */
  readonly chosen: string | null;
  /** Whether the system tells later what became of a job. */
  readonly tells: boolean;
}

/** Stands in place of a printer for whoever chooses it in the system's dialog. */
export const SYSTEM_DIALOG = 'system-dialog';

export interface PrintOrder {
  /** What the printer's queue shows: a letter's number, never a name. */
  readonly title: string;
  readonly printer: string;
  /** Shows the system's dialog first; the printer is then chosen there. */
  readonly dialog: boolean;
  readonly twoSided: boolean;
}

export const PRINT_FAILURES = [
  'NO_PRINTER',
  'PRINTER_GONE',
  'PRINTER_REFUSED',
  'SPOOLER_AWAY',
  'DOCUMENT_REFUSED',
  'NOT_DRAWN',
  'NO_ANSWER',
] as const;
export type PrintFailure = (typeof PRINT_FAILURES)[number];

/** `job` is the spooler's own number where it gives one. `NO_ANSWER`: it may have come out all the same. */
export type PrintOutcome =
  | { readonly state: 'spooled'; readonly job: number | null }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly reason: PrintFailure };

/** Where a job of the spooler stands. */
export interface SpoolState {
  readonly state:
    'waiting' | 'printing' | 'printed' | 'stopped' | 'aborted' | 'cancelled' | 'unknown';
  readonly troubles: readonly PrinterTrouble[];
}

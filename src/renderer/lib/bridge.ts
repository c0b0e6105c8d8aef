import type { Transport } from '../../contract/transport.ts';

/** What preload hands to the window, and nothing more. */
export interface Bridge extends Transport {
  /** Where a dropped or chosen file lies on disk; empty for what is no file. */
  pathForFile(file: File): string;
}

declare global {
  interface Window {
    readonly insaf: Bridge;
  }
}

import type { Bridge } from '../../contract/wire.ts';

declare global {
  interface Window {
    /** What preload hands to the window, and nothing more. */
    readonly insaf: Bridge;
  }
}

/** Calls, files, printing: the only way out of the window. */
export const bridge: Bridge = window.insaf;

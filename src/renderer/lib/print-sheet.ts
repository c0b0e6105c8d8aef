import { SYSTEM_DIALOG } from '../../contract/printing.ts';
import { bridge } from './bridge.ts';

/** Prints a paper that is on no register, through the system's own dialog; answers how that ended. */
export async function printSheet(bytes: Uint8Array, title: string) {
  const order = { printer: SYSTEM_DIALOG, dialog: true, twoSided: false };
  const { state } = await bridge.print(bytes, { title, ...order });
  return state;
}

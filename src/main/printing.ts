import { app, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { PrintersFound, PrintOrder, PrintOutcome, SpoolState } from '../contract/printing.ts';
import { CHANNELS } from '../contract/wire.ts';
import { PrinterChoice } from './print-choice.ts';
import { Cups, findCups } from './print-cups.ts';
import { printPages, runtimePrinters } from './print-pages.ts';
import { isOurWindow } from './relay.ts';

/**
 * Printers and printing for the window. Where the system has CUPS the bytes themselves are handed to it; elsewhere, and
 * for the system's dialog, pictures of the pages are printed. Nothing is written to a file.
 */
export function handlePrinting(window: () => BrowserWindow | undefined): void {
  const server = process.platform === 'win32' ? undefined : findCups();
  const cups = server && new Cups(server);
  const choice = new PrinterChoice(app.getPath('userData'));

  const ours = (event: IpcMainInvokeEvent): BrowserWindow => {
    const owner = window();
    if (!owner || !isOurWindow(event, window)) throw new Error('Unknown sender');
    return owner;
  };

  ipcMain.handle(CHANNELS.printers, async (event): Promise<PrintersFound> => {
    const owner = ours(event);
    const printers = await (cups ? cups.printers().catch(() => []) : runtimePrinters(owner));
    return { printers, chosen: await choice.read(), tells: cups !== undefined };
  });
  ipcMain.handle(CHANNELS.choosePrinter, async (event, printer: unknown): Promise<void> => {
    ours(event);
    if (typeof printer === 'string') await choice.write(printer);
  });
  ipcMain.handle(
    CHANNELS.print,
    async (event, bytes: unknown, order: unknown): Promise<PrintOutcome> => {
      const owner = ours(event);
      if (!(bytes instanceof Uint8Array) || !isOrder(order)) throw new Error('No print order');
      if (cups && !order.dialog) return cups.print(bytes, order);
      return printPages(owner, bytes, order);
    },
  );
  ipcMain.handle(
    CHANNELS.spoolState,
    async (event, printer: unknown, job: unknown): Promise<SpoolState> => {
      ours(event);
      if (!cups || !isSpoolJob(printer, job)) return { state: 'unknown', troubles: [] };
      return cups.stateOf(printer, Number(job));
    },
  );
  ipcMain.handle(
    CHANNELS.cancelSpooled,
    async (event, printer: unknown, job: unknown): Promise<boolean> => {
      ours(event);
      return cups && isSpoolJob(printer, job) ? cups.cancel(printer, Number(job)) : false;
    },
  );
}

function isSpoolJob(printer: unknown, job: unknown): printer is string {
  return typeof printer === 'string' && typeof job === 'number' && Number.isInteger(job);
}

function isOrder(value: unknown): value is PrintOrder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'printer' in value &&
    typeof value.printer === 'string' &&
    'dialog' in value &&
    typeof value.dialog === 'boolean' &&
    'twoSided' in value &&
    typeof value.twoSided === 'boolean'
  );
}

import { BrowserWindow, type WebContentsPrintOptions } from 'electron';
import type { Printer, PrintOrder, PrintOutcome } from '../contract/printing.ts';
import { pageAddress } from './window.ts';

/** After this long without an answer nobody knows whether the pages came out. */
const ANSWER_MS = 60_000;

/** Printers as the runtime knows them, where no print system can be asked. */
export async function runtimePrinters(window: BrowserWindow): Promise<Printer[]> {
  const found = await window.webContents.getPrintersAsync();
  return found.map((printer) => ({
    name: printer.name,
    label: printer.displayName || printer.name,
    // NOTE: newer runtimes no longer say it.
    isDefault: 'isDefault' in printer && printer.isDefault === true,
    status: 'unknown',
    troubles: [],
  }));
}

/**
 * Prints pictures of the pages, 300 dots to the inch, drawn by the same code as the preview: for systems that take no
 * PDF, and for whoever wants the system's own dialog. The runtime's PDF viewer is no way: it prints a blank page until
 * it is drawn, and never says that it printed (decision 059).
 */
export async function printPages(
  owner: BrowserWindow,
  bytes: Uint8Array,
  order: PrintOrder,
): Promise<PrintOutcome> {
  const hidden = new BrowserWindow({
    show: false,
    parent: owner,
    title: order.title,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  try {
    await hidden.loadURL(pageAddress('print-pages.html'));
    const document = Buffer.from(bytes).toString('base64');
    const drawn: unknown = await hidden.webContents.executeJavaScript(`drawPages("${document}")`);
    if (typeof drawn !== 'number' || drawn < 1) return { state: 'failed', reason: 'NOT_DRAWN' };
  } catch {
    hidden.destroy();
    return { state: 'failed', reason: 'NOT_DRAWN' };
  }
  try {
    return await printWindow(hidden, order);
  } finally {
    hidden.destroy();
  }
}

function printWindow(hidden: BrowserWindow, order: PrintOrder): Promise<PrintOutcome> {
  const options: WebContentsPrintOptions = {
    silent: !order.dialog,
    printBackground: true,
    margins: { marginType: 'none' },
    pageSize: 'A4',
    ...(order.printer === '' ? {} : { deviceName: order.printer }),
    ...(order.twoSided ? { duplexMode: 'longEdge' as const } : {}),
  };
  return new Promise((resolve) => {
    if (!order.dialog) {
      setTimeout(() => resolve({ state: 'failed', reason: 'NO_ANSWER' }), ANSWER_MS).unref();
    }
    hidden.webContents.print(options, (isTaken, reason) => {
      if (isTaken) resolve({ state: 'spooled', job: null });
      else if (/cancel/i.test(reason)) resolve({ state: 'cancelled' });
      else resolve({ state: 'failed', reason: 'PRINTER_REFUSED' });
    });
  });
}

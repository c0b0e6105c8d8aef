import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, ipcMain } from 'electron';
import { CHANNELS } from '../contract/wire.ts';
import { isOurWindow } from './relay.ts';

/**
 * Prints a letter's archived bytes, not a picture of the screen: the bytes go to a file of this process alone, are
 * shown by the runtime's PDF viewer in a hidden window, printed from there through the system's dialog, and removed.
 */
export function handlePrinting(window: () => BrowserWindow | undefined): void {
  ipcMain.handle(
    CHANNELS.print,
    async (event, bytes: Uint8Array, name: string): Promise<{ printed: boolean }> => {
      const owner = window();
      if (!owner || !isOurWindow(event, window)) throw new Error('Unknown sender');
      const folder = await mkdtemp(path.join(tmpdir(), 'insaf-print-'));
      const file = path.join(folder, `${name.replace(/[^\w.-]+/g, '-')}.pdf`);
      const hidden = new BrowserWindow({
        show: false,
        parent: owner,
        webPreferences: { plugins: true, sandbox: true, contextIsolation: true },
      });
      try {
        await writeFile(file, bytes, { mode: 0o600 });
        await hidden.loadURL(pathToFileURL(file).toString());
        const printed = await new Promise<boolean>((resolve) => {
          hidden.webContents.print({ silent: false, printBackground: true }, (success) => {
            resolve(success);
          });
        });
        return { printed };
      } finally {
        hidden.destroy();
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
}

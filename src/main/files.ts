import { writeFile } from 'node:fs/promises';
import { dialog, ipcMain, type BrowserWindow } from 'electron';
import { CHANNELS, type FileFilter } from '../contract/wire.ts';
import { isOurWindow } from './relay.ts';

/** The system's own dialogs: the window never reaches the disk by itself. */
export function handleFiles(window: () => BrowserWindow | undefined): void {
  ipcMain.handle(
    CHANNELS.chooseFile,
    async (event, title: string, filters: readonly FileFilter[]): Promise<string | null> => {
      const owner = window();
      if (!owner || !isOurWindow(event, window)) throw new Error('Unknown sender');
      const { filePaths } = await dialog.showOpenDialog(owner, {
        title,
        properties: ['openFile'],
        filters: filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
      });
      return filePaths[0] ?? null;
    },
  );
  ipcMain.handle(CHANNELS.chooseFolder, async (event, title: string): Promise<string | null> => {
    const owner = window();
    if (!owner || !isOurWindow(event, window)) throw new Error('Unknown sender');
    const { filePaths } = await dialog.showOpenDialog(owner, {
      title,
      properties: ['openDirectory'],
    });
    return filePaths[0] ?? null;
  });
  ipcMain.handle(
    CHANNELS.saveAs,
    async (event, bytes: Uint8Array, suggestedName: string): Promise<string | null> => {
      const owner = window();
      if (!owner || !isOurWindow(event, window)) throw new Error('Unknown sender');
      const { filePath } = await dialog.showSaveDialog(owner, { defaultPath: suggestedName });
      if (!filePath) return null;
      await writeFile(filePath, bytes);
      return filePath;
    },
  );
  ipcMain.handle(
    CHANNELS.chooseTarget,
    async (
      event,
      suggestedName: string,
      filters: readonly FileFilter[],
    ): Promise<string | null> => {
      const owner = window();
      if (!owner || !isOurWindow(event, window)) throw new Error('Unknown sender');
      const { filePath } = await dialog.showSaveDialog(owner, {
        defaultPath: suggestedName,
        filters: filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
      });
      return filePath || null;
    },
  );
}

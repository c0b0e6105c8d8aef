import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { CHANNELS } from '../contract/wire.ts';
import { BackendProcess } from './backend-process.ts';
import { dataFolderFrom, windowFolderOf } from './data-folder.ts';
import { handleFiles } from './files.ts';
import { handlePrinting } from './printing.ts';
import { relayCalls } from './relay.ts';
import { openWindow, registerScheme } from './window.ts';

const dataFolder = dataFolderFrom(process.argv, app.getPath('userData'));
app.setPath('userData', windowFolderOf(dataFolder));
app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
app.commandLine.appendSwitch('lang', 'ar');

if (!app.requestSingleInstanceLock()) {
  process.stderr.write(
    `إنصاف مفتوح على مجلد البيانات نفسه. Insaf is already open on ${dataFolder}\n`,
  );
  app.exit(3);
}

registerScheme();

let window: BrowserWindow | undefined;
let backend: BackendProcess | undefined;

app.on('second-instance', () => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
});

app.on('window-all-closed', () => {
  app.quit();
});

app.on('before-quit', (event) => {
  if (!backend) return;
  event.preventDefault();
  const closing = backend;
  backend = undefined;
  void closing.close().finally(() => {
    app.quit();
  });
});

async function start(): Promise<void> {
  backend = new BackendProcess({ data: dataFolder, resources: resourcesFolder() }, (event) => {
    window?.webContents.send(CHANNELS.event, event);
  });
  const current = (): BrowserWindow | undefined => window;
  relayCalls(backend, current);
  handleFiles(current);
  handlePrinting(current);
  window = await openWindow();
  window.on('closed', () => {
    window = undefined;
  });
}

// NOTE: the runtime is ready only after this module has loaded: waiting for it at the top level would never end.
void app.whenReady().then(start);

function resourcesFolder(): string {
  return app.isPackaged
    ? path.join(process.resourcesPath, 'resources')
    : path.join(import.meta.dirname, '../../resources');
}

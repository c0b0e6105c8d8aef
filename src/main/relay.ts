import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { findOperation } from '../contract/api.ts';
import type { ApiResult } from '../contract/errors.ts';
import type { CallRequest } from '../contract/transport.ts';
import { CHANNELS } from '../contract/wire.ts';
import type { BackendProcess } from './backend-process.ts';

/** Only the main frame of our own window, on our own page, is heard. */
export function isOurWindow(
  event: IpcMainEvent | IpcMainInvokeEvent,
  window: () => BrowserWindow | undefined,
): boolean {
  const contents = window()?.webContents;
  const frame = event.senderFrame;
  return (
    contents !== undefined &&
    event.sender === contents &&
    frame !== null &&
    frame === contents.mainFrame &&
    isOurPage(frame.url)
  );
}

export function isOurPage(url: string): boolean {
  const development = process.env['ELECTRON_RENDERER_URL'];
  return (
    url.startsWith('insaf://app/') || (development !== undefined && url.startsWith(development))
  );
}

function isCallRequest(value: unknown): value is CallRequest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    findOperation(value.name) !== undefined
  );
}

/** Passes calls of the contract on to the backend, and nothing else. */
export function relayCalls(backend: BackendProcess, window: () => BrowserWindow | undefined): void {
  ipcMain.handle(CHANNELS.call, (event, request: unknown): Promise<ApiResult<unknown>> => {
    if (!isOurWindow(event, window)) throw new Error('Unknown sender');
    if (!isCallRequest(request)) {
      return Promise.resolve({ ok: false, error: { code: 'UNKNOWN_OPERATION' } });
    }
    return backend.call(request);
  });
  ipcMain.on(CHANNELS.cancel, (event, operationId: unknown) => {
    if (isOurWindow(event, window) && typeof operationId === 'string') backend.cancel(operationId);
  });
}

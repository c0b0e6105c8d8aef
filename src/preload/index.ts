import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { BackendEvent } from '../contract/transport.ts';
import { CHANNELS, type Bridge } from '../contract/wire.ts';

const bridge: Bridge = {
  call: (request) => ipcRenderer.invoke(CHANNELS.call, request),
  cancel: (operationId) => {
    ipcRenderer.send(CHANNELS.cancel, operationId);
  },
  onEvent: (listener) => {
    const heard = (_event: unknown, event: BackendEvent): void => {
      listener(event);
    };
    ipcRenderer.on(CHANNELS.event, heard);
    return () => ipcRenderer.off(CHANNELS.event, heard);
  },
  pathForFile: (file) => webUtils.getPathForFile(file),
  chooseFile: (title, filters) => ipcRenderer.invoke(CHANNELS.chooseFile, title, filters),
  chooseFolder: (title) => ipcRenderer.invoke(CHANNELS.chooseFolder, title),
  printers: () => ipcRenderer.invoke(CHANNELS.printers),
  choosePrinter: (printer) => ipcRenderer.invoke(CHANNELS.choosePrinter, printer),
  print: (bytes, order) => ipcRenderer.invoke(CHANNELS.print, bytes, order),
  spoolState: (printer, job) => ipcRenderer.invoke(CHANNELS.spoolState, printer, job),
  cancelSpooled: (printer, job) => ipcRenderer.invoke(CHANNELS.cancelSpooled, printer, job),
  saveAs: (bytes, suggestedName) => ipcRenderer.invoke(CHANNELS.saveAs, bytes, suggestedName),
  chooseTarget: (suggestedName, filters) =>
    ipcRenderer.invoke(CHANNELS.chooseTarget, suggestedName, filters),
};

contextBridge.exposeInMainWorld('insaf', bridge);

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
  print: (bytes, name) => ipcRenderer.invoke(CHANNELS.print, bytes, name),
  saveAs: (bytes, suggestedName) => ipcRenderer.invoke(CHANNELS.saveAs, bytes, suggestedName),
  chooseTarget: (suggestedName, filters) =>
    ipcRenderer.invoke(CHANNELS.chooseTarget, suggestedName, filters),
};

contextBridge.exposeInMainWorld('insaf', bridge);

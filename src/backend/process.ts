import { createBackend, type Backend } from './create-backend.ts';
import type { ApiResult } from '../contract/errors.ts';
import type { FromBackend, ToBackend } from '../contract/wire.ts';
import { askShell, type ShellPort } from './documents/process/ask-shell.ts';
import type { Result } from '../domain/shared/result.ts';
import type { CallRequest } from '../contract/transport.ts';

/** The utility process: answers the shell's messages from one backend at one data folder. */
const [dataFolder = '', resourcesFolder = ''] = process.argv.slice(2);
if (dataFolder === '' || resourcesFolder === '') {
  throw new Error('The backend needs a data folder and a resources folder');
}

const passwordCost = process.env['INSAF_PASSWORD_COST'];
const port = process.parentPort;
const post = (message: FromBackend): void => {
  port.postMessage(message);
};

const documents = askShell(port);

let opening: Promise<Result<Backend>> | undefined;

async function open(): Promise<Result<Backend>> {
  const opened = await createBackend({
    dataFolder,
    resourcesFolder,
    startDocumentProcess: documents.start,
    ...(passwordCost === undefined ? {} : { passwordCost: Number(passwordCost) }),
  });
  if (opened.ok) {
    opened.value.onEvent((event) => {
      post({ type: 'event', event });
    });
  }
  return opened;
}

/** The backend; where the data folder could not be opened, asking again tries again. */
async function backend(): Promise<Result<Backend>> {
  opening ??= open();
  const opened = await opening;
  if (!opened.ok) opening = undefined;
  return opened;
}

async function answer(request: CallRequest): Promise<ApiResult<unknown>> {
  const opened = await backend();
  return opened.ok ? opened.value.call(request) : opened;
}

async function close(): Promise<void> {
  const opened = await opening;
  if (opened?.ok) await opened.value.close();
}

port.on('message', ({ data, ports }: { data: ToBackend; ports: readonly ShellPort[] }) => {
  switch (data.type) {
    case 'call':
      void answer(data.request).then((result) => {
        post({ type: 'answer', id: data.id, result });
      });
      break;
    case 'cancel':
      void backend().then((opened) => {
        if (opened.ok) opened.value.cancel(data.operationId);
      });
      break;
    case 'documentsStarted':
    case 'documentsEnded':
      documents.hear(data, ports);
      break;
    case 'close':
      void close().then(() => {
        process.exit(0);
      });
      break;
  }
});

void backend();
post({ type: 'ready' });

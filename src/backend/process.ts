import { createBackend, type Backend } from './create-backend.ts';
import type { ApiResult } from '../contract/errors.ts';
import type { FromBackend, ToBackend } from '../contract/wire.ts';
import type { Refusal } from '../domain/shared/result.ts';

/** The utility process: answers the shell's messages from one backend at one data folder. */
const [dataFolder, resourcesFolder] = process.argv.slice(2);
if (dataFolder === undefined || resourcesFolder === undefined) {
  throw new Error('The backend needs a data folder and a resources folder');
}

const port = process.parentPort;
const post = (message: FromBackend): void => {
  port.postMessage(message);
};

let backend: Backend | undefined;
let failure: Refusal | undefined;

const opened = await createBackend({
  dataFolder,
  resourcesFolder,
  ...(process.env['INSAF_PASSWORD_COST'] === undefined
    ? {}
    : { passwordCost: Number(process.env['INSAF_PASSWORD_COST']) }),
});
if (opened.ok) {
  backend = opened.value;
  backend.onEvent((event) => {
    post({ type: 'event', event });
  });
} else {
  failure = opened.error;
}

async function answer(request: Extract<ToBackend, { type: 'call' }>): Promise<ApiResult<unknown>> {
  if (failure) return { ok: false, error: failure };
  if (!backend) return { ok: false, error: { code: 'BACKEND_STOPPED' } };
  return backend.call(request.request);
}

port.on('message', ({ data }: { data: ToBackend }) => {
  switch (data.type) {
    case 'call':
      void answer(data).then((result) => {
        post({ type: 'answer', id: data.id, result });
      });
      break;
    case 'cancel':
      backend?.cancel(data.operationId);
      break;
    case 'close':
      void (backend?.close() ?? Promise.resolve()).then(() => {
        process.exit(0);
      });
      break;
  }
});

post({ type: 'ready' });

import path from 'node:path';
import { createBackend } from '../../src/backend/create-backend.ts';
import { createClient } from '../../src/contract/client.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';

/**
 * A desk in a process of its own, to be killed: opens the folder, starts the batch where there is none (the start of the
 * backend itself goes on with one that was interrupted), and says how far it is until it is done.
 */
const [folder = '', username = '', password = ''] = process.argv.slice(2);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const opened = await createBackend({
  dataFolder: folder,
  resourcesFolder: path.resolve('resources'),
});
if (!opened.ok) throw new Error(opened.error.code);
const api = createClient(opened.value);
const signedIn = await api.staff.signIn({ username, password });
if (!signedIn.ok) throw new Error(signedIn.error.code);
api.session.set(signedIn.value.session);

const known = await api.letterBatches.list({});
let running = known.ok ? known.value.rows[0] : undefined;
if (running === undefined) {
  const started = await api.letterBatches.start({
    filter: { kind: 'resumeGuidance', month: isoMonth('2026-11') },
  });
  if (!started.ok) throw new Error(started.error.code);
  say('started');
  void api.letterBatches.run({ id: started.value.id });
}
for (;;) {
  const found = await api.letterBatches.list({});
  running = found.ok ? found.value.rows[0] : undefined;
  if (running === undefined) throw new Error('The batch is gone');
  say(`${running.issued} ${running.ready}`);
  if (running.state === 'done' && running.ready === running.issued) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await opened.value.close();
say('closed');

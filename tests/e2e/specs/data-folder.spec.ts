import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { windowCommand } from '../fixtures/runtime.ts';
import { expect, test } from '../fixtures/test.ts';
import { StartScreen } from '../screens/start-screen.ts';

test('a data folder that cannot be written is named so, and nothing is made', async ({
  open,
  scratch,
}) => {
  const file = path.join(scratch, 'a-file');
  writeFileSync(file, 'not a folder');
  const desk = await open(path.join(file, 'branch'));
  const start = new StartScreen(desk.page);
  await expect(start.alert).toContainText('لا يمكن الكتابة في مجلد البيانات');
  await desk.keep('data-folder-not-writable');
  expect(readFileSync(file, 'utf8')).toBe('not a folder');
});

test('a second window on the same folder leaves with status 3 and says so; the first stays', async ({
  open,
  scratch,
}) => {
  const folder = path.join(scratch, 'branch');
  mkdirSync(folder);
  const desk = await open(folder);
  await expect(new StartScreen(desk.page).makeSample).toBeVisible();

  const { program, words } = windowCommand(folder);
  const second = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  second.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [status] = (await once(second, 'close')) as [number | null];
  expect(status).toBe(3);
  expect(said).toContain('إنصاف مفتوح على مجلد البيانات نفسه');
  await expect(new StartScreen(desk.page).makeSample).toBeVisible();
});

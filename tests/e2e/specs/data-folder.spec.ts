import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { BranchFolder } from '../fixtures/branch-folder.ts';
import { windowCommand } from '../fixtures/runtime.ts';
import { expect, test } from '../fixtures/test.ts';
import { PaymentsScreen } from '../screens/payments-screen.ts';
import { Shell } from '../screens/shell.ts';
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

test('a database of a newer version is left alone and said to be one', async ({ branch, open }) => {
  const database = path.join(branch.folder, 'insaf.db');
  const file = new Sqlite(database);
  file.exec("insert into kysely_migration values ('9999-a-later-one', '2030-01-01T00:00:00.000Z')");
  file.close();
  const before = branch.digest();
  const desk = await open(branch.folder);
  await expect(new StartScreen(desk.page).alert).toContainText(
    'قاعدة البيانات من إصدار أحدث من إنصاف',
  );
  await desk.keep('data-folder-newer');
  await desk.close();
  expect(branch.digest()).toBe(before);
});

test.describe('on a file system of its own', () => {
  test.skip(!mayMount(), 'needs the right to mount a file system');

  test('a read-only data folder is named so, and nothing changes', async ({
    sample,
    open,
    scratch,
  }) => {
    await withFileSystem(scratch, '64m', async (folder) => {
      cpSync(sample.folder, folder, { recursive: true });
      execFileSync('mount', ['-o', 'remount,ro', folder]);
      const desk = await open(folder);
      await expect(new StartScreen(desk.page).alert).toContainText(
        'لا يمكن الكتابة في مجلد البيانات',
      );
      await desk.keep('data-folder-read-only');
      await desk.close();
    });
  });

  test('a full disk stops an import in words, and nothing of the list is kept', async ({
    sample,
    open,
    scratch,
  }) => {
    await withFileSystem(scratch, '64m', async (folder) => {
      cpSync(sample.folder, folder, { recursive: true });
      const branch = new BranchFolder(folder, path.basename(sample.files), sample.today);
      const before = branch.digest();
      const desk = await open(folder);
      await new StartScreen(desk.page).signIn('fahad');
      await new Shell(desk.page).go('payments');
      const payments = new PaymentsScreen(desk.page);
      await payments.openImport();
      await payments.choose(branch.file('next', 'payments.csv'));
      await expect(payments.confirm).toBeEnabled();
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(path.join(folder, 'filling'), Buffer.alloc(bavail * bsize - 16_384));
      await payments.confirm.click();
      await expect(payments.dialog.getByRole('alert')).toContainText('امتلأ القرص');
      await desk.keep('data-folder-full');
      await desk.close();
      expect(branch.digest()).toBe(before);
    });
  });
});

function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(path.join(tmpdir(), 'insaf-e2e-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

async function withFileSystem(
  scratch: string,
  size: string,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = path.join(scratch, 'disk');
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  try {
    await work(folder);
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
}

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../fixtures/test.ts';

import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';
import { VerifyDesk } from '../screens/verify-desk.ts';

test('a file and a paper are told to be ours, altered, or not ours', async ({
  branch,
  scratch,
  open,
}) => {
  const [letter] = branch.rows<{ number: string; sha256: string; code: string }>(
    `select l.number, l.sha256, s.code from letter l join letter_seal s on s.letter_id = l.id
       where l.sha256 is not null order by l.number limit 1`,
  );
  if (letter === undefined) throw new Error('The sample has no letter');
  const { sha256, number, code } = letter;
  const original = path.join(branch.folder, 'attachments', sha256.slice(0, 2), sha256);
  const named = (name: string, bytes: Uint8Array): string => {
    const file = path.join(scratch, name);
    writeFileSync(file, bytes);
    return file;
  };
  const bytes = readFileSync(original);
  const changed = Buffer.from(bytes);
  changed[changed.length - 1] = 0x20;

  const desk = await open(branch.folder);
  await new StartScreen(desk.page).signIn('noura');
  await new Shell(desk.page).go('letters');
  const verify = new VerifyDesk(desk.page);
  await verify.open();
  await verify.file.setInputFiles(named('letter.pdf', bytes));
  await expect(verify.answer).toContainText('أصل صادر من الفرع دون تغيير');
  await expect(verify.answer).toContainText(number);
  await desk.keep('letter-verified');
  await verify.file.setInputFiles(named('changed.pdf', changed));
  await expect(verify.answer).toContainText('ملف مُغيَّر');
  await verify.file.setInputFiles(named('other.pdf', Buffer.from('%PDF-1.4\n%%EOF')));
  await expect(verify.answer).toContainText('ليس من خطابات الفرع');

  await verify.number.fill(number);
  await verify.code.fill(code.toLowerCase());
  await desk.page.keyboard.press('Enter');
  await expect(verify.answer).toContainText('الرقم والرمز صحيحان');
  await expect(verify.answer.locator('canvas').first()).toBeVisible();
  await verify.code.fill('00000000');
  await desk.page.keyboard.press('Enter');
  await expect(verify.answer).toContainText('الرمز لا يخص هذا الخطاب');
  await desk.close();
});

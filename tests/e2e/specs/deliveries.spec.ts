import { createHash } from 'node:crypto';
import { MailServer } from '../../repos/delivery-servers.ts';
import { expect, test } from '../fixtures/test.ts';
import { LettersScreen } from '../screens/letters-screen.ts';
import { OutboxScreen } from '../screens/outbox-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

test('a letter is mailed as it was archived, waits while the server is down, and goes when it is back', async ({
  branch,
  open,
}) => {
  const server = await MailServer.start();
  try {
    const first = await open(branch.folder);
    await new StartScreen(first.page).signIn('admin');
    await new OutboxScreen(first.page).setUpMail(server.port);
    await expect(new Shell(first.page).toasts).toContainText('حُفظ الحساب');
    await first.keep('delivery-accounts');
    await first.close();

    const desk = await open(branch.folder);
    await new StartScreen(desk.page).signIn('mona');
    await new Shell(desk.page).go('letters');
    const letters = new LettersScreen(desk.page);
    const outbox = new OutboxScreen(desk.page);
    await letters.rows.first().click();
    await expect(letters.sheet).toBeVisible();
    await outbox.send('badriya@example.org');
    await expect.poll(() => server.received.length).toBe(1);
    await outbox.open();
    await expect(outbox.rows.filter({ hasText: 'b***@example.org' })).toContainText('أُرسلت');

    await server.down();
    await new Shell(desk.page).go('letters');
    await letters.rows.first().click();
    await expect(letters.sheet).toBeVisible();
    await outbox.send('second@example.org');
    await outbox.open();
    const waiting = outbox.rows.filter({ hasText: 's***@example.org' });
    await expect(waiting).toContainText('تنتظر');
    await expect(waiting).toContainText('تعذّر الوصول إلى الخادم');
    await desk.keep('delivery-outbox');
    await server.up();
    await outbox.retry(waiting);
    await expect(waiting).toContainText('أُرسلت');
    await desk.close();

    const [archived] = branch.rows<{ sha256: string; id: string }>(
      'select l.id, l.sha256 from letter l join delivery d on d.letter_id = l.id limit 1',
    );
    const hashes = server.received.map(({ mail }) =>
      createHash('sha256')
        .update(mail.attachments[0]?.content ?? '')
        .digest('hex'),
    );
    expect(hashes).toEqual([archived?.sha256, archived?.sha256]);
    expect(
      branch.rows(
        `select 1 from letter_event where type = 'sent' and letter_id = ?`,
        archived?.id ?? '',
      ),
    ).toHaveLength(2);
  } finally {
    await server.down();
  }
});

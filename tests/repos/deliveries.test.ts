import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDeliveries } from '../../src/backend/app/deliveries/verify-deliveries.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { createContentStore } from '../../src/backend/documents/content-store.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { value, type TestBranch } from './branch.ts';
import { branchWithLetter, emailAccount, NAME, Outbox, smsAccount } from './delivery-branch.ts';
import {
  freePort,
  MailServer,
  selfSigned,
  SmsGateway,
  type MailBehaviour,
} from './delivery-servers.ts';

let branch: TestBranch;
let letterId: string;
let outbox: Outbox;
const running: { down(): Promise<void> }[] = [];

beforeEach(async () => {
  ({ branch, letterId } = await branchWithLetter());
  outbox = new Outbox(branch, letterId);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.down()));
  const { reader } = branch.backend.database;
  const { differences } = await verifyDeliveries(readRepos(reader).deliveries, () =>
    Promise.resolve(),
  );
  await branch.end();
  if (differences.length > 0) throw new Error(JSON.stringify(differences));
});

/** A mail server, and the account that reaches it. */
async function mail(
  behaviour: MailBehaviour = {},
  account: Parameters<typeof emailAccount>[1] = {},
): Promise<MailServer> {
  const server = await MailServer.start(behaviour);
  running.push(server);
  const admin = await branch.as('admin');
  value(await admin.deliveries.saveEmailAccount(emailAccount(server.port, account)));
  return server;
}

async function gateway(answers: Parameters<typeof SmsGateway.start>[0] = []): Promise<SmsGateway> {
  const server = await SmsGateway.start(answers);
  running.push(server);
  const admin = await branch.as('admin');
  value(await admin.deliveries.saveSmsAccount(smsAccount(server.url)));
  return server;
}

describe('a letter sent by e-mail', () => {
  it('arrives once with the archived bytes, in Arabic, under its number', async () => {
    const server = await mail();
    const id = await outbox.send('email', 'badriya@example.org');
    expect(await outbox.settled(id)).toMatchObject({
      state: 'sent',
      maskedTo: 'b***@example.org',
      attempts: 1,
      nextAttemptAt: null,
    });
    expect(server.received).toHaveLength(1);
    const [{ mail: message, raw, to } = never()] = server.received;
    const api = await branch.as('sara');
    const { letter, bytes } = value(await api.letters.file({ id: letterId }));
    const [attachment = never()] = message.attachments;
    expect(createHash('sha256').update(attachment.content).digest('hex')).toBe(letter.sha256);
    expect(attachment.content.equals(Buffer.from(bytes))).toBe(true);
    expect(attachment.contentType).toBe('application/pdf');
    expect(to).toBe('badriya@example.org');
    expect(message.subject).toContain('1448/0001');
    expect(message.messageId).toBe(`<${id}@insaf.example>`);
    expect(message.from?.value).toEqual([
      { name: 'فرع شمال الرياض', address: 'branch@insaf.example' },
    ]);
    expect(message.text).toContain('خطاب فرع شمال الرياض رقم 1448/0001');
    expect(message.html).toContain('dir="rtl"');
    const source = raw.toString('latin1');
    expect(source).toContain('filename="letter-1448-0001.pdf"');
    expect(source).toContain(`filename*=UTF-8''${encodeURIComponent('1448-0001-خطاب.pdf')}`);
    expect(source.split('\r\n').every((line) => line.length <= 998)).toBe(true);
    expect(source).not.toMatch(/^(?:X-Mailer|Bcc):/imu);
  });

  it('stands as sent on the letter own trail, by a masked address', async () => {
    await mail();
    await outbox.settled(await outbox.send('email', 'badriya@example.org'));
    const { rows } = await sql<{ type: string; details: string }>`
      select type, details from letter_event where letter_id = ${letterId} order by seq desc limit 1`.execute(
      branch.backend.database.reader.db,
    );
    expect(rows).toEqual([
      {
        type: 'sent',
        details: JSON.stringify({ channel: 'email', to: 'b***@example.org' }),
      },
    ]);
  });

  it('waits while the server is down, says why, and is sent when it is up again', async () => {
    const server = await mail();
    await server.down();
    const id = await outbox.send('email', 'badriya@example.org');
    expect(await outbox.tried(id, 1)).toMatchObject({
      state: 'waiting',
      lastError: { code: 'DELIVERY_UNREACHABLE', answer: null },
      nextAttemptAt: '2026-11-12T07:01:00.000Z',
    });
    const api = await branch.as('sara');
    expect(value(await api.deliveries.status({}))).toMatchObject({
      counts: { waiting: 1 },
      email: { isReady: true, rests: { code: 'DELIVERY_UNREACHABLE' } },
      sms: { isReady: false, rests: null },
    });
    branch.later(1.1);
    expect(await outbox.tried(id, 2)).toMatchObject({ nextAttemptAt: '2026-11-12T07:06:06.000Z' });
    await server.up();
    branch.later(5);
    expect(await outbox.settled(id)).toMatchObject({ state: 'sent', attempts: 3 });
    expect(server.received).toHaveLength(1);
    expect(await outbox.trail(id)).toEqual([
      'queued',
      'notReached',
      'notReached',
      'handingOver',
      'sent',
    ]);
    expect(value(await api.deliveries.status({})).email.rests).toBeNull();
  });

  it('waits however long the server is away', async () => {
    const server = await mail();
    await server.down();
    const id = await outbox.send('email', 'badriya@example.org');
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      await outbox.tried(id, attempt);
      branch.later(241);
    }
    expect((await outbox.row(id)).state).toBe('waiting');
  });

  it('is not handed over to a server that refuses the password, until it is mended', async () => {
    const server = await mail({ password: 'right' }, { user: 'insaf', password: 'wrong' });
    const id = await outbox.send('email', 'badriya@example.org');
    expect(await outbox.tried(id, 1)).toMatchObject({
      state: 'waiting',
      lastError: { code: 'DELIVERY_SIGN_IN', answer: 535 },
    });
    const admin = await branch.as('admin');
    value(
      await admin.deliveries.saveEmailAccount(
        emailAccount(server.port, { user: 'insaf', password: 'right', expectedVersion: 1 }),
      ),
    );
    branch.later(1.1);
    expect((await outbox.settled(id)).state).toBe('sent');
    expect(server.received).toHaveLength(1);
  });

  it('is sent after a refusal for now, to the address or to the whole text', async () => {
    const server = await mail({ toAddress: [450], toText: [451] });
    const id = await outbox.send('email', 'badriya@example.org');
    expect(await outbox.tried(id, 1)).toMatchObject({
      state: 'waiting',
      lastError: { code: 'DELIVERY_BUSY', answer: 450 },
    });
    branch.later(1.1);
    expect(await outbox.tried(id, 2)).toMatchObject({ lastError: { answer: 451 } });
    branch.later(5.1);
    expect(await outbox.settled(id)).toMatchObject({ state: 'sent', attempts: 3 });
    expect(server.received).toHaveLength(1);
  });

  it('fails when the server goes on refusing for now, and is sent when an officer tries again', async () => {
    const server = await mail({ toAddress: Array.from({ length: 15 }, () => 450) });
    const id = await outbox.send('email', 'badriya@example.org');
    for (let attempt = 1; attempt <= 15; attempt += 1) {
      await outbox.tried(id, attempt);
      branch.later(241);
    }
    const failed = await outbox.settled(id);
    expect(failed).toMatchObject({ state: 'failed', lastError: { answer: 450 } });
    const api = await branch.as('sara');
    value(await api.deliveries.retry({ id, expectedVersion: failed.version }));
    expect(await outbox.settled(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['the address', { toAddress: [550] }, 'DELIVERY_ADDRESS_REFUSED', 550],
    ['the text', { toText: [554] }, 'DELIVERY_REFUSED', 554],
    ['its size', { toText: [552] }, 'DELIVERY_TOO_LARGE', 552],
  ])('fails at once when %s is refused for good', async (_what, behaviour, code, answer) => {
    const server = await mail(behaviour);
    const id = await outbox.send('email', 'badriya@example.org');
    expect(await outbox.settled(id)).toMatchObject({
      state: 'failed',
      lastError: { code, answer },
      nextAttemptAt: null,
    });
    expect(server.received).toHaveLength(0);
  });

  it('is tried again when the connection drops before the text', async () => {
    const server = await mail({ toAddress: ['drop'] });
    const id = await outbox.send('email', 'badriya@example.org');
    expect(await outbox.tried(id, 1)).toMatchObject({
      state: 'waiting',
      lastError: { code: 'DELIVERY_UNREACHABLE' },
    });
    branch.later(1.1);
    expect((await outbox.settled(id)).state).toBe('sent');
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['the connection drops', ['drop'] as const],
    ['the server falls silent', ['silence'] as const],
  ])('is uncertain when %s after the text, and is not sent again by itself', async (_, toText) => {
    const server = await mail({ toText: [...toText] });
    const id = await outbox.send('email', 'badriya@example.org');
    const uncertain = await outbox.settled(id);
    expect(uncertain).toMatchObject({
      state: 'uncertain',
      lastError: { code: 'DELIVERY_NO_ANSWER', answer: null },
    });
    branch.later(10_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.received).toHaveLength(1);
    const api = await branch.as('sara');
    const expectedVersion = uncertain.version;
    expect(await api.deliveries.retry({ id, expectedVersion })).toMatchObject({
      error: { code: 'DELIVERY_STATE', details: { state: 'uncertain' } },
    });
    value(await api.deliveries.resolve({ id, expectedVersion, as: 'sendAgain' }));
    expect((await outbox.settled(id)).state).toBe('sent');
    const ids = server.received.map(({ mail: { messageId } }) => messageId);
    expect(ids).toEqual([`<${id}@insaf.example>`, `<${id}@insaf.example>`]);
  });

  it('that an officer found to have arrived is sent, on the letter too', async () => {
    await mail({ toText: ['drop'] });
    const id = await outbox.send('email', 'badriya@example.org');
    const { version } = await outbox.settled(id);
    const api = await branch.as('sara');
    value(await api.deliveries.resolve({ id, expectedVersion: version, as: 'arrived' }));
    expect((await outbox.row(id)).state).toBe('sent');
    const { trail } = value(await api.letters.letter({ id: letterId }));
    expect(trail.at(-1)).toMatchObject({ type: 'sent', officerName: 'سارة الغامدي' });
  });

  it('is taken back while it waits, and not after', async () => {
    const server = await mail();
    await server.down();
    const id = await outbox.send('email', 'badriya@example.org');
    const { version } = await outbox.tried(id, 1);
    const api = await branch.as('sara');
    expect(await api.deliveries.cancel({ id, expectedVersion: version - 1 })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    value(await api.deliveries.cancel({ id, expectedVersion: version }));
    await server.up();
    branch.later(300);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(server.received).toHaveLength(0);
    expect(await api.deliveries.cancel({ id, expectedVersion: version + 1 })).toMatchObject({
      error: { code: 'DELIVERY_STATE', details: { state: 'cancelled' } },
    });
  });

  it('is not sent when its file is no longer the archived one', async () => {
    const server = await mail();
    await server.down();
    const id = await outbox.send('email', 'badriya@example.org');
    await outbox.tried(id, 1);
    const store = createContentStore(path.join(branch.folder, 'attachments'));
    const api = await branch.as('sara');
    const { letter } = value(await api.letters.letter({ id: letterId }));
    rmSync(store.pathOf(letter.sha256 ?? ''));
    await server.up();
    branch.later(2);
    expect(await outbox.settled(id)).toMatchObject({
      state: 'failed',
      lastError: { code: 'CONTENT_MISSING' },
    });
  });
});

const certificate = selfSigned();

describe('a secured connection (skipped where openssl is missing)', () => {
  it.skipIf(certificate === null).each(['starttls', 'tls'] as const)(
    'by %s is refused to a certificate that nobody signed, unless it is the trusted one',
    async (security) => {
      const tls = certificate ?? never();
      const server = await mail(
        { tls, secure: security === 'tls', password: 'p' },
        { host: 'localhost', security, user: 'insaf', password: 'p' },
      );
      const id = await outbox.send('email', 'badriya@example.org');
      expect(await outbox.tried(id, 1)).toMatchObject({
        state: 'waiting',
        lastError: { code: 'DELIVERY_NOT_TRUSTED', answer: null },
      });
      const admin = await branch.as('admin');
      const again = { host: 'localhost', security, user: 'insaf', expectedVersion: 1 } as const;
      const trusting = { ...again, trustedCertificate: tls.cert };
      // A kept password is not shown to a server that is trusted only now.
      expect(
        await admin.deliveries.saveEmailAccount(emailAccount(server.port, trusting)),
      ).toMatchObject({ error: { code: 'DELIVERY_SECRET_AGAIN' } });
      value(
        await admin.deliveries.saveEmailAccount(
          emailAccount(server.port, { ...trusting, password: 'p' }),
        ),
      );
      branch.later(1.1);
      expect((await outbox.settled(id)).state).toBe('sent');
      expect(server.received).toHaveLength(1);
    },
  );

  it('is asked for in vain of a server that has none: nothing is sent in the clear', async () => {
    const server = await mail({}, { security: 'starttls' });
    const id = await outbox.send('email', 'badriya@example.org');
    expect(await outbox.tried(id, 1)).toMatchObject({
      state: 'waiting',
      lastError: { code: 'DELIVERY_NO_STARTTLS' },
    });
    expect(server.received).toHaveLength(0);
  });
});

describe('a letter announced by SMS', () => {
  it('reaches the number of the person file, whole only at the gateway, with its key', async () => {
    const server = await gateway();
    const api = await branch.as('sara');
    expect(value(await api.deliveries.prepare({ letterId })).maskedPhone).toBe('+966******567');
    const id = await outbox.send('sms', null);
    expect(await outbox.settled(id)).toMatchObject({ state: 'sent', maskedTo: '+966******567' });
    expect(server.received).toMatchObject([
      {
        headers: { 'idempotency-key': id, 'x-api-key': 'gateway key 77' },
        body: {
          to: '+966551234567',
          sender: 'Insaf',
          text: 'فرع شمال الرياض: صدر لكم الخطاب رقم 1448/0001 بتاريخ 12/11/2026. نأمل مراجعة الفرع لتسلمه.',
        },
      },
    ]);
  });

  it.each([
    [401, 'waiting', 'DELIVERY_SIGN_IN'],
    [429, 'waiting', 'DELIVERY_BUSY'],
    [503, 'waiting', 'DELIVERY_BUSY'],
    [422, 'failed', 'DELIVERY_REFUSED'],
    [500, 'uncertain', 'DELIVERY_UNCLEAR'],
    ['drop', 'uncertain', 'DELIVERY_NO_ANSWER'],
    ['silence', 'uncertain', 'DELIVERY_NO_ANSWER'],
  ] as const)('is, after an answer of %s, %s', async (answer, state, code) => {
    const server = await gateway([answer]);
    const id = await outbox.send('sms', '055 123 4567');
    const row = await outbox.tried(id, 1);
    expect(row).toMatchObject({ state, lastError: { code } });
    expect(server.received).toHaveLength(1);
    if (state !== 'waiting') return;
    branch.later(1.1);
    expect((await outbox.settled(id)).state).toBe('sent');
    const keys = server.received.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([id, id]);
  });

  it('waits while the gateway is not there', async () => {
    const admin = await branch.as('admin');
    const url = `http://127.0.0.1:${String(await freePort())}/`;
    value(await admin.deliveries.saveSmsAccount(smsAccount(url)));
    const id = await outbox.send('sms', null);
    expect(await outbox.tried(id, 1)).toMatchObject({
      state: 'waiting',
      lastError: { code: 'DELIVERY_UNREACHABLE' },
    });
  });
});

describe('sending', () => {
  it('needs the permission, an account, a good address and a text without personal numbers', async () => {
    const api = await branch.as('sara');
    const auditor = await branch.as('huda');
    const {
      letter: { version: expectedVersion },
    } = value(await api.deliveries.prepare({ letterId }));
    const message = { letterId, expectedVersion, channel: 'sms', to: null, text: 'نص' } as const;
    const refused = async (more: Partial<Parameters<typeof api.deliveries.send>[0]> = {}) => {
      const result = await api.deliveries.send({ ...message, ...more });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await auditor.deliveries.send(message)).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    expect(await refused()).toBe('DELIVERY_ACCOUNT_MISSING');
    const server = await mail();
    await server.down();
    await gateway();
    expect(await refused({ to: '0112345678' })).toBe('DELIVERY_ADDRESS');
    expect(await refused({ channel: 'email', to: 'a@b' })).toBe('DELIVERY_ADDRESS');
    expect(await refused({ channel: 'email', to: 'a@b.sa\r\nBcc: x@y.sa' })).toBe(
      'DELIVERY_ADDRESS',
    );
    expect(await refused({ channel: 'email' })).toBe('DELIVERY_NO_PHONE');
    expect(await refused({ text: `إلى ${NAME}` })).toBe('DELIVERY_TEXT_PERSONAL');
    expect(await refused({ text: 'SA0380000000608010167519' })).toBe('DELIVERY_TEXT_PERSONAL');
    expect(await refused({ expectedVersion: expectedVersion + 1 })).toBe('CONFLICT');
    expect(await refused({ channel: 'email', to: 'badriya@example.org' })).toBe('ok');
    expect(await refused({ channel: 'email', to: 'badriya@example.org' })).toBe('DELIVERY_EXISTS');
  });

  it('lists what was queued by state, channel and search, page by page', async () => {
    const server = await mail();
    await gateway();
    const sms = await outbox.send('sms', null);
    await outbox.settled(sms);
    await server.down();
    const email = await outbox.send('email', 'badriya@example.org');
    await outbox.tried(email, 1);
    const api = await branch.as('huda');
    const ids = async (filter: Parameters<typeof api.deliveries.list>[0]) =>
      value(await api.deliveries.list(filter)).rows.map(({ id }) => id);
    expect(await ids({ descending: false })).toEqual([sms, email]);
    expect(await ids({ state: ['sent'] })).toEqual([sms]);
    expect(await ids({ channel: 'email' })).toEqual([email]);
    expect(await ids({ search: '1448/0001', descending: false })).toEqual([sms, email]);
    expect(await ids({ search: 'بدريه السبيعى', limit: 1 })).toHaveLength(1);
    expect(await ids({ search: '1447/' })).toEqual([]);
    expect(await ids({ sort: 'nextAttemptAt', descending: false })).toEqual([email, sms]);
  });
});

describe('the accounts', () => {
  it('keep their passwords where no answer, audit entry or log shows them', async () => {
    const secret = 'Very-Secret-Password-77';
    await mail({ password: 'other' }, { user: 'insaf', password: secret });
    const server = await gateway([403]);
    await outbox.tried(await outbox.send('email', 'badriya@example.org'), 1);
    await outbox.tried(await outbox.send('sms', null), 1);
    expect(server.received).toHaveLength(1);
    const admin = await branch.as('admin');
    const accounts = value(await admin.deliveries.accounts({}));
    expect(accounts).toMatchObject({ email: { hasSecret: true }, sms: { hasSecret: true } });
    const { db } = branch.backend.database.reader;
    const seen = [
      JSON.stringify(accounts),
      JSON.stringify((await sql`select * from audit_entry`.execute(db)).rows),
      JSON.stringify((await sql`select * from setting`.execute(db)).rows),
      JSON.stringify((await sql`select * from delivery_event`.execute(db)).rows),
      ...readdirSync(path.join(branch.folder, 'logs')).map((name) =>
        readFileSync(path.join(branch.folder, 'logs', name), 'utf8'),
      ),
    ].join('\n');
    for (const kept of [secret, 'gateway key 77', 'badriya@', '551234567']) {
      expect(seen).not.toContain(kept);
    }
    expect(seen).toContain('DELIVERY_SIGN_IN');
  });

  it('are the administrator alone, and refuse what cannot work', async () => {
    const sara = await branch.as('sara');
    const admin = await branch.as('admin');
    expect(await sara.deliveries.accounts({})).toMatchObject({ error: { code: 'NOT_PERMITTED' } });
    const save = async (more: Parameters<typeof emailAccount>[1]) => {
      const result = await admin.deliveries.saveEmailAccount(emailAccount(25, more));
      return result.ok ? 'ok' : (result.error.details?.['field'] ?? result.error.code);
    };
    expect(await save({ text: '{iban}' })).toBe('iban');
    expect(await save({ trustedCertificate: 'x' })).toBe('DELIVERY_CERTIFICATE');
    expect(await save({ fromAddress: 'x' })).toBe('fromAddress');
    expect(await save({ host: 'a b' })).toBe('host');
    const sms = async (more: Parameters<typeof smsAccount>[1]) => {
      const result = await admin.deliveries.saveSmsAccount(smsAccount('https://x.sa', more));
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await sms({ url: 'http://gateway.example/' })).toBe('DELIVERY_GATEWAY_URL');
    expect(await sms({ url: 'https://a:b@gateway.example/' })).toBe('DELIVERY_GATEWAY_URL');
    expect(await sms({ body: '{"to":"{to}"}' })).toBe('DELIVERY_GATEWAY_BODY');
    expect(await sms({ text: '{subject}' })).toBe('DELIVERY_TEXT_FIELD');
    expect(await sms({ headerName: 'X: y' })).toBe('INVALID_INPUT');
    expect(await sms({})).toBe('ok');
    expect(await sms({})).toBe('CONFLICT');
    expect(await sms({ expectedVersion: 1, key: null, url: 'https://y.sa' })).toBe(
      'DELIVERY_SECRET_AGAIN',
    );
  });

  it('are proven by a message that is sent at once', async () => {
    const server = await mail({ password: 'right' }, { user: 'insaf', password: 'right' });
    const admin = await branch.as('admin');
    value(await admin.deliveries.test({ channel: 'email', to: 'admin@example.org' }));
    expect(server.received.map(({ to }) => to)).toEqual(['admin@example.org']);
    expect(server.received[0]?.mail.attachments).toEqual([]);
    await server.down();
    expect(await admin.deliveries.test({ channel: 'email', to: 'a@example.org' })).toMatchObject({
      error: { code: 'DELIVERY_UNREACHABLE' },
    });
    expect(await admin.deliveries.test({ channel: 'sms', to: '0551234567' })).toMatchObject({
      error: { code: 'DELIVERY_ACCOUNT_MISSING' },
    });
  });
});

describe('closing the branch', () => {
  it('waits for the answer to what is being handed over, and goes on after the next opening', async () => {
    const server = await mail({ slowMs: 600 });
    const first = await outbox.send('email', 'first@example.org');
    const second = await outbox.send('email', 'second@example.org');
    await expect.poll(async () => (await outbox.row(first)).state).toBe('sending');
    await branch.restart();
    outbox = new Outbox(branch, letterId);
    expect((await outbox.row(first)).state).toBe('sent');
    expect((await outbox.settled(second)).state).toBe('sent');
    expect(server.received.map(({ to }) => to)).toEqual([
      'first@example.org',
      'second@example.org',
    ]);
  });

  it('leaves what is queued as it is: no event and no message can be changed or removed', async () => {
    await mail();
    const id = await outbox.send('email', 'badriya@example.org');
    await outbox.settled(id);
    for (const statement of [
      'delete from delivery',
      `update delivery set address = 'x'`,
      'delete from delivery_event',
      `update delivery_event set type = 'x'`,
    ]) {
      await expect(
        branch.backend.database.transact(async (tx) => {
          await sql.raw(statement).execute(tx.db);
          return ok(null);
        }),
      ).rejects.toThrow(/append-only|stays as it is|never removed/u);
    }
  });
});

function never(): never {
  throw new Error('Nothing there');
}

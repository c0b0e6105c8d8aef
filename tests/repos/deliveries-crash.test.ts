import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { verifyDeliveries } from '../../src/backend/app/deliveries/verify-deliveries.ts';
import { createBackend } from '../../src/backend/create-backend.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { createClient, type Client } from '../../src/contract/client.ts';
import type { DeliveryRow } from '../../src/contract/deliveries.ts';
import { PASSWORD, value, type TestBranch } from './branch.ts';
import { branchWithLetter, emailAccount, Outbox } from './delivery-branch.ts';
import { MailServer } from './delivery-servers.ts';

const MESSAGES = 30;
/** Milliseconds after a text has come: before it is taken in, about then, and about its answer. */
const MOMENTS = [0, 60, 145, 155, 200];

let branch: TestBranch | undefined;
let server: MailServer | undefined;
afterEach(async () => {
  await server?.down();
  await branch?.end();
});

it(
  'killed again and again while thirty messages are sent, the outbox sends none of them twice and loses none',
  { timeout: 120_000 },
  async () => {
    const made = await branchWithLetter();
    branch = made.branch;
    server = await MailServer.start({ slowMs: 150 });
    await server.down();
    const admin = await branch.as('admin');
    value(await admin.deliveries.saveEmailAccount(emailAccount(server.port)));
    const outbox = new Outbox(branch, made.letterId);
    const ids: string[] = [];
    for (let no = 1; no <= MESSAGES; no += 1) {
      ids.push(await outbox.send('email', `person-${String(no)}@example.org`));
    }
    await branch.close();
    await server.up();

    for (const moment of MOMENTS) {
      const child = spawn(process.execPath, ['tests/repos/delivery-child.ts', branch.folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const before = server.given;
      await once(child.stdout, 'data');
      await expect
        .poll(() => (server?.given ?? 0) - before, { interval: 5, timeout: 20_000 })
        .toBeGreaterThan(3);
      await new Promise((resolve) => setTimeout(resolve, moment));
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    // What the server had taken in but not answered is taken in all the same.
    await new Promise((resolve) => setTimeout(resolve, 500));

    const opened = await createBackend({
      dataFolder: branch.folder,
      resourcesFolder: path.resolve('resources'),
      passwordCost: 8,
      outboxPollMs: 20,
    });
    const backend = value(opened);
    const api = createClient(backend);
    api.session.set(
      value(await api.staff.signIn({ username: 'sara', password: PASSWORD })).session,
    );
    try {
      await expect.poll(async () => underWay(await rowsOf(api)), { timeout: 30_000 }).toBe(0);
      const arrived = (): Map<string, number> => {
        const times = new Map<string, number>();
        for (const { mail } of server?.received ?? []) {
          const messageId = mail.messageId ?? '';
          times.set(messageId, (times.get(messageId) ?? 0) + 1);
        }
        return times;
      };
      const messageIdOf = (id: string): string => `<${id}@insaf.example>`;

      const rows = await rowsOf(api);
      expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      expect([...arrived().values()].filter((times) => times > 1)).toEqual([]);
      const sent = rows.filter(({ state }) => state === 'sent');
      for (const { id } of sent) expect(arrived().has(messageIdOf(id))).toBe(true);
      const uncertain = rows.filter(({ state }) => state === 'uncertain');
      expect(uncertain.length).toBeGreaterThan(0);
      expect(uncertain.length).toBeLessThanOrEqual(MOMENTS.length);
      expect(sent.length + uncertain.length).toBe(MESSAGES);

      for (const { id, version } of uncertain) {
        const as = arrived().has(messageIdOf(id)) ? 'arrived' : 'sendAgain';
        value(await api.deliveries.resolve({ id, expectedVersion: version, as }));
      }
      await expect.poll(async () => underWay(await rowsOf(api)), { timeout: 30_000 }).toBe(0);
      expect((await rowsOf(api)).every(({ state }) => state === 'sent')).toBe(true);
      expect([...arrived().keys()].toSorted()).toEqual(ids.map(messageIdOf).toSorted());
      expect([...arrived().values()].every((times) => times === 1)).toBe(true);
      const checked = await verifyDeliveries(readRepos(backend.database.reader).deliveries, () =>
        Promise.resolve(),
      );
      expect(checked).toEqual({ checked: MESSAGES, differences: [] });
    } finally {
      await backend.close();
    }
  },
);

async function rowsOf(api: Client): Promise<readonly DeliveryRow[]> {
  return value(await api.deliveries.list({ limit: 500 })).rows;
}

const underWay = (rows: readonly DeliveryRow[]): number =>
  rows.filter(({ state }) => state === 'waiting' || state === 'sending').length;

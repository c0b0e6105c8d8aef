import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findOperation, operationNames } from '../contract/api.ts';
import { createClient, type Client } from '../contract/client.ts';
import { mayDo, PERMISSIONS, ROLES } from '../domain/staff/permissions.ts';
import { createBackend, type Backend } from './create-backend.ts';
import { withoutPersonalData } from './log.ts';

const ADMIN = { username: 'admin', password: 'correct horse 1' };
let folder: string;
let backend: Backend;
let api: Client;
let clock: Date;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-dispatch-'));
  clock = new Date('2026-11-21T08:00:00.000Z');
  const opened = await createBackend({
    dataFolder: folder,
    resourcesFolder: path.resolve('resources'),
    passwordCost: 10,
    now: () => clock,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  backend = opened.value;
  api = createClient(backend);
});
afterEach(async () => {
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
});

async function signIn(username: string, password: string): Promise<void> {
  const result = await api.staff.signIn({ username, password });
  if (!result.ok) throw new Error(result.error.code);
  api.session.set(result.value.session);
}

async function startBranch(): Promise<void> {
  await api.staff.createBranch({ branch: 'فرع التدريب', fullName: 'مدير النظام', ...ADMIN });
  await signIn(ADMIN.username, ADMIN.password);
}

describe('the one door to the backend', () => {
  it('answers nothing that needs a person before somebody has signed in', async () => {
    for (const name of operationNames()) {
      if (findOperation(name)?.access === 'anyone') continue;
      const result = await backend.call({ name, input: {}, session: null });
      expect([name, result]).toEqual([name, { ok: false, error: { code: 'NOT_SIGNED_IN' } }]);
    }
  });

  it('lets a role do what its permissions say and nothing else, for every operation', async () => {
    await startBranch();
    for (const role of ROLES) {
      const username = `a-${role}`;
      await api.staff.add({ username, fullName: role, role, password: 'long enough 1' });
    }
    for (const role of ROLES) {
      const session = await api.staff.signIn({ username: `a-${role}`, password: 'long enough 1' });
      if (!session.ok) throw new Error(session.error.code);
      for (const name of operationNames()) {
        const access = findOperation(name)?.access;
        if (access === undefined || access === 'anyone' || access === 'signedIn') continue;
        const result = await backend.call({ name, input: {}, session: session.value.session });
        const refused = !result.ok && result.error.code === 'NOT_PERMITTED';
        expect([role, name, refused]).toEqual([role, name, !mayDo(role, access)]);
      }
    }
    expect(PERMISSIONS.every((permission) => ROLES.some((role) => mayDo(role, permission)))).toBe(
      true,
    );
  });

  it('names the field that is wrong', async () => {
    const result = await backend.call({
      name: 'staff.createBranch',
      input: { branch: 'x', fullName: 'مدير النظام', ...ADMIN },
      session: null,
    });
    expect(result).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'branch' } },
    });
  });

  it('knows no operation outside the contract, not even those of objects', async () => {
    for (const name of ['staff.toString', '__proto__.call', 'staff.signIn.call', 'constructor']) {
      expect(await backend.call({ name, input: {}, session: null })).toEqual({
        ok: false,
        error: { code: 'UNKNOWN_OPERATION' },
      });
    }
  });

  it('starts a branch once', async () => {
    await startBranch();
    const again = await api.staff.createBranch({
      branch: 'فرع ثان',
      fullName: 'آخر',
      username: 'other',
      password: 'long enough 1',
    });
    expect(again).toMatchObject({ error: { code: 'BRANCH_EXISTS' } });
  });
});

describe('an account', () => {
  it('is locked after five wrong passwords and opens again after half an hour', async () => {
    await startBranch();
    const wrong = () => api.staff.signIn({ username: 'admin', password: 'wrong password' });
    for (let i = 0; i < 4; i += 1) {
      expect(await wrong()).toMatchObject({ error: { code: 'WRONG_PASSWORD' } });
    }
    expect(await wrong()).toMatchObject({ error: { code: 'ACCOUNT_LOCKED' } });
    expect(await api.staff.signIn(ADMIN)).toMatchObject({ error: { code: 'ACCOUNT_LOCKED' } });
    clock = new Date('2026-11-21T08:31:00.000Z');
    expect(await api.staff.signIn(ADMIN)).toMatchObject({ ok: true });
  });

  it('that is closed ends its sessions at once', async () => {
    await startBranch();
    await api.staff.add({
      username: 'sara',
      fullName: 'سارة',
      role: 'officer',
      password: 'long enough 1',
    });
    const sara = await api.staff.signIn({ username: 'sara', password: 'long enough 1' });
    if (!sara.ok) throw new Error(sara.error.code);
    const { id, version } = sara.value.officer;
    const list = await api.staff.list({});
    const current = list.ok ? list.value.find((officer) => officer.id === id) : undefined;
    await api.staff.setActive({ id, active: false, expectedVersion: current?.version ?? version });
    api.session.set(sara.value.session);
    expect(await api.staff.me({})).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
  });

  it('cannot close itself', async () => {
    await startBranch();
    const me = await api.staff.me({});
    if (!me.ok) throw new Error(me.error.code);
    const { id, version } = me.value.officer;
    expect(
      await api.staff.setActive({ id, active: false, expectedVersion: version }),
    ).toMatchObject({ error: { code: 'OWN_ACCOUNT' } });
  });
});

describe('the log', () => {
  it('holds no name, number or account of a person', async () => {
    await startBranch();
    const log = readdirSync(path.join(folder, 'logs'))
      .map((file) => readFileSync(path.join(folder, 'logs', file), 'utf8'))
      .join('');
    expect(log).toContain('"event":"opened"');
    expect(log).not.toMatch(/مدير|فرع التدريب/);
  });

  it.each([
    ['IBAN SA0380000000608010167519 is wrong', 'IBAN […] is wrong'],
    ['id 1010101010', 'id […]'],
    ['رقم ١٠١٠١٠١٠١٠', '[…][…]'],
    ['name نورة بنت فهد', 'name […]'],
  ])('cleans %s', (line, clean) => {
    expect(withoutPersonalData(line)).toBe(clean);
  });
});

import { createHash } from 'node:crypto';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLetters } from '../../src/backend/app/letters/verify-letters.ts';
import { connect, kyselyOf } from '../../src/backend/db/dialect/sqlite.ts';
import { migratorFor } from '../../src/backend/db/migrations/migrations.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { createContentStore } from '../../src/backend/documents/content-store.ts';
import { extractPages, hasPdftotext } from '../../src/backend/letters/testing/pdf-tools.ts';
import { normaliseLetterText } from '../../src/domain/letters/letter-plain-text.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value, type Person } from './branch.ts';

const TODAY = isoDate('2026-11-12');
const REASON = 'صدر باسم غير صاحبه';

let branch: TestBranch;
let person: Person;

beforeEach(async () => {
  branch = await TestBranch.start(TODAY);
  person = await branch.person('بدرية بنت عايض السبيعي');
});
afterEach(async () => {
  await branch.end();
});

let payments = 0;
/** A guidance sheet of a rejected payment: the quickest letter of all. */
async function issued(): Promise<string> {
  payments += 1;
  const cycle = {
    id: await branch.cycle(100 + payments, `20${10 + payments}-01`, '2026-11-01'),
    month: `20${10 + payments}-01`,
  };
  const paymentId = await branch.payment(person, cycle, 132_000, 'rejected', {
    reasonList: 'iso20022',
    reason: 'AC04',
  });
  const api = await branch.as('sara');
  return value(await api.resume.guide({ paymentId, expectedVersion: 0 })).letterId;
}

async function open(id: string) {
  const api = await branch.as('sara');
  return value(await api.letters.letter({ id }));
}

async function printed(): Promise<{ id: string; expectedVersion: number }> {
  const id = await issued();
  const api = await branch.as('sara');
  const { letter } = await open(id);
  value(await api.letters.recordPrint({ id, expectedVersion: letter.version }));
  return { id, expectedVersion: letter.version + 1 };
}

const himself = () => ({
  receiver: person.name,
  relation: 'self' as const,
  idLastDigits: person.nationalId.slice(-4),
  on: TODAY,
});

async function faults() {
  const { letters } = readRepos(branch.backend.database.reader);
  const store = createContentStore(path.join(branch.folder, 'attachments'));
  return (await verifyLetters(letters, store, () => Promise.resolve())).faults;
}

const behindItsBack = (...statements: readonly string[]) =>
  branch.backend.database.transact(async (tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx.db);
    return ok(null);
  });

describe('a letter on paper', () => {
  it('is printed once, handed over, comes back, and is voided with its number kept', async () => {
    const { id, expectedVersion } = await printed();
    const api = await branch.as('sara');
    const supervisor = await branch.as('khalid');
    expect(await api.letters.recordPrint({ id, expectedVersion })).toMatchObject({
      error: { code: 'LETTER_PRINTED' },
    });
    const handed = value(await api.letters.handOver({ id, expectedVersion, ...himself() })).letter;
    expect(handed).toMatchObject({ life: 'handedOver', handedOverOn: TODAY });
    const toVoid = { id, expectedVersion: handed.version, reason: REASON };
    expect(await api.letters.void(toVoid)).toMatchObject({ error: { code: 'NOT_PERMITTED' } });
    expect(await supervisor.letters.void(toVoid)).toMatchObject({
      error: { code: 'LETTER_HANDED_OVER', details: { on: TODAY } },
    });
    const back = value(
      await api.letters.takeBack({
        id,
        expectedVersion: handed.version,
        reason: 'العنوان غير صحيح',
        on: TODAY,
      }),
    ).letter;
    expect(back.life).toBe('returned');
    const gone = value(
      await supervisor.letters.void({ id, expectedVersion: back.version, reason: REASON }),
    ).letter;
    expect(gone).toMatchObject({ life: 'void', number: '1448/0001' });
    const { trail } = await open(id);
    expect(trail.map(({ type }) => type)).toEqual([
      'issued',
      'rendered',
      'printed',
      'handedOver',
      'returned',
      'void',
    ]);
    expect(trail[3]).toMatchObject({ officerName: 'سارة الغامدي', details: himself() });
    expect(await faults()).toEqual([]);
    await issued();
    expect(value(await api.letters.list({ life: ['issued'] })).rows[0]?.number).toBe('1448/0002');
  });

  it('that was changed meanwhile by somebody else is not changed over his head', async () => {
    const { id, expectedVersion } = await printed();
    const api = await branch.as('sara');
    expect(
      await api.letters.handOver({ id, expectedVersion: expectedVersion - 1, ...himself() }),
    ).toMatchObject({ error: { code: 'CONFLICT' } });
    expect((await open(id)).letter.life).toBe('printed');
  });

  it('that the printer spoilt is printed as the original once more', async () => {
    const { id, expectedVersion } = await printed();
    const api = await branch.as('sara');
    const { letter } = value(
      await api.letters.declareJam({ id, expectedVersion, reason: 'انحشر الورق' }),
    );
    expect(letter).toMatchObject({ life: 'issued', originalOut: false });
    expect(value(await api.letters.recordPrint({ id, expectedVersion: letter.version }))).toEqual({
      times: 2,
    });
    expect(await faults()).toEqual([]);
  });
});

describe('a copy', () => {
  it('is the archived letter with a stamp on each page, the same all day for one officer', async () => {
    const id = await issued();
    const api = await branch.as('sara');
    expect(await api.letters.copy({ id })).toMatchObject({ error: { code: 'LETTER_NOT_PRINTED' } });
    const { letter } = await open(id);
    value(await api.letters.recordPrint({ id, expectedVersion: letter.version }));
    const archived = value(await api.letters.file({ id })).bytes;
    const first = value(await api.letters.copy({ id }));
    const second = value(await api.letters.copy({ id }));
    const others = await branch.as('mona');
    const third = value(await others.letters.copy({ id }));
    expect(first.sha256).toBe(createHash('sha256').update(first.bytes).digest('hex'));
    expect(second.sha256).toBe(first.sha256);
    expect(third.sha256).not.toBe(first.sha256);
    if (hasPdftotext) {
      const text = (bytes: Uint8Array) => normaliseLetterText(extractPages(bytes).join(' '));
      expect(text(first.bytes)).toContain('نسخة');
      expect(text(first.bytes)).toContain('سارة الغامدي');
      expect(text(archived)).not.toContain('نسخة');
    }
    expect(value(await api.letters.file({ id })).letter).toMatchObject({ copies: 3 });
    const { trail } = await open(id);
    expect(trail.filter(({ type }) => type === 'copied').map(({ details }) => details)).toEqual([
      { sha256: first.sha256 },
      { sha256: first.sha256 },
      { sha256: third.sha256 },
    ]);
    const audit = await readRepos(branch.backend.database.reader).audit.of({ type: 'letter', id });
    expect(audit.at(-1)).toMatchObject({
      action: 'letter.copied',
      details: { sha256: third.sha256 },
    });
    expect(await faults()).toEqual([]);
  });
});

describe('the register', () => {
  it('is filtered by kind, officer, day and where the paper is', async () => {
    await printed();
    branch.on('2026-11-20');
    await issued();
    const api = await branch.as('sara');
    const count = async (filter: Parameters<typeof api.letters.list>[0]) =>
      value(await api.letters.list(filter)).total;
    expect(await count({})).toBe(2);
    expect(await count({ life: ['printed'] })).toBe(1);
    expect(await count({ file: ['ready'] })).toBe(2);
    expect(await count({ kind: ['resumeGuidance'] })).toBe(2);
    expect(await count({ kind: ['complaintAccepted'] })).toBe(0);
    expect(await count({ to: TODAY })).toBe(1);
    expect(await count({ from: isoDate('2026-11-13'), to: isoDate('2026-11-20') })).toBe(1);
    expect(await count({ issuedBy: branch.idOf('sara') })).toBe(2);
    expect(await count({ issuedBy: branch.idOf('mona') })).toBe(0);
    expect(value(await api.letters.filters({}))).toEqual({
      kinds: [{ kind: 'resumeGuidance', count: 2 }],
      officers: [{ id: branch.idOf('sara'), name: 'سارة الغامدي', count: 2 }],
    });
  });
});

describe('verifying the register', () => {
  it('finds a column that says something else than the events', async () => {
    const { id } = await printed();
    await behindItsBack(
      `update letter set life = 'handedOver', handed_over_on = '2026-11-12', copies = 4 where id = '${id}'`,
    );
    expect((await faults()).map(({ code }) => code)).toEqual(['life', 'copies', 'handedOverOn']);
  });

  it('finds a trail that cannot be: nothing follows the voiding', async () => {
    const { id } = await printed();
    await behindItsBack(
      `insert into letter_event (letter_id, type, at, details) values ('${id}', 'void', 't', '{}'), ('${id}', 'printed', 't', '{}')`,
    );
    expect(await faults()).toMatchObject([{ id, code: 'events' }]);
  });

  it('finds a number that is missing', async () => {
    const ids = [await issued(), await issued(), await issued()];
    expect(await faults()).toEqual([]);
    await expect(behindItsBack(`delete from letter where id = '${ids[1]}'`)).rejects.toThrow(
      /never given back/,
    );
    await behindItsBack(
      'pragma defer_foreign_keys = on',
      'drop trigger letter_number_stays',
      'drop trigger letter_event_no_delete',
      'drop trigger letter_seal_no_delete',
      `delete from letter_seal where letter_id = '${ids[1]}'`,
      `delete from letter_event where letter_id = '${ids[1]}'`,
      `delete from letter where id = '${ids[1]}'`,
    );
    expect(await faults()).toEqual([{ id: '', number: '1448/0002', code: 'SERIAL_GAP' }]);
  });

  it('finds a number that says another serial, and a counter that went back', async () => {
    const id = await issued();
    await behindItsBack(
      'drop trigger letter_stays',
      `update letter set number = '1448/0009' where id = '${id}'`,
      `update serial set last = 0 where kind = 'letter'`,
    );
    expect((await faults()).map(({ code }) => code)).toEqual([
      'NUMBER_OF_OTHER_SERIAL',
      'SERIAL_COUNTER',
    ]);
  });

  it('finds a number that two letters have, once the database itself let it happen', async () => {
    const ids = [await issued(), await issued()];
    const { letters } = readRepos(branch.backend.database.reader);
    const store = createContentStore(path.join(branch.folder, 'attachments'));
    const year = await letters.ofYear(1448);
    const twice = {
      ...year,
      letters: year.letters.map((letter) =>
        letter.id === ids[1] ? { ...letter, serial: 1, number: '1448/0001' } : letter,
      ),
    };
    const doubled = Object.assign(Object.create(letters) as typeof letters, {
      ofYear: () => Promise.resolve(twice),
    });
    const found = await verifyLetters(doubled, store, () => Promise.resolve());
    expect(found.faults.map(({ code }) => code)).toContain('SERIAL_TWICE');
  });
});

describe('letters of before', () => {
  it('keep their number, file and trail, and stand where their paper is', async () => {
    const connection = connect(path.join(branch.folder, 'before.db'));
    const db = kyselyOf<never>(connection);
    await migratorFor(db).migrateTo('0015-strangers');
    connection.exec(`
      insert into officer (id, username, full_name, role, password_hash, created_at)
        values ('o', 'o', 'O', 'officer', 'x', 't');
      insert into beneficiary (id, national_id, full_name, name_key, eligibility, created_at)
        values ('b', '1', 'B', 'b', 'eligible', 't');
      insert into letter (id, number, year, serial, template, template_version, beneficiary_id, case_type, case_id,
        case_number, subject, content, status, attempts, sha256, size_bytes, pages, issued_at, issued_by)
        values ('1', '1448/0001', 1448, 1, 'plain', 1, 'b', 'complaint', 'c', 'n', 's', '{}', 'ready', 1, 'h', 9, 1, 't', 'o'),
          ('2', '1448/0002', 1448, 2, 'plain', 1, 'b', 'resume', 'c', 'n', 's', '{}', 'failed', 2, null, null, null, 't', 'o');
      insert into letter_event (letter_id, type, at, officer_id, details) values
        ('1', 'issued', 't', 'o', '{}'), ('1', 'rendered', 't', null, '{"sha256":"h"}'),
        ('1', 'printed', 't', 'o', '{}'), ('1', 'printed', 't', 'o', '{}');`);
    const { error } = await migratorFor(db).migrateToLatest();
    expect(error).toBeUndefined();
    expect(connection.pragma('foreign_key_check')).toEqual([]);
    expect(
      connection
        .prepare('select number, file, life, original_out, printed_times, name_key from letter')
        .all(),
    ).toEqual([
      {
        number: '1448/0001',
        file: 'ready',
        life: 'printed',
        original_out: 1,
        printed_times: 2,
        name_key: 'b',
      },
      {
        number: '1448/0002',
        file: 'failed',
        life: 'issued',
        original_out: 0,
        printed_times: 0,
        name_key: 'b',
      },
    ]);
    await db.destroy();
  });
});

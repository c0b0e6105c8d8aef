import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../src/backend/db/database.ts';
import { verifyBranch } from '../../src/cli/verify-branch.ts';
import { createRandom } from '../../src/domain/sample/random.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { PASSWORD, TestBranch } from '../repos/branch.ts';

const LETTERS = 500;
/** More of them: `INSAF_KILLS=12 vitest run tests/faults`. */
const KILLS = Number(process.env['INSAF_KILLS'] ?? 2);
const SEED = Number(process.env['INSAF_SEED'] ?? 20_261_112);

let branch: TestBranch;

beforeEach(async () => {
  branch = await TestBranch.start('2026-11-12');
});
afterEach(async () => {
  await branch.end();
});

/** People whose payment of November was rejected, as many as letters are wanted. */
async function rejectedPayments(count: number): Promise<void> {
  await branch.cycle(59, '2026-11', '2026-11-01');
  await branch.backend.database.transact(async ({ db }) => {
    for (let index = 1; index <= count; index += 1) {
      const serial = String(index).padStart(12, '0');
      const person = `00000000-0000-7000-8000-${serial}`;
      const name = `مستفيد رقم ${serial}`;
      await db
        .insertInto('beneficiary')
        .values({
          id: person,
          national_id: `10${String(10_000_000 + index)}`,
          full_name: name,
          name_key: name,
          sex: 'female',
          birth_date: '1980-05-01',
          address: 'الرياض',
          kind: 'family',
          eligibility: 'eligible',
          created_at: '2026-01-01T00:00:00.000Z',
        })
        .execute();
      const { no } = await db
        .insertInto('payment')
        .values({
          id: `00000000-0000-7000-a000-${serial}`,
          cycle_number: 59,
          import_no: null,
          beneficiary_id: person,
          name_key: name,
          month: '2026-11',
          kind: 'regular',
          amount_halalas: 132_000 + index,
          due_halalas: null,
          iban: 'SA0380000000608010167519',
          bank_code: '80',
          end_to_end_id: `E2E${serial}`,
          instruction_id: null,
          status: 'rejected',
          reason_list: 'iso20022',
          reason_code: 'AC04',
        })
        .returning('no')
        .executeTakeFirstOrThrow();
      for (const type of ['prepared', 'sent', 'rejected']) {
        await db
          .insertInto('payment_event')
          .values({
            payment_no: no,
            type,
            at: '2026-11-01T05:00:00.000Z',
            effective_on: '2026-11-01',
            amount_halalas: 132_000 + index,
            reason_list: type === 'rejected' ? 'iso20022' : null,
            reason_code: type === 'rejected' ? 'AC04' : null,
            reason_text: null,
            bank_line_id: null,
            officer_id: null,
            reverses_seq: null,
          })
          .execute();
      }
    }
    return ok(null);
  });
}

interface Moment {
  /** Letters issued before it, and milliseconds after that: in the middle of whatever then goes on. */
  readonly issued: number;
  readonly delay: number;
}

/** Runs the desk; kills it at the moment, or lets it end. Answers how far it said it was. */
function runDesk(folder: string, kill: Moment | null): Promise<{ issued: number; ended: boolean }> {
  return new Promise((resolve, reject) => {
    const desk = spawn(
      path.resolve('node_modules/.bin/node'),
      ['tests/faults/batch-desk.ts', folder, 'sara', PASSWORD],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let issued = 0;
    let ended = false;
    let errors = '';
    let timer: NodeJS.Timeout | undefined;
    desk.stderr.on('data', (text: Buffer) => {
      errors += String(text);
    });
    desk.stdout.on('data', (text: Buffer) => {
      for (const line of String(text).split('\n')) {
        if (line === 'closed') ended = true;
        const said = Number(line.split(' ')[0]);
        if (line !== '' && Number.isFinite(said)) issued = said;
      }
      if (kill === null || timer !== undefined || issued < kill.issued) return;
      timer = setTimeout(() => desk.kill('SIGKILL'), kill.delay);
    });
    desk.on('error', reject);
    desk.on('close', (code) => {
      if (code !== null && code !== 0) reject(new Error(errors));
      else resolve({ issued, ended });
    });
  });
}

async function verified(folder: string) {
  const opened = await Database.open(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    const verification = await verifyBranch(opened.value, folder);
    const { db } = opened.value.reader;
    const letters = await db.selectFrom('letter').select(['serial', 'file']).execute();
    const items = await db
      .selectFrom('letter_batch_item')
      .select(['place', 'state', 'letter_id'])
      .execute();
    return { ...verification, letters, items };
  } finally {
    await opened.value.close();
  }
}

describe('a desk that is killed during a batch of 500 letters', () => {
  it(`loses no number and gives none twice, killed ${KILLS} times, and goes on to the end`, async () => {
    await rejectedPayments(LETTERS);
    await branch.close();
    const random = createRandom(SEED);
    const moments: Moment[] = [];
    let from = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      // At least one portion further each time, so that all kills fall into the batch.
      const room = LETTERS - 50 - from;
      const step = Math.floor(room / (KILLS - kill));
      from += Math.max(1, random.int(1, Math.max(1, step)));
      moments.push({ issued: from, delay: random.int(0, 120) });
    }
    const seen: number[] = [];
    for (const moment of moments) {
      const { ended } = await runDesk(branch.folder, moment);
      expect(ended, `killed at ${JSON.stringify(moment)}, seed ${SEED}`).toBe(false);
      const { differences, letters, items } = await verified(branch.folder);
      expect(differences, `after ${JSON.stringify(moment)}, seed ${SEED}`).toEqual([]);
      const issued = items.filter(({ state }) => state === 'issued');
      expect(issued.length).toBe(letters.length);
      expect(new Set(issued.map(({ letter_id }) => letter_id)).size).toBe(letters.length);
      expect(letters.length).toBeGreaterThanOrEqual(seen.at(-1) ?? 0);
      expect(letters.length).toBeLessThan(LETTERS);
      seen.push(letters.length);
    }
    expect(await runDesk(branch.folder, null)).toEqual({ issued: LETTERS, ended: true });
    const { differences, letters, items } = await verified(branch.folder);
    expect(differences).toEqual([]);
    expect(letters.map(({ serial }) => serial).sort((a, b) => a - b)).toEqual(
      Array.from({ length: LETTERS }, (_, index) => index + 1),
    );
    expect(letters.every(({ file }) => file === 'ready')).toBe(true);
    expect(items.filter(({ state }) => state === 'issued')).toHaveLength(LETTERS);
  });
});

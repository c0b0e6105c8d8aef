import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackend } from '../backend/create-backend.ts';
import { createClient } from '../contract/client.ts';
import { SAMPLE_PASSWORD } from '../domain/sample/sample-accounts.ts';
import { valueOf } from './command-failure.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'insaf-cli-'));
const data = path.join(folder, 'data');
const SHARED = path.join(ROOT, '../shared/bank-files');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function insaf(words: readonly string[], options: { input?: string; password?: string } = {}): Ran {
  const { INSAF_PASSWORD: _known, ...env } = process.env;
  const ran = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'src/cli/insaf.ts'), ...words],
    {
      encoding: 'utf8',
      input: options.input ?? '',
      env: options.password === undefined ? env : { ...env, INSAF_PASSWORD: options.password },
    },
  );
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

function json(ran: Ran): Record<string, unknown> {
  const parsed: unknown = JSON.parse(ran.out);
  if (typeof parsed !== 'object' || parsed === null) throw new Error(ran.out);
  return { ...parsed };
}

function write(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** What a refused command gives: the error on standard output, nothing beside it, and status 2. */
function refusal(ran: Ran): Record<string, unknown> {
  const { error } = json(ran);
  if (typeof error !== 'object' || error === null) throw new Error(ran.out);
  return { ...error, status: ran.status, beside: ran.err };
}

const refused = (error: Record<string, unknown>) => ({ ...error, status: 2, beside: '' });

describe('every command', () => {
  it.each([
    [[], 'name a command'],
    [['payments'], 'name a command'],
    [['unheard-of'], 'unheard-of'],
    [['letter', 'x.json'], '--out'],
    [['inspect'], 'file'],
    [['sample', '--size', 'huge'], 'huge'],
    [['inspect', 'x', '--lang', 'fr'], 'fr'],
  ])('that is not one is refused in one line: %j', (words, said) => {
    const ran = insaf(words);
    expect(ran.status).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    expect(ran.err).toContain(said);
    expect(refusal(insaf([...words, '--json']))).toMatchObject(refused({ code: 'USAGE' }));
  });

  it('tells what it does when it is asked', () => {
    const ran = insaf(['--help']);
    expect(ran.status).toBe(0);
    for (const name of ['sample', 'payments', 'reconcile', 'inspect', 'letter', 'verify', 'demo']) {
      expect(ran.out).toContain(name);
    }
  });

  it('speaks Arabic or English', () => {
    expect(insaf(['inspect', 'nowhere.xml']).err).toContain('cannot be read');
    expect(insaf(['inspect', 'nowhere.xml', '--lang', 'ar']).err).toContain('تعذرت قراءة الملف');
  });
});

describe('a letter', () => {
  const plain = { template: 'plain', title: 'إفادة', paragraphs: ['صُرف مبلغ 1,320.00 ريال.'] };

  it('is set from a title and paragraphs, the same bytes every time', () => {
    const file = write('plain.json', plain);
    const out = path.join(folder, 'new', 'plain.pdf');
    const first = json(insaf(['letter', file, '--out', out, '--json']));
    const bytes = readFileSync(out);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first).toMatchObject({
      file: out,
      template: 'plain',
      pages: 1,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      missingCharacters: [],
    });
    expect(json(insaf(['letter', file, '--out', out, '--json']))['sha256']).toBe(first['sha256']);
  });

  it.each([
    ['not JSON', '{"template":"plain",\n"title":', { code: 'LETTER_NOT_JSON' }],
    ['a list', [], { code: 'LETTER_FIELD_INVALID', field: '' }],
    ['no template', { title: 'x' }, { code: 'LETTER_TEMPLATE_UNKNOWN', field: 'template' }],
    [
      'a foreign field',
      { ...plain, colour: 'red' },
      { code: 'LETTER_FIELD_UNKNOWN', field: 'colour' },
    ],
    [
      'a foreign field deep down',
      { ...plain, settings: { emblem: 'x' } },
      { code: 'LETTER_FIELD_UNKNOWN', field: 'settings.emblem' },
    ],
    [
      'a wrong field',
      { ...plain, paragraphs: ['good', 7] },
      { code: 'LETTER_FIELD_INVALID', field: 'paragraphs.1' },
    ],
    ['a missing field', { template: 'plain', title: 'x' }, { field: 'paragraphs' }],
  ])('of %s is refused with what is wrong, and nothing is written', (_, content, error) => {
    const out = path.join(folder, 'refused.pdf');
    expect(
      refusal(insaf(['letter', write('bad.json', content), '--out', out, '--json'])),
    ).toMatchObject(refused(error));
    expect(existsSync(out)).toBe(false);
  });

  it('that cannot be read or written says so', () => {
    expect(refusal(insaf(['letter', 'nowhere.json', '--out', 'x.pdf', '--json']))).toMatchObject(
      refused({
        code: 'FILE_UNREADABLE',
        reason: 'ENOENT',
      }),
    );
    const blocked = path.join(write('plain.json', plain), 'below', 'a-file.pdf');
    expect(
      refusal(insaf(['letter', path.join(folder, 'plain.json'), '--out', blocked, '--json'])),
    ).toMatchObject(
      refused({
        code: 'FILE_NOT_WRITABLE',
      }),
    );
  });
});

describe('what a bank file holds', () => {
  it.skipIf(!existsSync(SHARED))('is told in the shape that is agreed', () => {
    const file = path.join(SHARED, 'camt053/prowide-iso20022__camt.053.001.07.xml');
    const ran = insaf(['inspect', file, '--json']);
    expect(ran.status).toBe(0);
    const found = json(ran);
    expect(Object.keys(found)).toEqual([
      'kind',
      'version',
      'messageId',
      'statements',
      'transactions',
      'statusCounts',
      'reasonCounts',
      'returns',
      'warnings',
    ]);
    const [statement] = found['statements'] as Record<string, unknown>[];
    expect(Object.keys(statement ?? {})).toEqual([
      'id',
      'account',
      'opening',
      'closing',
      'entries',
      'details',
      'credit',
      'debit',
      'balances',
    ]);
  });

  it('is not told of what must be refused: the line is', () => {
    const file = write(
      'hostile.xml',
      '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<a/>',
    );
    const ran = insaf(['inspect', file, '--json']);
    expect(refusal(ran)).toMatchObject(refused({ code: 'BANK_FILE_XML_DOCTYPE', line: 2 }));
    expect(Object.keys(json(ran)['error'] as object)).toEqual(['code', 'message', 'line']);
  });
});

describe('a branch without a window', () => {
  let sample: Ran;
  beforeAll(() => {
    sample = insaf(['sample', '--data', data, '--today', '2026-11-22', '--json']);
  }, 120_000);

  it('is made with one command, which prints its accounts and their password', () => {
    expect(json(sample)).toMatchObject({
      beneficiaries: 200,
      payments: 600,
      dataFolder: data,
      seed: 1,
      password: 'insaf-tajriba-1',
    });
  });

  const file = (name: string, month = '2026-12') => path.join(data, 'sample-files', month, name);

  it('is not made where one is, nor on a day or seed that is none', () => {
    expect(refusal(insaf(['sample', '--data', data, '--json']))).toMatchObject(
      refused({ code: 'BRANCH_EXISTS' }),
    );
    const other = path.join(folder, 'other');
    const made = (...words: string[]) => insaf(['sample', '--data', other, '--json', ...words]);
    expect(refusal(made('--today', '2026-02-30'))).toMatchObject(refused({ code: 'DATE_INVALID' }));
    expect(refusal(made('--today', '1999-01-01'))).toMatchObject(refused({ code: 'SAMPLE_DATE' }));
    expect(refusal(made('--seed', '-4'))).toMatchObject(refused({ code: 'SEED_INVALID' }));
  });

  it('is not opened where there is none', () => {
    const nowhere = path.join(folder, 'nowhere');
    expect(refusal(insaf(['verify', '--data', nowhere, '--json']))).toMatchObject(
      refused({ code: 'NO_BRANCH' }),
    );
    expect(existsSync(nowhere)).toBe(false);
  });

  it('imports the month and reconciles it: preview first, commit when told, never twice', () => {
    const list = file('payments.csv');
    const imported = insaf(['payments', 'import', list, '--data', data, '--json']);
    expect(json(imported)).toMatchObject({ rows: 200, newBeneficiaries: 0 });
    expect(refusal(insaf(['payments', 'import', list, '--data', data, '--json']))).toMatchObject(
      refused({
        code: 'LIST_ALREADY_IMPORTED',
      }),
    );

    const answer = file('pain.002.xml');
    const preview = json(insaf(['reconcile', answer, '--data', data, '--json']));
    expect(preview).toMatchObject({ committed: false });
    const committed = json(insaf(['reconcile', answer, '--commit', '--data', data, '--json']));
    expect(committed).toMatchObject({ committed: true });
    expect(committed['applied']).toBeGreaterThan(150);
    expect(
      refusal(insaf(['reconcile', answer, '--commit', '--data', data, '--json'])),
    ).toMatchObject(
      refused({
        code: 'BANK_FILE_SEEN',
      }),
    );
    expect(json(insaf(['verify', '--data', data, '--json']))).toMatchObject({
      ok: true,
      differences: [],
    });
  });

  it("reads a bank's table by the mapping that is named, its id or its bank, or that was saved for its titles", async () => {
    const table = write(
      'answers.csv',
      'Reference,Amount,Status\r\nE-1,1320.00,PAID\r\nE-2,660.50,REJECTED\r\n',
    );
    const plain = insaf(['inspect', table, '--json']);
    expect(json(plain)).toMatchObject({ transactions: 2, statusCounts: {} });
    const backend = valueOf(
      await createBackend({ dataFolder: data, resourcesFolder: path.resolve('resources') }),
    );
    const api = createClient(backend);
    const account = { username: 'fahad', password: SAMPLE_PASSWORD };
    api.session.set(valueOf(await api.staff.signIn(account)).session);
    const { titles, mapping } = valueOf(await api.reconciliation.readTable({ path: table }));
    const signs = { decimalSign: '.', thousandsSign: ',', dateOrder: 'dmy' } as const;
    const saved = { bankCode: '80', name: 'ردود', titles, mapping: { ...mapping, ...signs } };
    const { id } = valueOf(await api.reconciliation.saveMapping(saved));
    await backend.close();
    const mapped = { transactions: 2, statusCounts: { ACSC: 1, RJCT: 1 } };
    const figures = { ...mapped, amounts: { SAR: '1980.50' }, mapping: { id } };
    for (const named of [[], ['--mapping', id], ['--mapping', '80'], ['--mapping', 'RJHI']]) {
      const ran = insaf(['inspect', table, '--data', data, '--json', ...named]);
      expect(json(ran)).toMatchObject(figures);
    }
    expect(insaf(['inspect', table, '--data', data]).out).toContain('amount SAR: 1980.50');
    const reconcile = ['reconcile', table, '--data', data, '--json', '--mapping'];
    expect(json(insaf([...reconcile, '80']))).toMatchObject({
      committed: false,
      preview: { file: { kind: 'csv', lines: 2 } },
    });
    expect(refusal(insaf([...reconcile, '05']))).toMatchObject(
      refused({ code: 'MAPPING_UNKNOWN' }),
    );
  }, 60_000);

  it("lists a cycle's runs, exports one again as the same bytes, and says what closing asks for", () => {
    const november = ['--month', '2026-11', '--data', data, '--json'];
    const { runs } = json(insaf(['payments', 'runs', ...november]));
    expect(runs).toMatchObject([
      { number: 1, reference: 'SSB202611', origin: 'import', status: 'sent' },
      { number: 2, reference: 'SSB202611L2', origin: 'prepared', status: 'sent' },
    ]);
    const target = path.join(folder, 'run-2.xml');
    const exported = json(insaf(['payments', 'export', '2', target, ...november]));
    expect(exported).toMatchObject({ payments: 2, again: true });
    expect(readFileSync(target, 'utf8')).toContain('<MsgId>SSB202611L2</MsgId>');
    expect(refusal(insaf(['payments', 'export', '1', target, ...november]))).toMatchObject(
      refused({ code: 'RUN_SENT' }),
    );
    expect(refusal(insaf(['payments', 'export', '9', target, ...november]))).toMatchObject(
      refused({ code: 'NO_RUN' }),
    );
    expect(refusal(insaf(['payments', 'close', '--propose', ...november]))).toMatchObject(
      refused({ code: 'CLOSING_BLOCKED' }),
    );
  });

  it('asks after payments without an answer, once each', () => {
    const check = ['reconcile', '--check-answers', '--data', data];
    expect(insaf(check).out).toContain('Without an answer');
    expect(json(insaf([...check, '--json']))).toEqual({ opened: 0, withdrawn: 0 });
    expect(refusal(insaf(['reconcile', '--data', data, '--json']))).toMatchObject(
      refused({ code: 'RECONCILE_NOTHING' }),
    );
  });

  it('takes nothing from a list with a bad row, and names the line', () => {
    const list = readFileSync(file('payments.csv', '2026-11'), 'utf8');
    const rows = list.replaceAll('2026-11', '2027-01').replaceAll('202611', '202701').split('\r\n');
    rows[3] = (rows[3] ?? '').replace(',SA', ',SA0');
    const bad = write('bad.csv', rows.slice(0, 10).join('\r\n'));
    expect(refusal(insaf(['payments', 'import', bad, '--data', data, '--json']))).toMatchObject(
      refused({
        code: 'LIST_HAS_PROBLEMS',
        line: 4,
      }),
    );
  });

  it('acts for the account that is named, with its password and within its role', () => {
    const verify = ['verify', '--data', data, '--json'];
    const asSara = insaf([...verify, '--as', 'sara'], { password: 'insaf-tajriba-1' });
    expect(refusal(asSara)).toMatchObject(
      refused({ code: 'NOT_PERMITTED', permission: 'audit.read' }),
    );
    expect(refusal(insaf([...verify, '--as', 'noura'], { input: 'wrong\n' }))).toMatchObject(
      refused({
        code: 'WRONG_PASSWORD',
      }),
    );
    expect(refusal(insaf([...verify, '--as', 'noura']))).toMatchObject(
      refused({ code: 'PASSWORD_NEEDED' }),
    );
    expect(insaf([...verify, '--as', 'noura'], { input: 'insaf-tajriba-1\n' }).status).toBe(0);
  });
});

interface Decided {
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly letter: { readonly files: readonly string[]; readonly sha256: string };
}

describe('the demonstration', () => {
  const out = path.join(folder, 'demo');

  it('does the main job and leaves its letters and a summary', () => {
    const ran = insaf(['demo', '--out', out, '--json']);
    expect(ran.err).toBe('');
    expect(ran.status).toBe(0);
    const summary = json({ ...ran, out: readFileSync(path.join(out, 'summary.json'), 'utf8') });
    expect(json(ran)).toEqual(summary);
    expect(summary).toMatchObject({
      imported: { rows: 200 },
      balances: true,
      decisions: [
        { case: 'complaint', outcome: 'accepted' },
        { case: 'complaint', outcome: 'rejected' },
        { case: 'objection', outcome: 'accepted' },
      ],
    });
    for (const { letter, proposedBy, approvedBy } of summary['decisions'] as Decided[]) {
      expect(proposedBy).not.toBe(approvedBy);
      const bytes = readFileSync(path.join(out, letter.files[0] ?? ''));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(letter.sha256);
    }
  }, 180_000);

  it('leaves a folder alone that holds something else', () => {
    const theirs = path.join(folder, 'theirs');
    write('summary.json', 'x');
    expect(refusal(insaf(['demo', '--out', folder, '--json']))).toMatchObject(
      refused({ code: 'DEMO_FOLDER_IN_USE' }),
    );
    expect(existsSync(theirs)).toBe(false);
    expect(readFileSync(path.join(folder, 'summary.json'), 'utf8')).toBe('x');
  });
});

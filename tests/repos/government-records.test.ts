import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleWorkbook } from '../../src/backend/bank-files/testing/sample-workbook.ts';
import type { Client } from '../../src/contract/client.ts';
import type { RecordKind } from '../../src/domain/government-records/record-kinds.ts';
import type { FactData } from '../../src/domain/registry/household-fact.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value, type Person } from './branch.ts';
import { record, wage } from './settlement-branch.ts';

const ID = '1000000008';
const CHILD = '1010101010';
const STRANGER = '1123456780';
const from = isoDate('2025-02-01');
const asOf = isoDate('2026-11-01');

let branch: TestBranch;
let folder: string;
let sara: Client;
let head: Person;

const data = (name: string, nationalId: string, birthDate: string): FactData['person'] => ({
  name,
  nationalId,
  sex: 'male',
  birthDate: isoDate(birthDate),
  birthTyped: null,
  nationality: 'saudi',
  relation: null,
  dependantKind: null,
  student: false,
  disabled: false,
  deceasedOn: null,
});

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-records-'));
  branch = await TestBranch.start('2026-11-12');
  sara = await branch.as('sara');
  head = await branch.person('سعد بن ناصر القحطاني');
  await branch.backend.database.transact(async (tx) => {
    await sql`update beneficiary set national_id = ${ID} where id = ${head.id}`.execute(tx.db);
    return ok(null);
  });
  const begin = { action: 'begin', from, to: null } as const;
  await record(branch, head, 'founding', [
    {
      ...begin,
      kind: 'household',
      subject: 0,
      data: {
        kind: 'family',
        applicationDate: from,
        families: 1,
      },
    },
    { ...begin, kind: 'person', subject: 0, data: data(head.name, ID, '1980-05-01') },
    {
      ...begin,
      kind: 'person',
      subject: { newDependant: 'child' },
      data: {
        ...data('علي سعد', CHILD, '2012-04-01'),
        relation: 'child',
        dependantKind: 'ward',
      },
    },
    wage(from, 300_000),
  ]);
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await branch.end();
});

function file(name: string, content: string | Uint8Array): string {
  const written = path.join(folder, name);
  writeFileSync(written, content);
  return written;
}

async function layoutOf(kind: RecordKind, list: string) {
  const { layout, problems } = value(await sara.governmentRecords.read({ path: list, kind }));
  expect(problems).toEqual([]);
  const { decimalSign, thousandsSign, dateOrder } = layout;
  if (decimalSign === null || thousandsSign === null || dateOrder === null) throw new Error('open');
  return { ...layout, decimalSign, thousandsSign, dateOrder };
}

async function imported(kind: RecordKind, list: string) {
  const layout = await layoutOf(kind, list);
  const preview = value(await sara.governmentRecords.preview({ path: list, kind, layout, asOf }));
  const input = { path: list, kind, layout, asOf, sha256: preview.sha256, source: 'الأحوال' };
  const committed = value(await sara.governmentRecords.commit(input));
  const { rows } = value(await sara.governmentRecords.differences({ batchId: committed.batchId }));
  return { preview, input, committed, rows };
}

const CIVIL = [
  'رقم الهوية,الاسم,تاريخ الميلاد,هوية رب الأسرة,صلة القرابة,تاريخ السريان',
  `${ID},سعد ناصر القحطاني,1400/06/16,,,`,
  `${CHILD},علي سعد,2012-04-02,${ID},ابن,`,
  `${STRANGER},نورة سعد,2020-01-05,${ID},ابنة,2026-02-01`,
  `2345678904,غريب,1990-01-01,,,`,
  `123,ناقص,1990-13-01,,,`,
].join('\r\n');

const INCOME = `رقم الهوية,نوع الدخل,المبلغ,الدورية,من تاريخ,إلى تاريخ
${ID},راتب,"3,500.00",شهري,2026-05-01,
${ID},إيجار,"1,200.00",شهري,,
`;

describe('a list of a register', () => {
  it('is compared field by field, strangers and missing dependants named, bad rows by line and column', async () => {
    const { preview, committed, rows } = await imported('civil', file('civil.csv', CIVIL));
    expect(preview).toMatchObject({
      rows: 5,
      badRowCount: 1,
      importedAt: null,
      importable: true,
      badRows: [
        {
          line: 6,
          column: 'nationalId',
          code: 'NATIONAL_ID_INVALID',
          value: '123',
        },
        {
          line: 6,
          column: 'birthDate',
          code: 'DATE_UNREADABLE',
          value: '1990-13-01',
        },
      ],
    });
    expect(committed).toMatchObject({ differences: 3, badRows: 1 });
    expect(rows.map(({ field, outcome, name }) => [field, outcome, name])).toEqual([
      ['birthDate', 'differs', 'علي سعد'],
      ['dependant', 'missingHere', 'نورة سعد'],
      ['person', 'unknownPerson', 'غريب'],
    ]);
    expect(rows[1]?.maskedNationalId).toBe('******6780');
  });

  it('is read from a workbook as from a text, dates and numbers as they are stored', async () => {
    const list = file(
      'income.xlsx',
      sampleWorkbook([
        {
          name: 'الدخل',
          rows: [
            ['رقم الهوية', 'نوع الدخل', 'المبلغ', 'الدورية'],
            [ID, 'راتب', 36_000, 'سنوي'],
          ],
        },
      ]),
    );
    const { preview } = await imported('income', list);
    expect(preview).toMatchObject({ rows: 1, badRowCount: 0, agreed: 1, counts: [] });
  });

  it('is not imported twice, but again once it was taken back', async () => {
    const { input, committed } = await imported('civil', file('civil.csv', CIVIL));
    expect(await sara.governmentRecords.commit(input)).toMatchObject({
      error: { code: 'RECORD_FILE_SEEN' },
    });
    const batch = { batchId: committed.batchId, reason: 'ملف خاطئ' };
    value(await sara.governmentRecords.undo({ ...batch, expectedVersion: 1 }));
    expect(value(await sara.governmentRecords.commit(input))).toMatchObject({ differences: 3 });
  });

  it('that changed since its preview is refused, and nothing of it is kept', async () => {
    const list = file('civil.csv', CIVIL);
    const layout = await layoutOf('civil', list);
    const { sha256 } = value(
      await sara.governmentRecords.preview({ path: list, kind: 'civil', layout, asOf }),
    );
    file('civil.csv', CIVIL.replace('علي سعد', 'علي ناصر'));
    const input = { path: list, kind: 'civil', layout, asOf, sha256, source: 'الأحوال' } as const;
    expect(await sara.governmentRecords.commit(input)).toMatchObject({
      error: { code: 'LIST_CHANGED' },
    });
    expect(value(await sara.governmentRecords.batches({}))).toEqual([]);
  });

  it('of which no row can be read is refused, and so is one of a day to come', async () => {
    const list = file('civil.csv', 'رقم الهوية,الاسم\n12,سعد\n');
    const layout = await layoutOf('civil', list);
    const { sha256, importable } = value(
      await sara.governmentRecords.preview({ path: list, kind: 'civil', layout, asOf }),
    );
    expect(importable).toBe(false);
    const input = { path: list, kind: 'civil', layout, sha256, source: 'الأحوال' } as const;
    expect(await sara.governmentRecords.commit({ ...input, asOf })).toMatchObject({
      error: { code: 'RECORD_NOTHING', details: { rows: 1 } },
    });
    const ahead = isoDate('2027-01-01');
    expect(await sara.governmentRecords.commit({ ...input, asOf: ahead })).toMatchObject({
      error: { code: 'RECORD_AS_OF_FUTURE' },
    });
  });

  it('that is no table at all is refused by its reader', async () => {
    const list = file('list.csv', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]));
    expect(await sara.governmentRecords.read({ path: list, kind: 'civil' })).toMatchObject({
      ok: false,
    });
  });
});

describe('a difference', () => {
  it('that is accepted is a change of the registry on the ground of a record', async () => {
    const { rows, committed } = await imported('income', file('income.csv', INCOME));
    const [raised, rent] = rows;
    expect(raised).toMatchObject({ outcome: 'differs', validFrom: '2026-05-01' });
    expect(raised?.reportDueOn).toBe('2026-05-21');
    const chosen = (row: typeof raised) => [
      { id: row?.id ?? '', expectedVersion: row?.version ?? 0 },
    ];
    value(await sara.governmentRecords.accept({ differences: chosen(raised), from: null }));
    expect(
      await sara.governmentRecords.accept({ differences: chosen(rent), from: null }),
    ).toMatchObject({ error: { code: 'RECORD_FROM_MISSING', details: { name: head.name } } });
    const accepted = { differences: chosen(rent), from: isoDate('2026-10-01') };
    value(await sara.governmentRecords.accept(accepted));
    const { facts } = value(await sara.households.show({ beneficiaryId: head.id }));
    const incomes = facts.filter(({ kind }) => kind === 'income');
    expect(incomes.map(({ validFrom, recorded }) => [validFrom, recorded.source])).toEqual([
      ['2026-05-01', 'governmentRecord'],
      ['2026-10-01', 'governmentRecord'],
    ]);
    expect(await sara.governmentRecords.accept(accepted)).toMatchObject({
      error: { code: 'DIFFERENCE_DECIDED' },
    });
    const undo = { batchId: committed.batchId, expectedVersion: 1, reason: 'تراجع' };
    expect(await sara.governmentRecords.undo(undo)).toMatchObject({
      error: { code: 'RECORD_BATCH_DECIDED', details: { count: 2 } },
    });
  });

  it('that cannot be recorded refuses all that were chosen with it', async () => {
    const { rows } = await imported('civil', file('civil.csv', CIVIL));
    const differences = rows.map(({ id, version }) => ({ id, expectedVersion: version }));
    expect(
      await sara.governmentRecords.accept({ differences, from: isoDate('2026-11-01') }),
    ).toMatchObject({ error: { code: 'RECORD_PERSON_UNKNOWN', details: { name: 'غريب' } } });
    const { facts } = value(await sara.households.show({ beneficiaryId: head.id }));
    expect(facts.filter(({ kind }) => kind === 'person')).toHaveLength(2);
  });

  it('of one kind is decided on for all, and what cannot be recorded stays open by its reason', async () => {
    const { committed } = await imported('civil', file('civil.csv', CIVIL));
    const all = { batchId: committed.batchId, decision: 'accept', from: null, reason: 'السجل أصح' };
    expect(
      value(
        await sara.governmentRecords.decideAll({
          ...all,
          decision: 'accept',
          field: 'person',
          outcome: 'unknownPerson',
        }),
      ),
    ).toEqual({ decided: 0, left: [{ code: 'RECORD_PERSON_UNKNOWN', count: 1 }] });
    expect(
      value(
        await sara.governmentRecords.decideAll({
          ...all,
          decision: 'accept',
          field: 'dependant',
          outcome: 'missingHere',
        }),
      ),
    ).toEqual({ decided: 1, left: [] });
    const { facts } = value(await sara.households.show({ beneficiaryId: head.id }));
    expect(facts.filter(({ kind }) => kind === 'person')).toHaveLength(3);
  });

  it('that is asked about sends a notice, and is a ground to stop once the period has passed (LAW 17)', async () => {
    const { rows } = await imported('civil', file('civil.csv', CIVIL));
    const differences = rows
      .slice(0, 1)
      .map(({ id, version }) => ({ id, expectedVersion: version }));
    const items = ['شهادة ميلاد الابن'];
    value(await sara.governmentRecords.ask({ differences, items, dueOn: isoDate('2026-11-30') }));
    const [request] = value(await sara.governmentRecords.updates({})).rows;
    expect(request).toMatchObject({
      beneficiaryId: head.id,
      asked: items,
      dueOn: '2026-11-30',
      stopFrom: '2026-12-25',
      standing: 'due',
      number: '2026-000001',
    });
    expect(request?.letterNumber).toMatch(/^1448\//);
    branch.on('2026-12-01');
    expect(value(await sara.governmentRecords.updateCounts({}))).toMatchObject({ late: 1 });
    branch.on('2026-12-25');
    const { rows: late } = value(await sara.governmentRecords.updates({ standing: 'stopGround' }));
    expect(late).toHaveLength(1);
    const closing = { id: request?.id ?? '', expectedVersion: 1, note: 'أحضر الشهادة' };
    value(await sara.governmentRecords.closeUpdate({ ...closing, status: 'answered' }));
    expect(value(await sara.governmentRecords.updates({})).rows).toEqual([]);
  });
});

describe('a file that is no list', () => {
  it.each([
    [
      'a program',
      () => file('سجل.csv', Buffer.concat([Buffer.from('MZ\u0090'), Buffer.alloc(4096)])),
    ],
    ['empty', () => file('list.csv', '')],
    ['a broken workbook', () => file('list.xlsx', 'PK\u0003\u0004 nothing')],
    ['a document', () => file('list.csv', '%PDF-1.7 list')],
    ['not there', () => path.join(folder, 'nowhere.csv')],
  ])('as it is %s is refused with a reason, and nothing is kept', async (_what, fileOf) => {
    const chosen = fileOf();
    const read = await sara.governmentRecords.read({ path: chosen, kind: 'income' });
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? '' : read.error.code).toMatch(/^BANK_FILE_/);
    expect(value(await sara.governmentRecords.batches({}))).toEqual([]);
  });
});

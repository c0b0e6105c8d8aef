import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillLetterTemplates } from '../../src/backend/app/letters/letter-templates-fill.ts';
import { readRepos, writeRepos } from '../../src/backend/db/repos/repos.ts';
import { extractPages, hasPdftotext } from '../../src/backend/letters/testing/pdf-tools.ts';
import {
  loadShippedTemplates,
  shippedTemplate,
} from '../../src/backend/letters/shipped-templates.ts';
import { normaliseLetterText } from '../../src/domain/letters/letter-plain-text.ts';
import { LETTER_KINDS } from '../../src/domain/letters/letter-kinds.ts';
import type { LetterTemplate } from '../../src/domain/letters/letter-template.ts';
import { isoDate, isoInstant, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { TestBranch, value } from './branch.ts';

let branch: TestBranch;
beforeEach(async () => {
  branch = await TestBranch.start('2026-11-12');
});
afterEach(() => branch.end());

const NOTE = 'عبارة أوضح';
const shipped = await loadShippedTemplates('resources');

function reworded(template: LetterTemplate, words: string): LetterTemplate {
  return { ...template, blocks: [...template.blocks, { kind: 'paragraph', text: words }] };
}

/** Approves a rejected complaint of a person made for it, and gives the id of the letter. */
async function rejectedComplaint(name: string): Promise<string> {
  const person = await branch.person(name);
  const sara = await branch.as('sara');
  const { id } = value(
    await sara.complaints.file({
      beneficiaryId: person.id,
      category: 'zero',
      channel: 'branch',
      claim: 'لم تصلني دفعة نوفمبر',
      months: [{ month: isoMonth('2026-11'), expected: 132_000, received: 0 }],
    }),
  );
  value(await sara.complaints.take({ id, expectedVersion: 1 }));
  value(
    await sara.complaints.propose({
      id,
      expectedVersion: 2,
      outcome: 'rejected',
      reasoning: 'لا يُستحق معاش',
      months: [{ month: isoMonth('2026-11'), finding: 'notDue', due: 0 }],
    }),
  );
  const mona = await branch.as('mona');
  return value(await mona.complaints.approve({ id, expectedVersion: 3 })).letterId;
}

describe('the templates of a branch', () => {
  it('are those that ship, one of each kind, kept once', async () => {
    const admin = await branch.as('admin');
    const list = value(await admin.letterTemplates.list({}));
    expect(list.map(({ kind }) => kind).toSorted()).toEqual([...LETTER_KINDS].toSorted());
    expect(list.every(({ current }) => current.version === 1 && current.createdBy === null)).toBe(
      true,
    );
    await branch.restart();
    const again = value(await (await branch.as('admin')).letterTemplates.one({ kind: 'plain' }));
    expect(again.history).toHaveLength(1);
    expect(again.template).toEqual(shippedTemplate(shipped, 'plain'));
  });

  it('say what a template may name, and what it must', async () => {
    const admin = await branch.as('admin');
    const { fields } = value(await admin.letterTemplates.one({ kind: 'complaintRejected' }));
    expect(fields.find(({ name }) => name === 'rightOfAppeal')).toMatchObject({
      requiredBy: 'REG 28',
      optional: false,
    });
    const months = fields.find(({ name }) => name === 'months');
    expect(months?.row.map(({ name }) => name)).toContain('due');
  });

  it('are edited by administrators alone', async () => {
    const mona = await branch.as('mona');
    const { template } = value(await mona.letterTemplates.one({ kind: 'plain' }));
    expect(
      await mona.letterTemplates.save({ template, note: NOTE, expectedVersion: 1 }),
    ).toMatchObject({ error: { code: 'NOT_PERMITTED' } });
  });

  it('are kept as a new version with a note, and not over another’s', async () => {
    const admin = await branch.as('admin');
    const { template } = value(await admin.letterTemplates.one({ kind: 'plain' }));
    const changed = reworded(template, 'مع التحية.');
    const save = (expectedVersion: number, what = changed) =>
      admin.letterTemplates.save({ template: what, note: NOTE, expectedVersion });
    expect(value(await save(1))).toEqual({ version: 2 });
    expect(await save(1)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await save(2)).toMatchObject({ error: { code: 'TEMPLATE_UNCHANGED' } });
    const now = value(await admin.letterTemplates.one({ kind: 'plain' }));
    expect(now).toMatchObject({ currentVersion: 2, newestVersion: 2 });
    expect(now.history[0]).toMatchObject({ basedOn: 1, note: NOTE, shippedVersion: null });
    expect(now.history[0]?.createdBy).not.toBe(null);
    const audit = await readRepos(branch.backend.database.reader).audit.of({
      type: 'letterTemplate',
      id: 'plain',
    });
    expect(audit.map(({ action }) => action)).toEqual(['letterTemplate.saved']);
  });

  it('are refused at save with what is wrong, and nothing is kept', async () => {
    const admin = await branch.as('admin');
    const { template } = value(await admin.letterTemplates.one({ kind: 'complaintAccepted' }));
    const broken = reworded(reworded(template, 'حسابكم {iban}'), 'كلمة 中 {salary}');
    expect(value(await admin.letterTemplates.check({ template: broken })).problems).toEqual([
      { code: 'OPTIONAL_WITHOUT_WHEN', block: 5, part: 'text', details: { field: 'iban' } },
      { code: 'MISSING_CHARACTER', block: 6, part: 'text', details: { character: '中' } },
      { code: 'UNKNOWN_FIELD', block: 6, part: 'text', details: { field: 'salary' } },
    ]);
    expect(
      await admin.letterTemplates.save({ template: broken, note: NOTE, expectedVersion: 1 }),
    ).toMatchObject({
      error: {
        code: 'TEMPLATE_PROBLEMS',
        details: { count: 3, code: 'OPTIONAL_WITHOUT_WHEN', block: 5, part: 'text' },
      },
    });
    expect(
      value(await admin.letterTemplates.one({ kind: 'complaintAccepted' })).history,
    ).toHaveLength(1);
  });

  it('come back as a new version, earlier or as they came', async () => {
    const admin = await branch.as('admin');
    const { template } = value(await admin.letterTemplates.one({ kind: 'plain' }));
    const save = (words: string, expectedVersion: number) =>
      admin.letterTemplates.save({
        template: reworded(template, words),
        note: NOTE,
        expectedVersion,
      });
    value(await save('أولى.', 1));
    value(await save('ثانية.', 2));
    expect(value(await admin.letterTemplates.one({ kind: 'plain' })).isAsShipped).toBe(false);
    const restore = (version: number, expectedVersion: number) =>
      admin.letterTemplates.restore({ kind: 'plain', version, note: NOTE, expectedVersion });
    expect(await restore(9, 3)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await restore(3, 3)).toMatchObject({ error: { code: 'TEMPLATE_UNCHANGED' } });
    expect(await restore(1, 2)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(value(await restore(1, 3))).toEqual({ version: 4 });
    const now = value(await admin.letterTemplates.one({ kind: 'plain' }));
    expect({ ...now.template, version: 1 }).toEqual(template);
    expect(now.history[0]).toMatchObject({ version: 4, basedOn: 1 });
    expect(now.isAsShipped).toBe(true);
    const list = value(await admin.letterTemplates.list({}));
    expect(list.every(({ isAsShipped }) => isAsShipped)).toBe(true);
  });

  it('keep the branch’s own words when a later version ships, and offer it', async () => {
    const admin = await branch.as('admin');
    const { template } = value(await admin.letterTemplates.one({ kind: 'plain' }));
    value(
      await admin.letterTemplates.save({
        template: reworded(template, 'كلمة الفرع.'),
        note: NOTE,
        expectedVersion: 1,
      }),
    );
    const { database } = branch.backend;
    const later = new Map(
      [...shipped].map(([kind, one]) => [kind, { ...reworded(one, 'نص أحدث.'), version: 2 }]),
    );
    const fill = () =>
      fillLetterTemplates(
        later,
        readRepos(database.reader).letterTemplates,
        (work) => database.transact((tx) => work(writeRepos(tx).letterTemplates)),
        isoInstant(branch.now),
      );
    await fill();
    await fill();
    const own = value(await admin.letterTemplates.one({ kind: 'plain' }));
    expect(own).toMatchObject({ currentVersion: 2, newestVersion: 3 });
    expect(own.history.map(({ shippedVersion }) => shippedVersion)).toEqual([2, null, 1]);
    const untouched = value(await admin.letterTemplates.one({ kind: 'pensionHeld' }));
    expect(untouched).toMatchObject({ currentVersion: 2, newestVersion: 2 });
  });

  it('are shown with invented data of any size, and nothing is kept', async () => {
    const admin = await branch.as('admin');
    const { template } = value(await admin.letterTemplates.one({ kind: 'complaintAccepted' }));
    const [short, long] = await Promise.all(
      (['short', 'long'] as const).map(async (size) =>
        value(await admin.letterTemplates.preview({ template, size })),
      ),
    );
    expect(short?.pages).toBe(1);
    expect(long?.pages).toBeGreaterThan(2);
    expect(
      await admin.letterTemplates.preview({ template: reworded(template, '{') }),
    ).toMatchObject({ error: { code: 'TEMPLATE_PROBLEMS' } });
    const letters = await branch.as('mona');
    expect(value(await letters.letters.list({})).total).toBe(0);
  });
});

describe('an issued letter', () => {
  it.skipIf(!hasPdftotext)(
    'keeps the version that it was issued with, though the template changes before it is set',
    async () => {
      const { database } = branch.backend;
      const admin = await branch.as('admin');
      const { template } = value(await admin.letterTemplates.one({ kind: 'complaintRejected' }));
      const first = await rejectedComplaint('نوف بنت خالد المطيري');
      value(
        await admin.letterTemplates.save({
          template: reworded(template, 'نص جديد للفرع.'),
          note: NOTE,
          expectedVersion: 1,
        }),
      );
      // As if the letter had waited for its bytes while the words were changed.
      await database.transact(async (tx) => {
        const stored = await writeRepos(tx).letters.waitingLetter(first);
        expect(stored?.content).toMatchObject({ templateVersion: 1 });
        return { ok: true, value: null };
      });
      const second = await rejectedComplaint('ريم بنت سعد العتيبي');
      const mona = await branch.as('mona');
      const text = async (id: string): Promise<string> =>
        normaliseLetterText(extractPages(value(await mona.letters.file({ id })).bytes).join(' '));
      expect(await text(first)).not.toContain('نص جديد');
      expect(await text(second)).toContain('نص جديد للفرع.');
    },
  );
});

describe('the logo of the letterhead', () => {
  /** A PNG of one grey, as a scanner or a drawing program writes it. */
  function png(side: number): Buffer {
    const table = Array.from({ length: 256 }, (_, index) => {
      let sum = index;
      for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
      return sum >>> 0;
    });
    const crc = (bytes: Buffer): number =>
      (bytes.reduce((sum, byte) => (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^
        0xffffffff) >>>
      0;
    const chunk = (type: string, data: Buffer): Buffer => {
      const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc(body));
      return Buffer.concat([length, body, sum]);
    };
    const header = Buffer.alloc(13);
    header.writeUInt32BE(side, 0);
    header.writeUInt32BE(side, 4);
    header.set([8, 0, 0, 0, 0], 8);
    const pixels = Buffer.alloc((side + 1) * side, 0x80);
    for (let row = 0; row < side; row += 1) pixels[row * (side + 1)] = 0;
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(pixels)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }

  async function keep(bytes: Uint8Array) {
    const file = path.join(branch.folder, 'logo.png');
    writeFileSync(file, bytes);
    return (await branch.as('admin')).letterTemplates.keepLogo({ path: file });
  }

  it('is kept by its hash and stands on the letters that are issued after it', async () => {
    const admin = await branch.as('admin');
    const logo = value(await keep(png(120)));
    expect(value(await admin.letterTemplates.logo({ sha256: logo.sha256 })).format).toBe('png');
    const before = await rejectedComplaint('سعد بن علي الدوسري');
    const current = value(await admin.settings.current({}));
    const letterhead = current.find(({ key }) => key === 'letterhead')?.value as object;
    value(
      await admin.settings.change({
        key: 'letterhead',
        value: { ...letterhead, logo },
        from: isoDate('2026-11-12'),
        reason: 'شعار الجهة',
      }),
    );
    value(
      await admin.settings.change({
        key: 'letterLayout',
        value: {
          margins: { top: 10, right: 15, bottom: 25, left: 15 },
          frame: false,
          justify: false,
        },
        from: isoDate('2026-11-12'),
        reason: 'ورق الجهة',
      }),
    );
    const after = await rejectedComplaint('هدى بنت علي الدوسري');
    const mona = await branch.as('mona');
    const picture = async (id: string): Promise<boolean> =>
      Buffer.from(value(await mona.letters.file({ id })).bytes).includes('/Subtype/Image');
    expect(await picture(before)).toBe(false);
    expect(await picture(after)).toBe(true);
  });

  it.each([
    ['a text', Buffer.from('no picture'), 'LOGO_FORMAT'],
    ['half a picture', png(120).subarray(0, 60), 'LOGO_DAMAGED'],
    ['a picture of a few pixels', png(8), 'LOGO_PIXELS'],
    ['a picture that unfolds to more than the memory should hold', png(2100), 'LOGO_PIXELS'],
    ['a large file', Buffer.alloc(600 * 1024, 1), 'LOGO_TOO_LARGE'],
  ])('is not %s', async (_, bytes, code) => {
    expect(await keep(bytes)).toMatchObject({ error: { code } });
  });

  it('may not lie at a place that does not exist', async () => {
    const admin = await branch.as('admin');
    const missing = path.join(branch.folder, 'none.png');
    expect((await admin.letterTemplates.keepLogo({ path: missing })).ok).toBe(false);
  });
});

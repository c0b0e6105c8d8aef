import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractPages, hasPdftotext } from '../../src/backend/letters/testing/pdf-tools.ts';
import { normaliseLetterText } from '../../src/domain/letters/letter-plain-text.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { PASSWORD, TestBranch, value, type Person } from './branch.ts';

let branch: TestBranch;
let hind: Person;

beforeAll(async () => {
  branch = await TestBranch.start('2026-11-16');
  hind = await branch.person('هند بنت سالم القحطاني', { eligibility: 'ineligible', sex: 'female' });
});
afterAll(() => branch.end());

const objection = (person: Person, reasons = ['R07', 'R03', 'R11']) => ({
  beneficiaryId: person.id,
  refusedOn: isoDate('2026-10-29'),
  notifiedOn: isoDate('2026-10-29'),
  channel: 'platform' as const,
  statement: 'عقد الإيجار نشط وعنوانه مطابق لعنواني الوطني، والتابعون جميعهم مضافون.',
  reasons,
});

async function lease(pages: number): Promise<string> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage().drawText(`lease ${page}`);
  const file = path.join(branch.folder, 'عقد الإيجار.pdf');
  writeFileSync(file, await document.save());
  return file;
}

describe('filing an objection', () => {
  it('offers the reasons that the programme prints, each with its article where one is named', async () => {
    const api = await branch.as('sara');
    const reasons = value(await api.objections.refusalReasons({}));
    expect(reasons.find(({ code }) => code === 'R11')).toMatchObject({
      textAr: 'لم يتم إثبات استقلال السكن بعقد إيجار نشط أو صك',
      article: 'REG 1',
      active: true,
    });
    expect(reasons.map(({ code }) => code)).toEqual(
      [...Array(15).keys()].map((index) => `R${String(index + 1).padStart(2, '0')}`),
    );
  });

  it.each([
    ['an unknown reason', { reasons: ['R07', 'R99'] }, 'REASON_UNKNOWN'],
    ['a reason twice', { reasons: ['R07', 'R07'] }, 'REASON_TWICE'],
    ['a notice before the refusal', { notifiedOn: isoDate('2026-10-28') }, 'DATES_OUT_OF_ORDER'],
    [
      'a refusal that is yet to come',
      { refusedOn: isoDate('2026-12-01'), notifiedOn: isoDate('2026-12-01') },
      'DATES_OUT_OF_ORDER',
    ],
  ])('with %s is refused', async (_what, change, code) => {
    const api = await branch.as('sara');
    const filed = await api.objections.file({ ...objection(hind), ...change });
    expect(filed).toMatchObject({ ok: false, error: { code } });
  });

  it('after the thirty working days needs a supervisor, and says how many days were used', async () => {
    const api = await branch.as('sara');
    const person = await branch.person('سعد بن محسن القرني', { eligibility: 'ineligible' });
    const dates = { refusedOn: isoDate('2026-10-04'), notifiedOn: isoDate('2026-10-04') };
    expect(await api.objections.file({ ...objection(person), ...dates })).toMatchObject({
      error: { code: 'PERIOD_ENDED', details: { endsOn: '2026-11-15', usedDays: 31, days: 30 } },
    });
    const late = {
      reason: 'لم يصله الإشعار إلا متأخراً',
      supervisorUsername: 'khalid',
      supervisorPassword: PASSWORD,
    };
    const { id } = value(await api.objections.file({ ...objection(person), ...dates, late }));
    const shown = value(await api.objections.review({ id }));
    expect(shown).toMatchObject({ lateReason: late.reason, period: { inTime: false } });
  });

  it('counts calendar days where the setting of the day of notice says so, and leaves holidays out of working days', async () => {
    const api = await branch.as('sara');
    await branch.setting('holidays', ['2026-11-02', '2026-11-03']);
    const working = await branch.person('نورة بنت عبدالله الشهري', { eligibility: 'ineligible' });
    const first = value(await api.objections.file(objection(working)));
    expect(value(await api.objections.review({ id: first.id })).period).toEqual({
      notifiedOn: '2026-10-29',
      endsOn: '2026-12-14',
      count: 'working',
      usedDays: 10,
      days: 30,
      inTime: true,
    });
    await branch.setting('objectionPeriod', { days: 30, count: 'calendar' }, '2026-10-01');
    const calendar = await branch.person('لطيفة بنت محمد الشمري', { eligibility: 'ineligible' });
    const second = value(await api.objections.file(objection(calendar)));
    expect(value(await api.objections.review({ id: second.id })).period).toMatchObject({
      endsOn: '2026-11-28',
      count: 'calendar',
      usedDays: 18,
    });
    await branch.setting('objectionPeriod', { days: 30, count: 'working' }, '2026-10-01');
  });
});

describe('an objection from filing to its letter', () => {
  let id: string;
  let number: string;
  let documentId: string;
  let letterId: string;
  const version = async (): Promise<number> => {
    const api = await branch.as('sara');
    return value(await api.objections.review({ id })).objection.version;
  };
  const find = async (
    username: string,
    code: string,
    finding: 'notProven' | 'ceased' | 'proven',
    note: string,
    page?: number,
  ) => {
    const api = await branch.as(username);
    return api.objections.recordFinding({
      id,
      expectedVersion: await version(),
      finding: { code, finding, note, evidence: page === undefined ? null : { documentId, page } },
    });
  };
  const propose = async (
    outcome: 'accepted' | 'partlyAccepted' | 'rejected' | 'committee',
    username = 'sara',
  ) => {
    const api = await branch.as(username);
    const reasoning = 'تبين من المستندات والسجلات ما يثبت استقلال السكن واكتمال الأسرة';
    return api.objections.propose({ id, expectedVersion: await version(), outcome, reasoning });
  };

  it('gets its yearly number and remembers who refused', async () => {
    const api = await branch.as('sara');
    const firstDecidedBy = branch.idOf('khalid');
    ({ id, number } = value(await api.objections.file({ ...objection(hind), firstDecidedBy })));
    expect(number).toBe('2026-000004');
    const shown = value(await api.objections.review({ id }));
    expect(shown).toMatchObject({
      objection: { status: 'submitted', reasons: ['R07', 'R03', 'R11'] },
      firstDecidedBy: { name: 'خالد الدوسري' },
      mayPropose: 'NOT_TAKEN',
    });
    expect(shown.objection.deadline).toMatchObject({ on: '2027-01-15', state: 'within', days: 60 });
    expect(await api.objections.file(objection(hind))).toMatchObject({
      error: { code: 'ALREADY_OPEN', details: { number } },
    });
  });

  it('is neither taken by nor given to who took the first decision', async () => {
    const khalid = await branch.as('khalid');
    const expectedVersion = await version();
    expect(await khalid.objections.take({ id, expectedVersion })).toMatchObject({
      error: { code: 'FIRST_DECIDED_BY_YOU' },
    });
    const sara = await branch.as('sara');
    expect(
      await sara.objections.assign({
        cases: [{ id, expectedVersion }],
        officerId: branch.idOf('khalid'),
      }),
    ).toMatchObject({ error: { code: 'FIRST_DECIDED_BY_HIM', details: { number } } });
    expect(
      await sara.objections.assign({
        cases: [{ id, expectedVersion }],
        officerId: branch.idOf('huda'),
      }),
    ).toMatchObject({ error: { code: 'OFFICER_CANNOT_WORK_CASES' } });
    value(await sara.objections.take({ id, expectedVersion }));
  });

  it('takes its evidence by the page', async () => {
    const api = await branch.as('sara');
    const file = await lease(3);
    const attached = value(
      await api.documents.attach({
        ownerType: 'objection',
        ownerId: id,
        path: file,
        title: 'عقد الإيجار',
      }),
    );
    expect(attached).toMatchObject({
      mime: 'application/pdf',
      pages: 3,
      fileName: 'عقد الإيجار.pdf',
    });
    documentId = attached.id;
    expect(await find('sara', 'R07', 'notProven', 'العنوان مطابق', 4)).toMatchObject({
      error: { code: 'EVIDENCE_PAGE', details: { pages: 3 } },
    });
    expect(await find('mona', 'R07', 'notProven', 'العنوان مطابق', 1)).toMatchObject({
      error: { code: 'NOT_ASSIGNED_TO_YOU' },
    });
    expect(await find('sara', 'R01', 'notProven', 'لا أثر له')).toMatchObject({
      error: { code: 'REASON_NOT_CONTESTED' },
    });
    value(await find('sara', 'R07', 'notProven', 'عنوان العقد مطابق للعنوان الوطني', 1));
    const shown = value(await api.objections.review({ id }));
    expect(shown.reasons[0]).toMatchObject({
      code: 'R07',
      finding: 'notProven',
      evidence: { documentId, page: 1 },
    });
  });

  it('is not evidence for another case', async () => {
    const api = await branch.as('sara');
    const other = await branch.person('فاطمة بنت علي عسيري', { eligibility: 'ineligible' });
    const filed = value(await api.objections.file(objection(other, ['R07'])));
    value(await api.objections.take({ id: filed.id, expectedVersion: 1 }));
    expect(
      await api.objections.recordFinding({
        id: filed.id,
        expectedVersion: 2,
        finding: {
          code: 'R07',
          finding: 'notProven',
          note: 'مطابق',
          evidence: { documentId, page: 1 },
        },
      }),
    ).toMatchObject({ error: { code: 'EVIDENCE_NOT_OF_CASE' } });
  });

  it('is decided only as its findings bear it', async () => {
    expect(await propose('accepted')).toMatchObject({
      error: { code: 'FINDING_MISSING', details: { reason: 'R03' } },
    });
    value(await find('sara', 'R03', 'ceased', 'اعتمدت لمى طلب الإضافة في 20/10/2026'));
    value(await find('sara', 'R11', 'proven', 'لم يُقدم عقد'));
    expect(await propose('accepted')).toMatchObject({
      error: { code: 'REASON_STILL_PROVEN', details: { reason: 'R11' } },
    });
    value(await find('sara', 'R11', 'notProven', 'عقد نشط من 1/7/2026 حتى 30/6/2027', 1));
    expect(await propose('rejected')).toMatchObject({ error: { code: 'NO_REASON_PROVEN' } });
    expect(await propose('partlyAccepted')).toMatchObject({ error: { code: 'NO_REASON_PROVEN' } });
    value(await propose('accepted'));
  });

  it('is approved neither by who proposed nor by who refused at first', async () => {
    const blocked = async (username: string) => {
      const api = await branch.as(username);
      const shown = value(await api.objections.review({ id }));
      const approved = await api.objections.approve({ id, expectedVersion: await version() });
      return [shown.mayApprove, approved.ok ? null : approved.error.code];
    };
    expect(await blocked('sara')).toEqual(['PROPOSED_BY_YOU', 'PROPOSED_BY_YOU']);
    expect(await blocked('khalid')).toEqual(['FIRST_DECIDED_BY_YOU', 'FIRST_DECIDED_BY_YOU']);
  });

  it('approved by a third officer makes the person eligible and issues the letter', async () => {
    const mona = await branch.as('mona');
    const approved = value(await mona.objections.approve({ id, expectedVersion: await version() }));
    letterId = approved.letterId ?? '';
    const shown = value(await mona.objections.review({ id }));
    expect(shown.objection).toMatchObject({ status: 'accepted', deadline: { state: 'met' } });
    expect(shown.letters).toEqual([{ id: letterId, number: '1448/0001', status: 'ready' }]);
    expect(shown.events.map(({ type }) => type)).toEqual([
      'filed',
      'taken',
      'documentAttached',
      'findingRecorded',
      'findingRecorded',
      'findingRecorded',
      'findingRecorded',
      'proposed',
      'approved',
      'eligibilityChanged',
    ]);
    const row = await branch.backend.database.reader.db
      .selectFrom('beneficiary')
      .select(['eligibility', 'version'])
      .where('id', '=', hind.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ eligibility: 'eligible', version: 2 });
    const trail = await branch.backend.database.reader.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject_id', '=', hind.id)
      .execute();
    expect(trail.map(({ action }) => action)).toContain('registry.eligibilityChanged');
  });

  it.skipIf(!hasPdftotext)(
    'has a letter that says what was decided (skipped without pdftotext)',
    async () => {
      const mona = await branch.as('mona');
      const { bytes } = value(await mona.letters.file({ id: letterId }));
      const text = normaliseLetterText(extractPages(bytes).join('\n'));
      for (const said of [
        `نتيجة الاعتراض رقم ${number}`,
        'المستفيدة: هند بنت سالم القحطاني',
        'تقرر قبوله للأسباب الآتية',
        '«عنوان عقد الإيجار لا يتطابق مع العنوان الوطني»',
        ': عنوان العقد مطابق للعنوان الوطني.',
        'زال بعد صدور القرار: اعتمدت لمى طلب الإضافة في 20/10/2026',
        'عقد نشط من 1/7/2026 حتى 30/6/2027، وفقاً للمادة (الأولى) من اللائحة التنفيذية',
        'تبين من المستندات والسجلات ما يثبت استقلال السكن واكتمال الأسرة',
        'وعليه أُلغي القرار محل الاعتراض وثبتت أهليتكم للمعاش',
      ]) {
        expect(text).toContain(said);
      }
    },
  );

  it('takes no evidence after the decision', async () => {
    const api = await branch.as('sara');
    const document = { ownerType: 'objection' as const, ownerId: id, path: await lease(1) };
    expect(await api.documents.attach({ ...document, title: 'متأخر' })).toMatchObject({
      error: { code: 'ALREADY_DECIDED' },
    });
  });
});

describe('a question for the committee', () => {
  it('needs no findings, changes no eligibility, and is a letter to the committee alone', async () => {
    const sara = await branch.as('sara');
    const mona = await branch.as('mona');
    const person = await branch.person('عبدالله بن يحيى الزهراني', { eligibility: 'ineligible' });
    const { id } = value(await sara.objections.file(objection(person, ['R05'])));
    value(await sara.objections.take({ id, expectedVersion: 1 }));
    value(
      await sara.objections.propose({
        id,
        expectedVersion: 2,
        outcome: 'committee',
        reasoning: 'حد العقارات غير منصوص عليه',
      }),
    );
    const { letterId } = value(await mona.objections.approve({ id, expectedVersion: 3 }));
    expect(value(await mona.objections.review({ id }))).toMatchObject({
      objection: { status: 'committee' },
      letters: [{ id: letterId }],
    });
    const { rows } = value(await mona.letters.list({ kind: ['committeeReferral'] }));
    expect(rows).toMatchObject([{ id: letterId, caseId: id }]);
    const file = value(await mona.registry.beneficiary({ id: person.id }));
    expect(file.eligibility).toBe('ineligible');
  });
});

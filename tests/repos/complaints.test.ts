import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractPages, hasPdftotext } from '../../src/backend/letters/testing/pdf-tools.ts';
import { normaliseLetterText } from '../../src/domain/letters/letter-plain-text.ts';
import { PASSWORD, TestBranch, value, type Person } from './branch.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';

const SEPTEMBER = isoMonth('2026-09');
const OCTOBER = isoMonth('2026-10');
const NOVEMBER = isoMonth('2026-11');

let branch: TestBranch;
let abdulrahman: Person;

beforeAll(async () => {
  branch = await TestBranch.start('2026-11-12');
  abdulrahman = await branch.person('عبدالرحمن بن فهد بن سعد الحربي');
  const cycles = {
    september: { id: await branch.cycle(57, '2026-09', '2026-09-01'), month: '2026-09' },
    october: { id: await branch.cycle(58, '2026-10', '2026-10-01'), month: '2026-10' },
    november: { id: await branch.cycle(59, '2026-11', '2026-11-01'), month: '2026-11' },
  };
  await branch.payment(abdulrahman, cycles.september, 130_000, 'credited', { due: 196_000 });
  await branch.payment(abdulrahman, cycles.october, 130_000, 'settled', { due: 196_000 });
  await branch.payment(abdulrahman, cycles.november, 196_000, 'returned', { reason: 'AC06' });
});
afterAll(() => branch.end());

const claim = (months: readonly { month: string; expected: number; received: number }[]) => ({
  beneficiaryId: abdulrahman.id,
  category: 'short' as const,
  channel: 'platform' as const,
  claim: 'لم تُحتسب ابنتي ريم في معاش سبتمبر وأكتوبر رغم عودتها من السفر، ولم تصلني دفعة نوفمبر.',
  months: months.map((month) => ({ ...month, month: isoMonth(month.month) })),
});

const threeMonths = [
  { month: '2026-09', expected: 196_000, received: 130_000 },
  { month: '2026-10', expected: 196_000, received: 130_000 },
  { month: '2026-11', expected: 196_000, received: 0 },
] as const;
const late = {
  reason: 'كان المستفيد منوماً في المستشفى',
  supervisorUsername: 'khalid',
  supervisorPassword: PASSWORD,
};

describe('filing a complaint', () => {
  it('is told when the window of a month opens and closes', async () => {
    const api = await branch.as('sara');
    expect(value(await api.complaints.window({ month: NOVEMBER }))).toEqual({
      opensOn: '2026-11-10',
      closesOn: '2026-12-10',
      state: 'open',
    });
    expect(value(await api.complaints.window({ month: SEPTEMBER }))).toMatchObject({
      state: 'closed',
    });
    expect(value(await api.complaints.window({ month: isoMonth('2026-12') }))).toMatchObject({
      opensOn: '2026-12-10',
      state: 'notYetOpen',
    });
  });

  it('outside the window is refused with the days, and changes nothing', async () => {
    const api = await branch.as('sara');
    expect(await api.complaints.file(claim(threeMonths))).toEqual({
      ok: false,
      error: {
        code: 'WINDOW_CLOSED',
        details: { month: '2026-09', opensOn: '2026-09-10', closesOn: '2026-10-10' },
      },
    });
    expect(value(await api.complaints.list({})).total).toBe(0);
  });

  it('before the window is refused even with a signature', async () => {
    const api = await branch.as('sara');
    const early = claim([{ month: '2026-12', expected: 196_000, received: 0 }]);
    expect(await api.complaints.file({ ...early, late })).toMatchObject({
      error: { code: 'WINDOW_NOT_OPEN', details: { opensOn: '2026-12-10' } },
    });
  });

  it.each([
    ['a wrong password', { supervisorPassword: 'wrong password' }, 'WRONG_PASSWORD'],
    ['a name that nobody has', { supervisorUsername: 'nobody' }, 'WRONG_PASSWORD'],
    ['an officer who is no supervisor', { supervisorUsername: 'mona' }, 'NOT_PERMITTED'],
    ['the officer himself', { supervisorUsername: 'sara' }, 'SIGNED_BY_YOURSELF'],
  ])('late is not allowed by %s', async (_who, change, code) => {
    const api = await branch.as('sara');
    const filed = await api.complaints.file({
      ...claim(threeMonths),
      late: { ...late, ...change },
    });
    expect(filed).toMatchObject({ ok: false, error: { code } });
    expect(value(await api.complaints.list({})).total).toBe(0);
  });

  it('late by a supervisor who wants it himself needs another one', async () => {
    const api = await branch.as('khalid');
    expect(await api.complaints.file({ ...claim(threeMonths), late })).toMatchObject({
      error: { code: 'SIGNED_BY_YOURSELF' },
    });
  });

  it.each([
    [
      'more received than expected',
      [{ month: '2026-11', expected: 1, received: 2 }],
      'RECEIVED_ABOVE_EXPECTED',
    ],
    ['nothing missing', [{ month: '2026-11', expected: 5, received: 5 }], 'NOTHING_CLAIMED'],
    [
      'a month twice',
      [
        { month: '2026-11', expected: 5, received: 0 },
        { month: '2026-11', expected: 5, received: 0 },
      ],
      'MONTH_TWICE',
    ],
    ['a negative sum', [{ month: '2026-11', expected: -5, received: -6 }], 'NEGATIVE_AMOUNT'],
  ])('with %s is refused', async (_what, months, code) => {
    const api = await branch.as('sara');
    expect(await api.complaints.file(claim(months))).toMatchObject({ error: { code } });
  });

  it('of a person whom the branch does not know is refused', async () => {
    const api = await branch.as('sara');
    const unknown = { ...claim([threeMonths[2]]), beneficiaryId: branch.idOf('sara') };
    expect(await api.complaints.file(unknown)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('a complaint from filing to its letter', () => {
  let id: string;
  let ticket: string;
  let letterId: string;
  const version = async (): Promise<number> => {
    const api = await branch.as('sara');
    return value(await api.complaints.case({ id })).complaint.version;
  };

  it('late, with a supervisor who signs himself, gets its yearly ticket and its deadline', async () => {
    const api = await branch.as('sara');
    const filed = value(await api.complaints.file({ ...claim(threeMonths), late }));
    ({ id, ticket } = filed);
    expect(ticket).toBe('2026-000001');
    const shown = value(await api.complaints.case({ id }));
    expect(shown.lateReason).toBe(late.reason);
    expect(shown.complaint).toMatchObject({
      status: 'new',
      claimed: 328_000,
      maskedNationalId: `******${abdulrahman.nationalId.slice(-4)}`,
      deadline: { on: '2026-12-03', state: 'within', days: 21 },
      assignedTo: null,
    });
    expect(JSON.stringify(shown)).not.toContain(abdulrahman.nationalId);
  });

  it('is not filed a second time for a month while it is open', async () => {
    const api = await branch.as('mona');
    expect(await api.complaints.file(claim([threeMonths[2]]))).toMatchObject({
      error: { code: 'ALREADY_OPEN', details: { ticket, id, month: '2026-11' } },
    });
  });

  it('shows the claim beside what the records prove, month by month', async () => {
    const api = await branch.as('sara');
    const { months } = value(await api.complaints.case({ id }));
    expect(months).toMatchObject([
      {
        month: SEPTEMBER,
        expected: 196_000,
        received: 130_000,
        due: 196_000,
        sent: 130_000,
        credited: 130_000,
        difference: 66_000,
        suggestedFinding: 'shortfallProven',
      },
      {
        month: OCTOBER,
        expected: 196_000,
        received: 130_000,
        due: 196_000,
        sent: 130_000,
        credited: 130_000,
        difference: 66_000,
        suggestedFinding: 'shortfallProven',
      },
      {
        month: NOVEMBER,
        expected: 196_000,
        received: 0,
        due: 196_000,
        sent: 196_000,
        credited: 0,
        difference: 0,
        suggestedFinding: 'bankReturned',
      },
    ]);
    expect(months[2]?.payments[0]).toMatchObject({
      payment: { status: 'returned', reasonCode: 'AC06', cycleNumber: 59 },
      events: [{ type: 'prepared' }, { type: 'sent' }, { type: 'returned' }],
    });
  });

  it('is studied by the officer who took it, and by nobody else', async () => {
    const sara = await branch.as('sara');
    const mona = await branch.as('mona');
    expect(value(await sara.complaints.case({ id })).mayPropose).toBe('NOT_TAKEN');
    value(await sara.complaints.take({ id, expectedVersion: await version() }));
    expect(value(await sara.complaints.case({ id })).mayPropose).toBe(null);
    expect(value(await mona.complaints.case({ id })).mayPropose).toBe('NOT_ASSIGNED_TO_YOU');
    expect(await mona.complaints.take({ id, expectedVersion: await version() })).toMatchObject({
      error: { code: 'ASSIGNED_TO_ANOTHER' },
    });
  });

  it('stands still while documents are awaited, and has as many days left afterwards', async () => {
    const api = await branch.as('sara');
    const note = 'سجل المنافذ لشهري أغسطس وسبتمبر';
    branch.on('2026-11-15');
    value(await api.complaints.askForDocuments({ id, expectedVersion: await version(), note }));
    branch.on('2026-11-22');
    expect(value(await api.complaints.case({ id })).complaint).toMatchObject({
      status: 'awaitingDocuments',
      deadline: { on: '2026-12-03', state: 'paused', days: 18 },
    });
    const counts = value(await api.complaints.counts({}));
    expect(counts).toMatchObject({ mine: 1, awaitingDocuments: 1, dueToday: 0, overdue: 0 });
    value(await api.complaints.documentsReceived({ id, expectedVersion: await version() }));
    expect(value(await api.complaints.case({ id })).complaint).toMatchObject({
      status: 'studying',
      deadline: { on: '2026-12-10', state: 'within' },
    });
  });

  it('cannot be accepted where the findings do not bear it', async () => {
    const api = await branch.as('sara');
    const propose = (
      outcome: 'accepted' | 'rejected',
      november: 'shortfallProven' | 'paidInFull' | 'bankReturned',
      findings: 'shortfallProven' | 'paidInFull',
    ) =>
      version().then((expectedVersion) =>
        api.complaints.propose({
          id,
          expectedVersion,
          outcome,
          reasoning: 'ثبت من سجل المنافذ',
          months: [
            { month: SEPTEMBER, finding: findings, due: 196_000 },
            { month: OCTOBER, finding: findings, due: 196_000 },
            { month: NOVEMBER, finding: november, due: 196_000 },
          ],
        }),
      );
    expect(await propose('rejected', 'bankReturned', 'shortfallProven')).toMatchObject({
      error: { code: 'SHORTFALL_PROVEN' },
    });
    expect(await propose('rejected', 'bankReturned', 'paidInFull')).toMatchObject({
      error: { code: 'SHORTFALL_LEFT', details: { month: SEPTEMBER } },
    });
    expect(await propose('accepted', 'paidInFull', 'shortfallProven')).toMatchObject({
      error: { code: 'SHORTFALL_LEFT', details: { month: NOVEMBER } },
    });
  });

  it('is proposed with sums that the findings say, and not approved by who proposed it', async () => {
    const api = await branch.as('sara');
    value(
      await api.complaints.propose({
        id,
        expectedVersion: await version(),
        outcome: 'accepted',
        reasoning:
          'ثبت من سجل المنافذ أن بقاء التابعة ريم خارج المملكة لم يتجاوز المدة المحددة\nدفعة نوفمبر أعادها البنك لأن الحساب محجوب، وتُصرف بعد التحقق من الحساب',
        months: [
          { month: SEPTEMBER, finding: 'shortfallProven', due: 196_000 },
          { month: OCTOBER, finding: 'shortfallProven', due: 196_000 },
          { month: NOVEMBER, finding: 'bankReturned', due: 196_000 },
        ],
      }),
    );
    const shown = value(await api.complaints.case({ id }));
    expect(shown.proposal).toMatchObject({
      outcome: 'accepted',
      total: 132_000,
      proposedBy: 'سارة الغامدي',
      months: [
        { due: 196_000, paid: 130_000, difference: 66_000 },
        { due: 196_000, paid: 130_000, difference: 66_000 },
        { due: 196_000, paid: 196_000, difference: 0 },
      ],
    });
    expect(shown.mayApprove).toBe('PROPOSED_BY_YOU');
    expect(await api.complaints.approve({ id, expectedVersion: await version() })).toMatchObject({
      error: { code: 'PROPOSED_BY_YOU' },
    });
    const auditor = await branch.as('huda');
    expect(value(await auditor.complaints.case({ id })).mayApprove).toBe('NOT_PERMITTED');
  });

  it('can be sent back with a note and proposed again', async () => {
    const mona = await branch.as('mona');
    const sara = await branch.as('sara');
    const note = 'أضف رقم سجل المنافذ';
    value(await mona.complaints.sendBack({ id, expectedVersion: await version(), note }));
    const back = value(await sara.complaints.case({ id }));
    expect(back.complaint.status).toBe('sentBack');
    expect(back.events.at(-1)).toMatchObject({ type: 'sentBack', note, officerName: 'منى العنزي' });
    value(
      await sara.complaints.propose({
        id,
        expectedVersion: await version(),
        outcome: 'accepted',
        reasoning: 'ثبت من سجل المنافذ رقم 44 أن بقاء التابعة ريم خارج المملكة لم يتجاوز المدة',
        months: [
          { month: SEPTEMBER, finding: 'shortfallProven', due: 196_000 },
          { month: OCTOBER, finding: 'shortfallProven', due: 196_000 },
          { month: NOVEMBER, finding: 'bankReturned', due: 196_000 },
        ],
      }),
    );
  });

  it('is not approved from a screen that another officer has overtaken', async () => {
    const mona = await branch.as('mona');
    const stale = (await version()) - 1;
    expect(await mona.complaints.approve({ id, expectedVersion: stale })).toMatchObject({
      error: { code: 'CONFLICT', details: { ticket } },
    });
  });

  it('approved by another officer has its letter, numbered and archived', async () => {
    const mona = await branch.as('mona');
    ({ letterId } = value(await mona.complaints.approve({ id, expectedVersion: await version() })));
    const shown = value(await mona.complaints.case({ id }));
    expect(shown.complaint).toMatchObject({ status: 'accepted', deadline: { state: 'met' } });
    expect(shown.letters).toEqual([{ id: letterId, number: '1448/0001', status: 'ready' }]);
    expect(shown.mayPropose).toBe('ALREADY_DECIDED');
    expect(await mona.complaints.approve({ id, expectedVersion: await version() })).toMatchObject({
      error: { code: 'ALREADY_DECIDED' },
    });
  });

  it.skipIf(!hasPdftotext)(
    'has a letter that says what was decided (skipped without pdftotext)',
    async () => {
      const mona = await branch.as('mona');
      const { bytes } = value(await mona.letters.file({ id: letterId }));
      const text = normaliseLetterText(extractPages(bytes).join('\n'));
      for (const said of [
        'نتيجة الشكوى المالية رقم 2026-000001',
        'الرقم: 1448/0001',
        'المستفيد: عبدالرحمن بن فهد بن سعد الحربي',
        `السجل المدني: ${abdulrahman.nationalId}`,
        'تقرر قبولها للأسباب الآتية',
        'ثبت من سجل المنافذ رقم 44 أن بقاء التابعة ريم خارج المملكة لم يتجاوز المدة',
        'سبتمبر 2026م 1,960.00 1,300.00 660.00',
        'المجموع 5,880.00 4,560.00 1,320.00',
        '(1,320.00) ألف وثلاثمئة وعشرون ريالاً مع دفعة شهر ديسمبر 2026م',
        'ولكم حق التظلم من هذا القرار',
        'منى العنزي',
      ]) {
        expect(text).toContain(said);
      }
    },
  );

  it('frees its months for a later complaint', async () => {
    const api = await branch.as('sara');
    const filed = value(await api.complaints.file(claim([threeMonths[2]])));
    expect(filed.ticket).toBe('2026-000002');
  });

  it('is found by its ticket, and its letter by its number, from anywhere', async () => {
    const api = await branch.as('sara');
    const found = async (text: string) =>
      value(await api.registry.search({ text })).map(({ kind, refId }) => [kind, refId]);
    expect(await found(ticket)).toContainEqual(['complaint', id]);
    expect(await found('1448/0001')).toContainEqual(['letter', letterId]);
  });
});

describe('assigning many complaints', () => {
  it('gives all of them or none', async () => {
    const api = await branch.as('sara');
    const open: string[] = [];
    for (const name of ['مطلق بن سعود الرشيدي', 'نورة بنت عبدالله الشهري']) {
      const person = await branch.person(name);
      const input = { ...claim([threeMonths[2]]), beneficiaryId: person.id };
      open.push(value(await api.complaints.file(input)).id);
    }
    const assign = (versions: readonly number[]) =>
      api.complaints.assign({
        cases: open.map((id, index) => ({ id, expectedVersion: versions[index] ?? 1 })),
        officerId: branch.idOf('mona'),
      });
    const mine = async () => value(await (await branch.as('mona')).complaints.counts({})).mine;
    expect(await assign([1, 7])).toMatchObject({
      error: { code: 'CONFLICT', details: { ticket: '2026-000004' } },
    });
    expect(await mine()).toBe(0);
    expect(await assign([1, 1])).toMatchObject({ ok: true });
    expect(await mine()).toBe(2);
  });
});

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractPages, hasPdftotext } from '../../src/backend/letters/testing/pdf-tools.ts';
import { normaliseLetterText } from '../../src/domain/letters/letter-plain-text.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { TestBranch, value, type Person } from './branch.ts';

const NOVEMBER = isoMonth('2026-11');

let branch: TestBranch;
let person: Person;
let november: { id: string; month: string };

beforeEach(async () => {
  branch = await TestBranch.start('2026-11-12');
  person = await branch.person('نورة بنت عبدالله الشهري', { sex: 'female' });
  november = { id: await branch.cycle(59, '2026-11', '2026-11-01'), month: '2026-11' };
});
afterEach(() => branch.end());

const complaint = (beneficiaryId: string) => ({
  beneficiaryId,
  category: 'short' as const,
  channel: 'branch' as const,
  claim: 'نقصت دفعة نوفمبر عما اعتدته.',
  months: [{ month: NOVEMBER, expected: halalas(196_000), received: halalas(130_000) }],
});

const objection = (beneficiaryId: string) => ({
  beneficiaryId,
  refusedOn: isoDate('2026-10-29'),
  notifiedOn: isoDate('2026-10-29'),
  channel: 'branch' as const,
  statement: 'عقد الإيجار نشط وعنوانه مطابق لعنواني الوطني.',
  reasons: ['R07', 'R11'],
});

const PAPERS = [
  { text: 'صورة من الهوية الوطنية', received: true },
  { text: 'كشف حساب بنكي لشهر نوفمبر', received: false },
];
const request = { documents: PAPERS, deliverBy: isoDate('2026-11-26') };

/** What a letter's archived bytes say. */
async function textOf(letterId: string): Promise<string> {
  const api = await branch.as('sara');
  for (let tries = 0; tries < 100; tries += 1) {
    const file = await api.letters.file({ id: letterId });
    if (file.ok) {
      return normaliseLetterText(extractPages(file.value.bytes).join('\n'));
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The letter was never set');
}

async function ofCase(type: 'complaint' | 'objection' | 'payment' | 'person', id: string) {
  return value(await (await branch.as('sara')).caseLetters.of({ type, id }));
}

describe('a receipt', () => {
  it('is issued with the complaint: its own number, and the last day of the decision', async () => {
    const api = await branch.as('sara');
    const filed = value(
      await api.complaints.file({
        ...complaint(person.id),
        receipt: { documents: ['صورة من الهوية الوطنية'] },
      }),
    );
    expect(filed.receipt?.number).toBe('1448/0001');
    const { letters, offers } = await ofCase('complaint', filed.id);
    expect(letters).toMatchObject([{ template: 'complaintReceipt', number: '1448/0001' }]);
    expect(offers).toMatchObject([
      {
        kind: 'complaintReceipt',
        refusal: { code: 'LETTER_EXISTS', details: { number: '1448/0001' } },
      },
    ]);
  });

  it.skipIf(!hasPdftotext)('says number, deadline and what came with the case', async () => {
    const api = await branch.as('sara');
    const { ticket, receipt } = value(
      await api.complaints.file({
        ...complaint(person.id),
        receipt: { documents: ['صورة من الهوية الوطنية'] },
      }),
    );
    const text = await textOf(receipt?.letterId ?? '');
    expect(text).toContain(ticket);
    expect(text).toContain('صورة من الهوية الوطنية');
    expect(text).toContain('2026م');
  });

  it('is left out where the officer wants none, and issued later from the case', async () => {
    const api = await branch.as('sara');
    const { id, receipt } = value(await api.complaints.file(complaint(person.id)));
    expect(receipt).toBe(null);
    const issued = value(
      await api.caseLetters.issue({ of: { type: 'complaint', id }, kind: 'complaintReceipt' }),
    );
    expect(issued).toMatchObject({ letter: { number: '1448/0001' }, draftId: null });
    expect(
      await api.caseLetters.issue({ of: { type: 'complaint', id }, kind: 'complaintReceipt' }),
    ).toMatchObject({ error: { code: 'LETTER_EXISTS' } });
  });

  it('gives its number back when the filing is refused', async () => {
    const api = await branch.as('sara');
    value(await api.complaints.file(complaint(person.id)));
    const again = await api.complaints.file({
      ...complaint(person.id),
      receipt: { documents: [] },
    });
    expect(again).toMatchObject({ error: { code: 'ALREADY_OPEN' } });
    expect(value(await api.letters.list({})).total).toBe(0);
  });

  it('of an objection names what is contested', async () => {
    const api = await branch.as('sara');
    const filed = value(
      await api.objections.file({ ...objection(person.id), receipt: { documents: [] } }),
    );
    expect(filed.receipt?.number).toBe('1448/0001');
    const { letters } = await ofCase('objection', filed.id);
    expect(letters).toMatchObject([{ template: 'objectionReceipt', life: 'issued' }]);
  });
});

describe('a request for documents', () => {
  it('goes with the complaint that waits for them, and its history says what is missing', async () => {
    const api = await branch.as('sara');
    const { id } = value(await api.complaints.file(complaint(person.id)));
    value(await api.complaints.take({ id, expectedVersion: 1 }));
    const { letter } = value(
      await api.complaints.askForDocuments({ id, expectedVersion: 2, request }),
    );
    expect(letter?.number).toBe('1448/0001');
    const file = value(await api.complaints.case({ id }));
    expect(file.complaint.status).toBe('awaitingDocuments');
    expect(file.events.at(-1)).toMatchObject({
      type: 'documentsRequested',
      note: 'كشف حساب بنكي لشهر نوفمبر',
    });
    expect((await ofCase('complaint', id)).letters).toMatchObject([
      { template: 'documentsRequest', subject: 'طلب استكمال مستندات المعاملة 2026-000001' },
    ]);
  });

  it('of an objection leaves its deadline running', async () => {
    const api = await branch.as('sara');
    const { id } = value(await api.objections.file(objection(person.id)));
    value(await api.objections.take({ id, expectedVersion: 1 }));
    const before = value(await api.objections.review({ id })).objection.deadline;
    value(await api.objections.askForDocuments({ id, expectedVersion: 2, request }));
    const after = value(await api.objections.review({ id }));
    expect(after.objection).toMatchObject({ status: 'reviewing', deadline: before });
    expect(after.events.at(-1)).toMatchObject({ type: 'documentsRequested' });
    expect((await ofCase('objection', id)).letters).toHaveLength(1);
  });

  it('of an objection is its reviewer’s alone', async () => {
    const api = await branch.as('sara');
    const { id } = value(await api.objections.file(objection(person.id)));
    value(await api.objections.take({ id, expectedVersion: 1 }));
    const other = await branch.as('mona');
    expect(
      await other.objections.askForDocuments({ id, expectedVersion: 2, request }),
    ).toMatchObject({ error: { code: 'NOT_ASSIGNED_TO_YOU' } });
    expect(value(await api.letters.list({})).total).toBe(0);
  });

  it('is written from the person’s page, by when the setting says', async () => {
    const api = await branch.as('sara');
    const { deliverBy } = await ofCase('person', person.id);
    expect(deliverBy).toBe('2026-11-26');
    value(
      await api.caseLetters.askForDocuments({
        beneficiaryId: person.id,
        request: { ...request, deliverBy },
      }),
    );
    expect((await ofCase('person', person.id)).letters).toMatchObject([
      { template: 'documentsRequest' },
    ]);
  });

  it.each([
    [
      'nothing that is missing',
      { documents: [{ text: 'الهوية', received: true }] },
      'NOTHING_MISSING',
    ],
    ['a day that has passed', { deliverBy: isoDate('2026-11-12') }, 'DELIVER_BY_PAST'],
    ['a paper twice', { documents: [{ text: 'الهوية' }, { text: 'الهوية' }] }, 'DOCUMENT_TWICE'],
  ])('with %s is refused and takes no number', async (_what, change, code) => {
    const api = await branch.as('sara');
    expect(
      await api.caseLetters.askForDocuments({
        beneficiaryId: person.id,
        request: { ...request, ...change },
      }),
    ).toMatchObject({ error: { code } });
    expect(value(await api.letters.list({})).total).toBe(0);
  });
});

describe('an objection for the committee', () => {
  async function referred() {
    const api = await branch.as('sara');
    const { id } = value(await api.objections.file(objection(person.id)));
    const document = await PDFDocument.create();
    document.addPage().drawText('lease');
    const file = path.join(branch.folder, 'عقد.pdf');
    writeFileSync(file, await document.save());
    value(
      await api.documents.attach({
        ownerType: 'objection',
        ownerId: id,
        path: file,
        title: 'عقد الإيجار',
      }),
    );
    value(await api.objections.take({ id, expectedVersion: 1 }));
    value(
      await api.objections.propose({
        id,
        expectedVersion: 2,
        outcome: 'committee',
        reasoning: 'هل يكفي العقد غير الموثق لإثبات استقلال السكن؟',
      }),
    );
    const second = await branch.as('khalid');
    const { letterId } = value(await second.objections.approve({ id, expectedVersion: 3 }));
    return { id, letterId };
  }

  it('goes there by the second officer’s approval', async () => {
    const { id, letterId } = await referred();
    expect((await ofCase('objection', id)).letters).toMatchObject([
      { id: letterId, template: 'committeeReferral' },
    ]);
  });

  it.skipIf(!hasPdftotext)('with facts, question and enclosures', async () => {
    const { letterId } = await referred();
    const text = await textOf(letterId);
    expect(text).toContain('رئيس اللجنة المختصة بالنظر في التظلمات');
    expect(text).toContain('هل يكفي العقد غير الموثق لإثبات استقلال السكن');
    expect(text).toContain('عقد الإيجار نشط وعنوانه مطابق لعنواني الوطني');
    expect(text).toContain('خلال المدة النظامية');
  });
});

describe('the refusal itself', () => {
  it('is offered once an objection was rejected, to another officer than its proposer', async () => {
    const refused = await branch.person('سعد بن محسن القرني', { eligibility: 'ineligible' });
    const api = await branch.as('sara');
    const { id } = value(await api.objections.file({ ...objection(refused.id), reasons: ['R11'] }));
    value(await api.objections.take({ id, expectedVersion: 1 }));
    const finding = {
      code: 'R11',
      finding: 'proven',
      note: 'لا عقد نشطاً',
      evidence: null,
    } as const;
    value(await api.objections.recordFinding({ id, expectedVersion: 2, finding }));
    value(
      await api.objections.propose({
        id,
        expectedVersion: 3,
        outcome: 'rejected',
        reasoning: 'ثبت السبب',
      }),
    );
    value(await (await branch.as('khalid')).objections.approve({ id, expectedVersion: 4 }));
    const ask = { of: { type: 'objection', id }, kind: 'ineligibility' } as const;
    expect(await ofCase('objection', id)).toMatchObject({
      offers: [{ kind: 'ineligibility', refusal: null, asDraft: true }],
    });
    const issued = value(await (await branch.as('mona')).caseLetters.issue(ask));
    expect(issued.letter).not.toBe(null);
  });
});

describe('a measure on a pension', () => {
  const reason = 'انتهت صلاحية سجل الأسرة\nتعذر التواصل بالجوال المسجل';

  async function prepared(): Promise<string> {
    const finance = await branch.as('fahad');
    const { proposalId } = value(
      await (
        await branch.as('sara')
      ).payments.propose({
        beneficiaryId: person.id,
        cycleId: november.id,
        month: NOVEMBER,
        kind: 'regular',
        programme: 'PENSION',
        amount: halalas(132_000),
        reason: 'دفعة الشهر',
      }),
    );
    const { paymentId } = value(
      await finance.payments.decideProposal({ id: proposalId, expectedVersion: 1, approve: true }),
    );
    return paymentId ?? '';
  }

  beforeEach(async () => {
    await branch.account(person);
  });

  it('of one officer is told by another: he who held it only drafts', async () => {
    const id = await prepared();
    const khalid = await branch.as('khalid');
    value(await khalid.payments.hold({ payments: [id], reason }));
    const ask = {
      of: { type: 'payment' as const, id },
      kind: 'pensionHeld' as const,
      more: { steps: ['تحديث سجل الأسرة'], respondBy: isoDate('2026-11-30'), amountsKept: true },
    };
    const drafted = value(await khalid.caseLetters.issue(ask));
    expect(drafted).toMatchObject({ letter: null });
    const { drafts, offers } = await ofCase('payment', id);
    expect(drafts).toMatchObject([{ kind: 'pensionHeld', author: 'خالد الدوسري', mine: false }]);
    expect(offers).toMatchObject([{ refusal: { code: 'LETTER_DRAFTED' } }]);
    const draft = { id: drafted.draftId ?? '', expectedVersion: 1 };
    expect(await khalid.letters.issueDraft(draft)).toMatchObject({
      error: { code: 'OWN_DECISION' },
    });
    const sara = await branch.as('sara');
    expect(value(await sara.letters.issueDraft(draft)).number).toBe('1448/0001');
  });

  it.skipIf(!hasPdftotext)(
    'states each reason of the officer, what is asked and by when',
    async () => {
      const id = await prepared();
      value(await (await branch.as('khalid')).payments.hold({ payments: [id], reason }));
      const { letter } = value(
        await (
          await branch.as('sara')
        ).caseLetters.issue({
          of: { type: 'payment', id },
          kind: 'pensionHeld',
          more: {
            steps: ['تحديث سجل الأسرة'],
            respondBy: isoDate('2026-11-30'),
            amountsKept: true,
          },
        }),
      );
      const text = await textOf(letter?.letterId ?? '');
      for (const words of [
        'تعليق صرف معاشكم مؤقتاً',
        'انتهت صلاحية سجل الأسرة',
        'تعذر التواصل بالجوال المسجل',
        'تحديث سجل الأسرة',
        'محفوظة لكم',
      ]) {
        expect(text).toContain(words);
      }
    },
  );

  it('may be told again when it was taken again', async () => {
    const id = await prepared();
    const khalid = await branch.as('khalid');
    const sara = await branch.as('sara');
    const of = { type: 'payment', id } as const;
    value(await khalid.payments.hold({ payments: [id], reason }));
    value(await sara.caseLetters.issue({ of, kind: 'pensionHeld' }));
    expect(await sara.caseLetters.issue({ of, kind: 'pensionHeld' })).toMatchObject({
      error: { code: 'LETTER_EXISTS' },
    });
    expect(await sara.caseLetters.issue({ of, kind: 'pensionResumed' })).toMatchObject({
      error: { code: 'NOT_OFFERED' },
    });
    branch.later(60);
    value(await khalid.payments.release({ payments: [id], reason: 'حُدّث السجل' }));
    value(await sara.caseLetters.issue({ of, kind: 'pensionResumed' }));
    branch.later(60);
    value(await khalid.payments.hold({ payments: [id], reason }));
    value(await sara.caseLetters.issue({ of, kind: 'pensionHeld' }));
    expect((await ofCase('payment', id)).letters.map(({ template }) => template)).toEqual([
      'pensionHeld',
      'pensionResumed',
      'pensionHeld',
    ]);
  });

  it('that was cancelled is told as stopped', async () => {
    const id = await prepared();
    value(await (await branch.as('fahad')).payments.cancel({ payments: [id], reason }));
    const sara = await branch.as('sara');
    const { offers } = await ofCase('payment', id);
    expect(offers).toMatchObject([{ kind: 'pensionStopped', refusal: null, asDraft: false }]);
    value(await sara.caseLetters.issue({ of: { type: 'payment', id }, kind: 'pensionStopped' }));
  });

  it('asks for nothing by a day that has passed', async () => {
    const id = await prepared();
    value(await (await branch.as('khalid')).payments.hold({ payments: [id], reason }));
    expect(
      await (
        await branch.as('sara')
      ).caseLetters.issue({
        of: { type: 'payment', id },
        kind: 'pensionHeld',
        more: { respondBy: isoDate('2026-11-12') },
      }),
    ).toMatchObject({ error: { code: 'RESPOND_BY_PAST' } });
  });
});

describe('a sum that two officers decided', () => {
  let december: string;
  beforeEach(async () => {
    await branch.account(person);
    december = await branch.cycle(60, '2026-12', '2026-12-01');
    await branch.payment(person, november, 130_000, 'credited');
  });

  async function proposed(kind: 'difference' | 'recovery', amount: number): Promise<string> {
    const api = await branch.as('sara');
    const { proposalId } = value(
      await api.payments.propose({
        beneficiaryId: person.id,
        cycleId: december,
        month: NOVEMBER,
        kind,
        programme: 'PENSION',
        amount: halalas(amount),
        reason: 'لم يُحتسب تابع أُضيف إلى السجل',
      }),
    );
    return proposalId;
  }
  const decide = async (id: string, letter: object | null) =>
    (await branch.as('fahad')).payments.decideProposal({
      id,
      expectedVersion: 1,
      approve: true,
      letter: letter === null ? null : { ...letter },
    });

  it.skipIf(!hasPdftotext)(
    'as a difference is told with what arrived and what was due',
    async () => {
      const { letter } = value(await decide(await proposed('difference', 66_000), {}));
      const text = await textOf(letter?.letterId ?? '');
      expect(text).toContain('1,300.00');
      expect(text).toContain('1,960.00');
      expect(text).toContain('660.00');
      expect(text).toContain('ديسمبر');
      expect(text).toContain('لم يُحتسب تابع أُضيف إلى السجل');
    },
  );

  it.skipIf(!hasPdftotext)(
    'as a recovery proposes instalments, and takes nothing without a yes',
    async () => {
      const plan = {
        instalments: { count: 3, firstMonth: isoMonth('2027-01') },
        respondBy: isoDate('2026-12-10'),
      };
      const { letter } = value(await decide(await proposed('recovery', 30_000), plan));
      const text = await textOf(letter?.letterId ?? '');
      expect(text).toContain('300.00');
      expect(text).toContain('100.00');
      expect(text).toContain('يناير');
    },
  );

  it('is approved without a letter, which the payment then offers', async () => {
    const { letter, paymentId } = value(await decide(await proposed('difference', 66_000), null));
    expect(letter).toBe(null);
    const id = paymentId ?? '';
    expect((await ofCase('payment', id)).offers).toMatchObject([
      { kind: 'differencePayment', refusal: null, asDraft: true },
    ]);
    const mona = await branch.as('mona');
    value(await mona.caseLetters.issue({ of: { type: 'payment', id }, kind: 'differencePayment' }));
  });

  it('asks for no more back than arrived, and decides nothing where the letter cannot be written', async () => {
    const id = await proposed('recovery', 130_001);
    expect(await decide(id, {})).toMatchObject({
      error: { code: 'RECOVERY_EXCEEDS_PAID', details: { month: '2026-11' } },
    });
    const [proposal] = value(
      await (await branch.as('fahad')).payments.proposals({ cycleId: december }),
    );
    expect(proposal?.status).toBe('proposed');
    expect(value(await decide(id, null)).letter).toBe(null);
  });
});

describe('a certificate of pension', () => {
  const ask = () =>
    ({ of: { type: 'person', id: person.id }, kind: 'pensionCertificate' }) as const;

  it('is refused while nothing has arrived', async () => {
    await branch.payment(person, november, 132_000, 'sent');
    const api = await branch.as('sara');
    expect(await api.caseLetters.issue(ask())).toMatchObject({ error: { code: 'NOTHING_PAID' } });
    expect((await ofCase('person', person.id)).offers).toMatchObject([
      { kind: 'pensionCertificate', refusal: { code: 'NOTHING_PAID' } },
    ]);
  });

  it.skipIf(!hasPdftotext)(
    'says what arrived last, for whom it was asked, as often as it is asked for',
    async () => {
      await branch.payment(person, november, 132_000, 'credited');
      const api = await branch.as('sara');
      const more = { forWhom: 'بنك التنمية الاجتماعية' };
      const { letter } = value(await api.caseLetters.issue({ ...ask(), more }));
      const text = await textOf(letter?.letterId ?? '');
      expect(text).toContain('1,320.00');
      expect(text).toContain('بنك التنمية الاجتماعية');
      expect(text).toContain('نوفمبر');
      value(await api.caseLetters.issue(ask()));
      expect((await ofCase('person', person.id)).letters).toHaveLength(2);
    },
  );

  it('is refused while a later month is held', async () => {
    await branch.payment(person, november, 132_000, 'credited');
    const december = { id: await branch.cycle(60, '2026-12', '2026-12-01'), month: '2026-12' };
    await branch.payment(person, december, 132_000, 'held');
    expect(await (await branch.as('sara')).caseLetters.issue(ask())).toMatchObject({
      error: { code: 'PENSION_NOT_RUNNING', details: { month: '2026-12', status: 'held' } },
    });
  });

  it('is not an auditor’s to issue', async () => {
    expect(await (await branch.as('huda')).caseLetters.issue(ask())).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
  });
});

describe('the complaint form', () => {
  it.skipIf(!hasPdftotext)(
    'is filled with what the registry knows, and stands on no register',
    async () => {
      const api = await branch.as('sara');
      for (const beneficiaryId of [person.id, null]) {
        const { bytes, pages } = value(await api.caseLetters.complaintForm({ beneficiaryId }));
        expect(pages).toBe(1);
        const text = normaliseLetterText(extractPages(bytes).join('\n'));
        expect(text.includes(person.nationalId)).toBe(beneficiaryId !== null);
      }
      expect(value(await api.letters.list({})).total).toBe(0);
    },
  );
});

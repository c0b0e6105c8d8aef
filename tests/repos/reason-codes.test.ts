import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answer,
  notification,
  rejected,
  returned,
  statusReport,
  wageAnswers,
} from './bank-answers.ts';
import { openDesk, type FinanceDesk } from './finance-desk.ts';
import { valueOf } from './open-branch.ts';

let desk: FinanceDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.branch.close());

const words = {
  title: { ar: 'الحساب محجوز لأمر قضائي', en: 'Held by a court' },
  meaning: { ar: 'أوقفت المحكمة الحساب', en: 'A court has stopped the account' },
  action: 'NEW_ACCOUNT',
  actor: 'officer',
  resume: 'afterFix',
  beneficiary: { ar: 'أحضر حساباً آخر باسمك', en: 'Bring another account of yours' },
} as const;

const admin = () => desk.branch.as('administrator');
const proprietary = (index: number, code: string) =>
  answer(index, 'RJCT', { reasons: [{ proprietary: code, info: ['حجز قضائي'] }] });

describe('the reason codes of a branch', () => {
  it('are those that ship when it is founded, each with who acts and what the beneficiary is told', async () => {
    const shipped = JSON.parse(readFileSync('resources/reason-codes.json', 'utf8')) as {
      codes: unknown[];
    };
    const { codes } = valueOf(await desk.api.reconciliation.reasonCodes({}));
    expect(codes).toHaveLength(shipped.codes.length);
    expect(codes.find(({ list, code }) => list === 'status' && code === 'AC04')).toMatchObject({
      action: 'NEW_ACCOUNT',
      actor: 'officer',
      beneficiary: { ar: 'زوّد الفرع بحساب بنكي نشط باسمك' },
      origin: 'shipped',
      version: 1,
    });
  });

  it('are filled in where a branch is opened without them, and left alone where it has some', async () => {
    await desk.branch.run('delete from reason_code');
    await desk.branch.reopen();
    const client = await desk.branch.as('finance');
    const { codes } = valueOf(await client.reconciliation.reasonCodes({}));
    expect(codes.length).toBeGreaterThan(100);
    await desk.branch.run("delete from reason_code where code <> 'AC04'");
    await desk.branch.reopen();
    const left = valueOf(await (await desk.branch.as('finance')).reconciliation.reasonCodes({}));
    expect(left.codes.map(({ list }) => list)).toEqual(['return', 'status']);
  });

  it('are changed by an administrator alone, with what they said before kept', async () => {
    const key = { list: 'status', code: 'AC04' } as const;
    const save = { ...key, ...words, expectedVersion: 1 };
    expect(await desk.api.reconciliation.saveReasonCode(save)).toMatchObject({
      error: { code: 'NOT_PERMITTED' },
    });
    const api = await admin();
    expect(valueOf(await api.reconciliation.saveReasonCode(save))).toEqual({
      version: 2,
      moved: 0,
    });
    expect(await api.reconciliation.saveReasonCode(save)).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    expect(
      await api.reconciliation.saveReasonCode({ ...save, expectedVersion: null }),
    ).toMatchObject({ error: { code: 'REASON_CODE_EXISTS' } });
    const history = valueOf(await api.reconciliation.reasonCodeHistory(key));
    expect(history).toMatchObject([
      { version: 1, title: { ar: 'الحساب مغلق' }, changedAt: null, changedBy: null },
    ]);
    const { codes } = valueOf(await api.reconciliation.reasonCodes({}));
    expect(codes.find(({ list, code }) => list === 'status' && code === 'AC04')).toMatchObject({
      ...words,
      version: 2,
      changedBy: 'مدير النظام',
    });
  });

  it('cannot lose what a code once said', async () => {
    const api = await admin();
    valueOf(
      await api.reconciliation.saveReasonCode({
        list: 'status',
        code: 'AC04',
        ...words,
        expectedVersion: 1,
      }),
    );
    for (const statement of [
      'delete from reason_code_version',
      "update reason_code_version set content = '{}'",
    ]) {
      await expect(desk.branch.run(statement)).rejects.toThrow('stays as it is');
    }
  });
});

describe('a code that no table knows', () => {
  beforeEach(async () => {
    const path = await statusReport(desk.newFile(), [
      proprietary(0, 'HJZ1'),
      proprietary(1, 'HJZ1'),
      rejected(2, 'AC04'),
    ]);
    await desk.commit(path);
  });

  it('is listed with how often it was met, where first, and the words of the bank', async () => {
    expect(valueOf(await desk.api.reconciliation.unknownReasonCodes({}))).toEqual([
      {
        list: 'status',
        code: 'HJZ1',
        count: 2,
        amount: 264_000,
        firstFile: expect.stringMatching(/^answer-/) as string,
        firstMet: '2026-11-02T08:00:00.000Z',
        text: 'حجز قضائي',
      },
    ]);
  });

  it('is shown raw, and asks the bank until it is mapped', async () => {
    const found = await desk.exceptions({ action: 'ASK_BANK' });
    expect(found.map(({ kind, reasonCode }) => [kind, reasonCode])).toEqual([
      ['unclearReason', 'HJZ1'],
      ['unclearReason', 'HJZ1'],
    ]);
  });

  it('moves its open exceptions to the right queue when it is mapped, and stays mapped after a restart', async () => {
    const [first] = await desk.exceptions({ action: 'ASK_BANK' });
    valueOf(
      await desk.api.reconciliation.resolve({
        exceptions: [{ id: first?.id ?? '', expectedVersion: 1 }],
        resolution: 'bankAsked',
        note: 'سُئل البنك',
      }),
    );
    const api = await admin();
    const key = { list: 'status', code: 'HJZ1' } as const;
    const saved = await api.reconciliation.saveReasonCode({
      ...key,
      ...words,
      expectedVersion: null,
    });
    expect(valueOf(saved)).toEqual({ version: 1, moved: 1 });
    expect(await desk.exceptions({ action: 'ASK_BANK' })).toEqual([]);
    const queue = await desk.exceptions({ action: 'NEW_ACCOUNT' });
    expect(queue.map(({ kind, reasonCode }) => `${kind} ${reasonCode}`).toSorted()).toEqual([
      'rejected AC04',
      'rejected HJZ1',
    ]);
    expect(valueOf(await desk.api.reconciliation.unknownReasonCodes({}))).toEqual([]);
    const mapped = queue.find(({ reasonCode }) => reasonCode === 'HJZ1');
    const detail = await desk.api.reconciliation.exception({ id: mapped?.id ?? '' });
    expect(valueOf(detail).reason).toMatchObject({
      ar: 'الحساب محجوز لأمر قضائي: أوقفت المحكمة الحساب',
      beneficiaryAr: words.beneficiary.ar,
    });

    await desk.branch.reopen();
    const again = await desk.branch.as('finance');
    const { rows } = valueOf(await again.reconciliation.exceptions({ action: 'NEW_ACCOUNT' }));
    expect(rows).toHaveLength(2);
  });

  it('is clear in the next file', async () => {
    const api = await admin();
    valueOf(
      await api.reconciliation.saveReasonCode({
        list: 'status',
        code: 'HJZ1',
        ...words,
        expectedVersion: null,
      }),
    );
    const path = await statusReport(desk.newFile(), [proprietary(3, 'HJZ1')]);
    const preview = valueOf(await desk.api.reconciliation.preview({ path }));
    expect(preview.exceptions).toMatchObject([{ kind: 'rejected', count: 1 }]);
  });

  it('leaves the file that brought it free to be undone', async () => {
    const api = await admin();
    valueOf(
      await api.reconciliation.saveReasonCode({
        list: 'status',
        code: 'HJZ1',
        ...words,
        expectedVersion: null,
      }),
    );
    const [file] = valueOf(await desk.api.reconciliation.files({}));
    valueOf(
      await desk.api.reconciliation.undo({
        fileId: file?.id ?? '',
        expectedVersion: file?.version ?? 0,
      }),
    );
    expect(await desk.exceptions()).toEqual([]);
    expect(await desk.branch.verifyPayments()).toMatchObject({ differences: [] });
  });
});

describe('a code of a bank’s own making', () => {
  const lists = async () => {
    const unknown = valueOf(await desk.api.reconciliation.unknownReasonCodes({}));
    return unknown.map(({ list, code }) => `${list}/${code}`).toSorted();
  };

  it('is another code at another bank, and is mapped for one of them alone', async () => {
    for (const [index, bank] of ['RJHISARI', 'NCBKSAJEXXX'].entries()) {
      await desk.commit(await statusReport(desk.newFile(), [proprietary(index, 'X1')], { bank }));
    }
    expect(await lists()).toEqual(['bank:10/X1', 'bank:80/X1']);
    const api = await admin();
    const key = { list: 'bank:80', code: 'X1', expectedVersion: null } as const;
    expect(valueOf(await api.reconciliation.saveReasonCode({ ...key, ...words }))).toEqual({
      version: 1,
      moved: 1,
    });
    expect(await lists()).toEqual(['bank:10/X1']);
    expect(
      (await desk.exceptions()).map(({ kind, action, reasonList }) => [kind, action, reasonList]),
    ).toEqual([
      ['rejected', 'NEW_ACCOUNT', 'bank:80'],
      ['unclearReason', 'ASK_BANK', 'bank:10'],
    ]);
    const queue = await desk.exceptions({ reasonList: 'bank:10', reasonCode: 'X1' });
    expect(queue).toHaveLength(1);
    const history = { list: 'bank:80', code: 'X1' } as const;
    expect(valueOf(await api.reconciliation.reasonCodeHistory(history))).toEqual([]);
  });

  it('is known by our account where a statement names no bank, and leaves the codes of ISO in their list', async () => {
    const notice = await notification(desk.newFile(), [
      returned(0, null, { returned: { proprietary: 'RET9' } }),
      returned(1, 'AC04'),
    ]);
    await desk.commit(await statusReport(desk.newFile(), [answer(0, 'ACSC'), answer(1, 'ACSC')]));
    await desk.commit(notice);
    expect(await lists()).toEqual(['bank:80/RET9']);
    const found = await desk.exceptions({ action: 'NEW_ACCOUNT' });
    expect(found.map(({ reasonList }) => reasonList)).toEqual(['return']);
  });

  it('stays in the list it came in while its bank is not known', async () => {
    await desk.commit(await statusReport(desk.newFile(), [proprietary(0, 'X1')]));
    expect(await lists()).toEqual(['status/X1']);
  });
});

describe('a wage file given back', () => {
  it('shows a TRN-STATUS that nobody knows as it stands, to be mapped like a RET-CODE', async () => {
    const path = await wageAnswers(desk.newFile(), [
      { index: 0, status: 'PAID' },
      { index: 1, returnCode: '000', status: 'ST-77' },
      { index: 2, returnCode: 'R-05', status: 'ST-77' },
    ]);
    const { file } = valueOf(await desk.api.reconciliation.preview({ path }));
    const staged = { fileId: file.id, expectedVersion: file.version };
    valueOf(await desk.api.reconciliation.commit(staged));
    const found = await desk.exceptions();
    expect(found.map(({ kind, reasonList, reasonCode }) => [kind, reasonList, reasonCode])).toEqual(
      [
        ['unclearReason', 'wages', 'ST-77'],
        ['unclearReason', 'wages', 'R-05'],
      ],
    );
    const unknown = valueOf(await desk.api.reconciliation.unknownReasonCodes({}));
    expect(unknown.map(({ list, code }) => `${list}/${code}`).toSorted()).toEqual([
      'wages/R-05',
      'wages/ST-77',
    ]);
    const api = await admin();
    const key = { list: 'wages', code: 'ST-77', expectedVersion: null } as const;
    valueOf(await api.reconciliation.saveReasonCode({ ...key, ...words, action: 'WAIT_ENQUIRE' }));
    expect(await desk.exceptions({ action: 'WAIT_ENQUIRE' })).toMatchObject([
      { kind: 'unclearReason', reasonCode: 'ST-77' },
    ]);
    const { rows } = valueOf(await desk.api.payments.list({ sort: 'endToEndId', limit: 3 }));
    expect(rows.map(({ status, reasonCode }) => [status, reasonCode])).toEqual([
      ['settled', null],
      ['sent', null],
      ['rejected', 'R-05'],
    ]);
  });
});

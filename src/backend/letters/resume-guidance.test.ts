import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { letterContentSchema } from '../../contract/letters-templates.ts';
import { letterHead } from '../../domain/cases/letter-head.ts';
import { letterPlainText } from '../../domain/letters/letter-plain-text.ts';
import { guidanceSheet, type Guidance } from '../../domain/resume/guidance-sheet.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { halalas } from '../../domain/shared/halalas.ts';
import { isoDate, isoMonth } from '../../domain/shared/iso-date.ts';
import { loadReasonCodes } from '../bank-files/load-reason-codes.ts';
import { createLetterPress } from './letter-press.ts';
import { composeShipped } from './testing/compose-shipped.ts';

const press = createLetterPress(path.resolve('resources/fonts'));

const guidance: Guidance = {
  payment: {
    month: isoMonth('2026-11'),
    amount: halalas(264_000),
    reference: 'SSB202611R0000148',
    bankName: 'البنك الأهلي السعودي',
    maskedIban: 'SA******7519',
    outcome: 'returned',
    failedOn: isoDate('2026-11-04'),
  },
  reason: {
    title: 'الحساب موقوف',
    meaning: 'حساب المستفيد موقوف، ولا تُقيد عليه حركات',
    code: 'AC06',
  },
  guidance: 'راجع بنكك لتنشيط الحساب، وأحضر خطابه إلى الفرع',
  accountNeeded: true,
  editDays: { opensOn: isoDate('2026-12-01'), closesOn: isoDate('2026-12-08') },
  branchName: 'مكتب الضمان الاجتماعي شمال الرياض',
  branchAddress: '3456 شارع أنس بن مالك، حي الصحافة، الرياض 13321',
};

const head = letterHead(
  { number: '1448/2087', date: isoDate('2026-11-22') },
  {
    fullName: 'أماني بنت فراس بن عوض الشهري',
    sex: 'female',
    nationalId: '1010101010',
    address: '7421 طريق الملك عبدالعزيز، حي الياسمين، الرياض 13325',
  },
  'خالد الدوسري',
  DEFAULT_SETTINGS,
);

const content = (change: Partial<Guidance> = {}) =>
  letterContentSchema.parse(guidanceSheet({ ...guidance, ...change }, head));

const { codes, actions } = await loadReasonCodes('resources');
const longestOf = (texts: readonly string[]): string =>
  texts.reduce((one, other) => (other.length > one.length ? other : one), '');
const longest: Partial<Guidance> = {
  reason: {
    title: longestOf(codes.map(({ title }) => title.ar)),
    meaning: longestOf(codes.map(({ meaning }) => meaning.ar)),
    code: 'AC06',
  },
  guidance: longestOf(Object.values(actions).map(({ beneficiary }) => beneficiary?.ar ?? '')),
};

describe('the guidance sheet', () => {
  it.each([
    ['an account to be proven', {}],
    ['a fault of the bank’s own', { accountNeeded: false, guidance: null }],
    [
      'a code that the table does not hold',
      { reason: { title: null, meaning: null, code: 'ZZ99' }, guidance: null },
    ],
    ['the longest words of the table', longest],
  ])('fits on one page with %s', async (_, change) => {
    expect((await press(composeShipped(content(change)))).pages).toBe(1);
  });

  it('says why, what to do, where and by when, and that nothing is to be withdrawn', () => {
    const text = letterPlainText(composeShipped(content()));
    for (const told of ['الحساب موقوف', 'AC06', 'راجع بنكك', 'شارع أنس بن مالك', 'الأقدمية']) {
      expect(text).toContain(told);
    }
    expect(text).toMatch(/1\/12\/2026م إلى 8\/12\/2026م/);
  });

  it('asks nothing where the fault was the bank’s own', () => {
    const text = letterPlainText(composeShipped(content({ accountNeeded: false })));
    expect(text).toContain('لا يلزمكم أي إجراء');
    expect(text).not.toContain('أحضروا');
  });
});

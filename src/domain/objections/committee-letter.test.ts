import { describe, expect, it } from 'vitest';
import { composeShipped } from '../../backend/letters/testing/compose-shipped.ts';
import { letterHead } from '../cases/letter-head.ts';
import { letterPlainText } from '../letters/letter-plain-text.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { isoDate } from '../shared/iso-date.ts';
import { committeeLetter } from './committee-letter.ts';
import { ineligibilityLetter } from './ineligibility-letter.ts';

const head = letterHead(
  { number: '1448/0001', date: isoDate('2026-11-12') },
  { fullName: 'هند بنت سالم القحطاني', sex: 'female', nationalId: '1010150108', address: '' },
  'منى العنزي',
  DEFAULT_SETTINGS,
);
const texts = new Map([
  ['R07', { code: 'R07', textAr: 'العنوان لا يطابق العقد', textEn: 'Address', article: 'REG 1' }],
  ['R11', { code: 'R11', textAr: 'لم يثبت استقلال السكن', textEn: 'Housing', article: '' }],
]);
const found = { finding: 'ceased', note: 'حُدّث العنوان\nبعد القرار', evidence: null } as const;
const objection = {
  number: '2026-000412',
  filedOn: isoDate('2026-11-02'),
  refusedOn: isoDate('2026-10-20'),
  notifiedOn: isoDate('2026-10-21'),
  lateReason: null,
  statement: 'العقد نشط.',
  question: 'هل يكفي العقد غير الموثق؟',
  reasons: [
    { code: 'R07', found },
    { code: 'R11', found: null },
  ],
};

describe('the referral of an objection', () => {
  it('states refusal, filing, what is said, and where each reason stands', () => {
    const letter = committeeLetter(objection, texts, ['عقد الإيجار'], head);
    const text = letterPlainText(composeShipped(letter));
    for (const words of [
      'رئيس اللجنة المختصة بالنظر في التظلمات',
      'خلال المدة النظامية',
      'العقد نشط',
      'العنوان لا يطابق العقد، وهو زال لاحقاً: حُدّث العنوان، بعد القرار',
      'لم يثبت استقلال السكن، ولم ينته الفرع فيه إلى نتيجة',
      'هل يكفي العقد غير الموثق؟',
      'عقد الإيجار',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says why a late one was taken', () => {
    const late = { ...objection, lateReason: 'كانت منومة في المستشفى' };
    const text = letterPlainText(composeShipped(committeeLetter(late, texts, [], head)));
    expect(text).toContain('بعد المدة النظامية');
    expect(text).toContain('كانت منومة في المستشفى');
  });
});

describe('the letter of a refusal', () => {
  const proven = { code: 'R07', found: { ...found, finding: 'proven' as const } };

  it('names only what stood after the review, with its article', () => {
    const reasons = [proven, { code: 'R11', found }];
    const letter = ineligibilityLetter({ status: 'rejected', reasons }, 'ineligible', texts);
    if (!letter.ok) throw new Error(letter.error.code);
    expect(letter.value(head).reasons).toEqual([
      { text: 'العنوان لا يطابق العقد', article: 'REG 1' },
    ]);
  });

  it.each([
    ['accepted', 'ineligible', 'REFUSAL_DOES_NOT_STAND'],
    ['rejected', 'eligible', 'REFUSAL_DOES_NOT_STAND'],
  ] as const)('is not written of one that is %s for who is %s', (status, eligibility, code) => {
    expect(ineligibilityLetter({ status, reasons: [proven] }, eligibility, texts)).toMatchObject({
      error: { code },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { composeShipped } from '../../backend/letters/testing/compose-shipped.ts';
import { documentsRequest } from '../cases/documents-request.ts';
import { letterHead } from '../cases/letter-head.ts';
import { letterPlainText } from '../letters/letter-plain-text.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { isoDate } from '../shared/iso-date.ts';
import { completionRequest, refusalLetter } from './application-letters.ts';

const head = letterHead(
  { number: '1448/0001', date: isoDate('2026-11-22') },
  { fullName: 'هند بنت سالم القحطاني', sex: 'female', nationalId: '1010150108', address: '' },
  'منى العنزي',
  DEFAULT_SETTINGS,
);
const application = {
  number: '2026-000318',
  filedOn: isoDate('2026-11-16'),
  programme: 'معاش الضمان الاجتماعي',
};

describe('the letter that asks for completion', () => {
  const asked = completionRequest(
    ['عقد إيجار موثق'],
    ['سجل الأسرة'],
    ['جهة عمل الابن الأكبر'],
    'الصورة السابقة غير واضحة',
    isoDate('2026-12-20'),
  );

  it('lists papers and data, and says what follows from delay', () => {
    const of = {
      type: 'application',
      number: application.number,
      filedOn: application.filedOn,
    } as const;
    const request = documentsRequest(of, asked, isoDate('2026-11-22'));
    if (!request.ok) throw new Error(request.error.code);
    const text = letterPlainText(composeShipped(request.value(head)));
    for (const words of [
      'عقد إيجار موثق',
      'بيان: جهة عمل الابن الأكبر',
      'سجل الأسرة',
      'الصورة السابقة غير واضحة. وإذا لم يُستكمل المطلوب',
      'عُدّ الطلب ملغى، وفقاً للفقرة (5) من المادة (الرابعة) من اللائحة التنفيذية',
    ]) {
      expect(text).toContain(words);
    }
  });
});

describe('the letter of a refused application', () => {
  it('gives each reason with its article, the review and the right to object', () => {
    const texts = new Map([
      ['R04', { code: 'R04', textAr: 'الدخل يتجاوز الحد', textEn: 'Income', article: 'REG 14' }],
    ]);
    const refusal = { reasons: [{ code: 'R04', note: 'أجر شهري' }], reasoning: 'ثبت الأجر' };
    const letter = refusalLetter(application, refusal, texts, true)(head);
    const text = letterPlainText(composeShipped(letter));
    for (const words of [
      'الدخل يتجاوز الحد: أجر شهري، وفقاً للمادة (الرابعة عشرة)',
      'ثبت الأجر.',
      'إعادة النظر خلال اثني عشر شهراً',
      'حق التظلم',
    ]) {
      expect(text).toContain(words);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isolate } from '../shared/isolate.ts';
import { isolateFigures, isolateIban } from './isolate-figures.ts';

const LRI = '\u2066';
const PDI = '\u2069';
const NBSP = '\u00A0';
const WORD_JOINER = '\u2060';

describe('figures in the text that officers type', () => {
  test.each([
    ['تاريخ 2024-11-14 الماضي', '2024-11-14'],
    ['بتاريخ 1446/05/12هـ', '1446/05/12'],
    ['القيد REQ-8812 لدينا', 'REQ-8812'],
    ['الشكوى 2026-031274.', '2026-031274'],
    ['سجل 4471-AB هنا', '4471-AB'],
    ['البريد appeals@example.gov.sa أو الهاتف', 'appeals@example.gov.sa'],
    ['الرصيد -250.00 ريال', '-250.00'],
    ['الهاتف +966 50 123 4567 نهاراً', `+966${NBSP}50${NBSP}123${NBSP}4567`],
    ['الحساب 1234 5678 9012 مغلق', `1234${NBSP}5678${NBSP}9012`],
    ['الآيبان SA0380000000608010167519 صحيح', 'SA0380000000608010167519'],
  ])('in "%s" the figure keeps its own order', (text, figure) => {
    expect(isolateFigures(text).replaceAll(WORD_JOINER, '')).toContain(LRI + figure + PDI);
  });

  test.each(['في عام 2026 صُرفت 12 دفعة', 'المعاش 1,320.00 ريال', 'المادة (15/ب)', 'و-هذا'])(
    '"%s" needs no isolate',
    (text) => {
      expect(isolateFigures(text)).toBe(text);
    },
  );

  it('leaves text alone whose author isolated it himself', () => {
    const text = `الرقم ${LRI}1-2${PDI} و 2024-11-14`;
    expect(isolateFigures(text)).toBe(text);
  });

  it('adds nothing but isolates and unbreakable spaces', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...'اب 0123-/+.,@SAxz،م'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(typed, (text) => {
        const plain = isolateFigures(text)
          .replace(/[\u2060\u2066\u2069]/g, '')
          .replaceAll(NBSP, ' ');
        expect(plain).toBe(text);
      }),
    );
  });

  it('are not broken over lines before a letter', () => {
    expect(isolate('4471-AB')).toBe(`${LRI}4471-${WORD_JOINER}AB${PDI}`);
  });

  it('leave the Arabic letter of a reference to be read from the right', () => {
    expect(isolate('2026-0312/ع')).toBe(`${LRI}2026-0312${PDI}/ع`);
  });

  it('writes an IBAN in unbreakable groups of four', () => {
    expect(isolateIban('sa03 80000000608010167519')).toBe(
      `${LRI}${['SA03', '8000', '0000', '6080', '1016', '7519'].join(NBSP)}${PDI}`,
    );
  });
});

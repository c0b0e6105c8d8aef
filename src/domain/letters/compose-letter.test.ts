import { describe, expect, it, test } from 'vitest';
import { loadShippedTemplates, shippedTemplate } from '../../backend/letters/shipped-templates.ts';
import { checkTemplate } from './check-template.ts';
import { composeLetter } from './compose-letter.ts';
import { factsOf, fieldsOfKind, type LetterData } from './kinds/all-kinds.ts';
import { instalmentsOf } from './kinds/recovery-notice.ts';
import { LETTER_KINDS, type LetterKind } from './letter-kinds.ts';
import { letterPlainText } from './letter-plain-text.ts';
import type { LetterModel } from './letter-model.ts';
import { SAMPLE_SIZES, sampleHead, type SampleSize } from './samples/sample-head.ts';
import { sampleLetter } from './samples/sample-letter.ts';
import { FIELD_FORMATS } from './template-fields.ts';
import { halalas } from '../shared/halalas.ts';
import { isoMonth } from '../shared/iso-date.ts';

const templates = await loadShippedTemplates('resources');

function composed(content: LetterData): LetterModel {
  return composeLetter(content, shippedTemplate(templates, content.template), null);
}

function text(content: LetterData): string {
  return letterPlainText(composed(content));
}

const every = LETTER_KINDS.flatMap((kind) =>
  SAMPLE_SIZES.map((size): [LetterKind, SampleSize] => [kind, size]),
);

describe('the words that ship', () => {
  test.each(LETTER_KINDS)(
    'of %s pass the check that an administrator’s words must pass',
    (kind) => {
      expect(checkTemplate(shippedTemplate(templates, kind))).toEqual([]);
    },
  );

  test.each(every)('make a letter of %s with %s data, whole and without a hole', (kind, size) => {
    const letter = composed(sampleLetter(kind, size));
    const words = letterPlainText(letter);
    expect(words).not.toMatch(/\{|\}|(?<!\*)\*\*(?!\*)|null|undefined|NaN|\[object/);
    expect(words).not.toMatch(/ [،.]|\(\)|،\.|\.\.| {2}/);
    expect(JSON.stringify(letter)).not.toContain('\u2066\u2069');
  });

  test.each(every)('give %s with %s data the digits of the branch', (kind, size) => {
    const latin = sampleLetter(kind, size);
    const shaped = {
      ...latin,
      settings: {
        ...(latin.settings ?? sampleHead(size).settings),
        digits: 'arabic-indic' as const,
      },
    };
    const words = text(shaped);
    const outsideCodes = JSON.stringify(composed(shaped).blocks).replace(
      /\u2066[^\u2069]*[^\d.,/%\u2069][^\u2069]*\u2069/g,
      '',
    );
    expect(outsideCodes.replace(/"(?:share|columns)":\d+/g, '')).not.toMatch(/\d/);
    if (latin.settings !== undefined && latin.number !== undefined) expect(words).toMatch(/[٠-٩]/);
  });

  test.each(every)(
    'name nothing of %s with %s data that its catalogue does not hold',
    (kind, size) => {
      const facts = factsOf(sampleLetter(kind, size));
      const fields = fieldsOfKind(kind);
      expect(Object.keys(facts).toSorted()).toEqual(Object.keys(fields).toSorted());
      for (const [name, field] of Object.entries(fields)) {
        const value = facts[name];
        if (field.type === 'list') {
          expect(Array.isArray(value)).toBe(true);
          for (const row of Object.keys(field.row)) expect(Object.keys(fields)).not.toContain(row);
          continue;
        }
        if (value === null) expect(field.optional).toBe(true);
        else expect(value).not.toBe('');
      }
    },
  );

  it('knows a first format for whatever has formats', () => {
    for (const formats of Object.values(FIELD_FORMATS)) {
      expect(new Set(formats).size).toBe(formats?.length);
    }
  });
});

describe('what each letter says', () => {
  it('acknowledges a complaint with its number and the last day of the decision', () => {
    const words = text(sampleLetter('complaintReceipt', 'normal'));
    expect(words).toContain('الموضوع: استلام الشكوى المالية رقم 2026-031274');
    expect(words).toContain('في موعد أقصاه 5/7/1448هـ الموافق 14/12/2026م');
  });

  it('asks for papers, ticks those that came and names the day', () => {
    const letter = composed(sampleLetter('documentsRequest', 'normal'));
    const list = letter.blocks.find((block) => block.kind === 'checklist');
    expect(list?.items.map(({ done }) => done)).toEqual([true, false, false]);
    expect(letterPlainText(letter)).toContain('بشأن الشكوى المالية رقم 2026-031274');
    expect(text(sampleLetter('documentsRequest', 'short'))).toContain('إشارةً إلى ملفكم لدى الفرع');
  });

  it('refuses an application with reasons, articles, review and the right to contest', () => {
    const words = text(sampleLetter('ineligibility', 'normal'));
    expect(words).toContain('تقرر عدم أهليتكم لمعاش الضمان الاجتماعي للأسباب الآتية: 1.');
    expect(words).toContain('خلال اثني عشر شهراً من تاريخ تقديم الطلب');
    expect(words).toContain('وفقاً للمادة (الرابعة عشرة) من اللائحة التنفيذية');
    expect(words).toContain('ثلاثين يوم عمل من تاريخ القرار، وفقاً للمادة (الخامسة)');
  });

  it('says from when a pension is stopped, held or resumed', () => {
    expect(text(sampleLetter('pensionStopped', 'normal'))).toContain(
      'تقرر إيقاف صرف معاشكم اعتباراً من دفعة شهر ديسمبر 2026م، وكان معاشكم الشهري (1,980.00)',
    );
    expect(text(sampleLetter('pensionHeld', 'short'))).not.toContain('محفوظة لكم');
    expect(text(sampleLetter('pensionHeld', 'normal'))).toContain('محفوظة لكم في ملفكم');
    expect(text(sampleLetter('pensionResumed', 'short'))).toContain(
      'سبباً في تعليق صرف معاشكم تقرر استئناف صرف معاشكم اعتباراً من دفعة شهر ديسمبر 2026م.',
    );
  });

  it('asks back what was paid beyond the due, by a plan that needs a yes', () => {
    const words = text(sampleLetter('recoveryNotice', 'normal'));
    expect(words).toContain(
      '(1,320.37) ريال، فقط ألف وثلاثمئة وعشرون ريالاً وسبع وثلاثون هللة لا غير',
    );
    expect(words).toContain('على أحد عشر قسطاً، يبدأ أولها مع دفعة شهر يناير 2027م');
    expect(words).toContain('إلا بموافقتكم المكتوبة');
    expect(words).toContain('وفقاً للمادة (الثامنة والعشرين)');
    expect(words.indexOf('والسلام عليكم')).toBeLessThan(words.indexOf('موافقة على التقسيط'));
    expect(text(sampleLetter('recoveryNotice', 'short'))).toContain('دفعةً واحدة، أو على أقساط');
  });

  it.each([
    [132_037, 11],
    [100, 3],
    [5, 240],
  ])('splits %d halalas into %d instalments that make up the amount', (amount, count) => {
    const { each, last } = instalmentsOf(halalas(amount), count);
    expect(each * (count - 1) + last).toBe(amount);
    expect(last).toBeGreaterThanOrEqual(each);
  });

  it('lays a case before the committee, and counts the papers that it lists', () => {
    const letter = composed({ ...sampleLetter('committeeReferral', 'normal'), enclosures: 0 });
    expect(letter.meta.at(-1)).toEqual({ label: 'المرفقات', value: '3' });
    const words = letterPlainText(letter);
    expect(words).toContain('إلى: رئيس اللجنة المختصة بالنظر في التظلمات');
    expect(words).toContain('المقدم من المستفيد عبدالله');
    expect(text(sampleLetter('committeeReferral', 'long'))).toContain('المقدمة من المستفيد');
  });

  it('certifies a pension to whom it may concern, in words that cannot be added to', () => {
    expect(text(sampleLetter('pensionCertificate', 'normal'))).toContain(
      'يتقاضى من الضمان الاجتماعي معاشاً شهرياً قدره (2,640.50) ريال، فقط ألفان وستمئة وأربعون ريالاً وخمسون هللة لا غير، وذلك منذ شهر مارس 2024م.',
    );
    const hers = text(sampleLetter('pensionCertificate', 'short'));
    expect(hers).toContain('نشهد بأن المستفيدة هند');
    expect(hers).toContain('تتقاضى');
    expect(hers).toContain('بناءً على طلبها،');
  });

  it('leaves a blank form to write on, and fills what is known', () => {
    const blank = composed(sampleLetter('complaintForm', 'short'));
    const lines = blank.blocks.flatMap((block) => (block.kind === 'fields' ? block.items : []));
    expect(lines.every(({ value }) => value === null)).toBe(true);
    expect(blank.number).toBe(null);
    expect(letterPlainText(blank)).not.toContain('والسلام عليكم');
    const filled = text(sampleLetter('complaintForm', 'normal'));
    expect(filled).toContain('الفارق (ريال): 660.00');
    expect(filled).toContain('عن شهر نوفمبر 2026م أقل');
  });

  it('tells a rejected payment from a returned one', () => {
    expect(text(sampleLetter('resumeGuidance', 'short'))).toContain('البنك رفض دفعة');
    expect(text(sampleLetter('resumeGuidance', 'normal'))).toContain('البنك أعاد دفعة');
  });
});

describe('the frame of a letter', () => {
  it('follows the order of the regulation of official correspondence', () => {
    const kinds = composed(sampleLetter('objectionRejected', 'normal')).blocks.map(
      ({ kind }) => kind,
    );
    expect(kinds.slice(0, 3)).toEqual(['subject', 'addressee', 'salutation']);
    expect(kinds.slice(-3)).toEqual(['closing', 'signature', 'copies']);
  });

  it('carries the seal, the layout and the mark that it is given', () => {
    const seal = { payload: 'X', caption: 'Y' };
    const content = sampleLetter('plain', 'long');
    const layout = {
      margins: { top: 10, right: 20, bottom: 25, left: 15 },
      frame: false,
      justify: false,
    };
    const letter = composeLetter(
      { ...content, settings: { ...sampleHead('long').settings, layout } },
      shippedTemplate(templates, 'plain'),
      seal,
    );
    expect(letter).toMatchObject({ seal, layout, mark: 'سري' });
  });

  it('is not a template of another kind', () => {
    expect(() =>
      composeLetter(
        sampleLetter('plain', 'short'),
        shippedTemplate(templates, 'pensionHeld'),
        null,
      ),
    ).toThrow(/not worded by/);
  });

  it('waits for a logo to be read', () => {
    const content = sampleLetter('plain', 'short');
    const settings = {
      ...sampleHead('short').settings,
      logo: { format: 'png' as const, sha256: 'a'.repeat(64) },
    };
    expect(() => composed({ ...content, settings })).toThrow(/logo/);
  });

  it('names no difference where nothing is owed', () => {
    const content = sampleLetter('complaintAccepted', 'normal');
    expect(text({ ...content, months: [] })).not.toContain('ويُصرف لكم');
    const month = { month: isoMonth('2026-09'), due: halalas(1), paid: halalas(5), finding: null };
    expect(text({ ...content, months: [month] })).not.toContain('ويُصرف لكم');
  });
});

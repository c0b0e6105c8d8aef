import { describe, expect, it } from 'vitest';
import { letterContentSchema } from './letters-templates.ts';
import { composeShipped } from '../backend/letters/testing/compose-shipped.ts';
import type { LetterContent } from '../domain/letters/compose-letter.ts';
import { letterPlainText } from '../domain/letters/letter-plain-text.ts';

function text(content: Record<string, unknown>): string {
  return letterPlainText(composeShipped(letterContentSchema.parse(content)));
}

const common = {
  number: '1448/2087',
  date: '2026-11-23',
  enclosures: 2,
  addressee: {
    name: 'سارة بنت فهد الحربي',
    sex: 'female',
    nationalId: '1010150108',
    nationalAddress: '3456 شارع أنس بن مالك، الرياض 13321',
  },
  signatory: { post: 'مدير الفرع', name: 'خالد بن سعد' },
};

const complaint = { ticket: '2026-031274', filedOn: '2026-11-12', category: 'short' };
const objection = { number: '2026-0441', filedOn: '2026-11-05', refusedOn: '2026-10-27' };

const accepted = {
  template: 'complaintAccepted',
  ...common,
  complaint,
  months: [
    { month: '2026-09', due: 196_000, paid: 130_000, finding: 'shortfallProven' },
    { month: '2026-10', due: 196_000, paid: 130_000 },
  ],
  reasons: [{ text: 'أعيدت زيادة التابعة ريم', article: 'REG 12' }],
  paidWith: '2026-12',
};

describe('the letter of an accepted complaint', () => {
  it('carries number, both dates, enclosures and the addressee', () => {
    const letter = text(accepted);
    expect(letter).toContain('الرقم: 1448/2087');
    expect(letter).toContain('التاريخ: 13/6/1448هـ الموافق: 23/11/2026م المرفقات: 2');
    expect(letter).toContain('الموضوع: نتيجة الشكوى المالية رقم 2026-031274');
    expect(letter).toContain('المستفيدة: سارة بنت فهد الحربي السجل المدني: 1010150108، العنوان');
  });

  it('says what was decided, why, how much is owed and when it comes', () => {
    const letter = text(accepted);
    expect(letter).toContain(
      'المقدمة في 2/6/1448هـ الموافق 12/11/2026م بشأن نقص دفعتي شهري سبتمبر وأكتوبر 2026م',
    );
    expect(letter).toContain('تقرر قبولها للأسباب الآتية:');
    expect(letter).toContain('1. ثبت من السجلات نقص دفعة شهر سبتمبر 2026م بمبلغ (660.00) ريال.');
    expect(letter).toContain(
      '2. أعيدت زيادة التابعة ريم، وفقاً للمادة (الثانية عشرة) من اللائحة التنفيذية لنظام الضمان الاجتماعي.',
    );
    expect(letter).toContain('المجموع 3,920.00 2,600.00 1,320.00');
    expect(letter).toContain(
      'ويُصرف لكم الفرق وقدره (1,320.00) ألف وثلاثمئة وعشرون ريالاً مع دفعة شهر ديسمبر 2026م.',
    );
  });

  it('grants thirty days from notice, under article 28', () => {
    expect(text(accepted)).toContain(
      'ولكم حق التظلم من هذا القرار أمام اللجنة المختصة خلال مدة لا تتجاوز ثلاثين يوماً من تاريخ تبليغكم به، وفقاً للمادة (الثامنة والعشرين) من اللائحة التنفيذية لنظام الضمان الاجتماعي.',
    );
    expect(text({ ...accepted, appeal: { days: 15, count: 'working' } })).toContain(
      'لا تتجاوز خمسة عشر يوم عمل من',
    );
  });

  it('promises the next payment while its month is open, and names no amount where none is owed', () => {
    expect(text({ ...accepted, paidWith: null })).toContain('ريالاً مع الدفعة القادمة.');
    expect(text({ ...accepted, months: [] })).not.toContain('ويُصرف لكم');
  });

  it('says when only a part was accepted', () => {
    expect(text({ ...accepted, template: 'complaintPartlyAccepted' })).toContain(
      'تقرر قبولها جزئياً',
    );
  });

  it("prints the branch's digits, but a reference as people type it", () => {
    const letter = text({ ...accepted, settings: { digits: 'arabic-indic' } });
    expect(letter).toContain('(١٬٣٢٠٫٠٠)');
    expect(letter).toContain('رقم 2026-031274');
  });
});

describe('the letter of a rejected complaint', () => {
  it('gives the reasons and the right of appeal, and promises nothing', () => {
    const letter = text({
      template: 'complaintRejected',
      ...common,
      complaint,
      months: [{ month: '2026-09', due: 132_000, paid: 132_000, finding: 'paidInFull' }],
    });
    expect(letter).toContain('تقرر رفضها للأسباب الآتية: 1. ثبت من السجلات وصول دفعة');
    expect(letter).toContain('وعليه لم يثبت لكم فرق مستحق');
    expect(letter).toContain('المادة (الثامنة والعشرين)'.replace(/^ال/, 'لل'));
    expect(letter).not.toContain('ويُصرف');
  });
});

describe('the letter of a decided objection', () => {
  const findings = [
    { reason: 'عدد العقارات يتخطى الحد.', article: 'REG 11', finding: 'proven', note: 'صك 2026-1' },
    { reason: 'لم يثبت استقلال السكن', finding: 'notProven' },
  ];
  const decided = { ...common, objection, findings };

  it('answers each coded reason of the refusal', () => {
    const letter = text({ ...decided, template: 'objectionRejected' });
    expect(letter).toContain(
      '1. بشأن سبب عدم الأهلية «عدد العقارات يتخطى الحد» تبيّن أنه ثابت: صك 2026-1، وفقاً للمادة (الحادية عشرة)',
    );
    expect(letter).toContain('2. بشأن سبب عدم الأهلية «لم يثبت استقلال السكن» تبيّن أنه غير ثابت.');
  });

  it('grants appeal of a refusal from the day of the decision, under article 5', () => {
    for (const template of ['objectionRejected', 'objectionPartlyAccepted']) {
      expect(text({ ...decided, template })).toContain(
        'ثلاثين يوماً من تاريخ القرار، وفقاً للمادة (الخامسة) من اللائحة التنفيذية',
      );
    }
  });

  it('says from when and how much an accepted one brings, and leaves nothing to contest', () => {
    const letter = text({
      ...decided,
      template: 'objectionAccepted',
      eligibleFrom: '2026-12',
      monthlyPension: 264_000,
    });
    expect(letter).toContain('تقرر قبوله للأسباب');
    expect(letter).toContain(
      'وثبتت أهليتكم للمعاش اعتباراً من شهر ديسمبر 2026م، بمعاش شهري قدره (2,640.00) ألفان وستمئة وأربعون ريالاً.',
    );
    expect(letter).not.toContain('التظلم');
  });
});

describe('what a letter is made of', () => {
  it('is refused outside the years of both calendars, without a sum below zero, with unknown fields', () => {
    const refused: readonly Record<string, unknown>[] = [
      { ...accepted, date: '2078-01-01' },
      { ...accepted, date: '2026-02-30' },
      { ...accepted, months: [{ month: '2026-09', due: -1, paid: 0 }] },
      { ...accepted, months: [{ month: '2026-09', due: 1.5, paid: 0 }] },
      { ...accepted, addressee: { ...common.addressee, nationalId: '123' } },
      { ...accepted, iban: 'SA1' },
      { ...accepted, surprise: true },
      { ...accepted, settings: { logo: { format: 'png', base64: 'R0lGODlh' } } },
      { ...accepted, template: 'other' },
      { template: 'plain', title: 'بلا فقرات' },
    ];
    for (const content of refused)
      expect(letterContentSchema.safeParse(content).success).toBe(false);
  });

  it('is filled with the defaults of the programme', () => {
    const content: LetterContent = letterContentSchema.parse(accepted);
    expect(letterPlainText(composeShipped(content))).toContain(
      'المملكة العربية السعودية وزارة الموارد البشرية والتنمية الاجتماعية الضمان الاجتماعي',
    );
  });

  it('is any text when its template is plain', () => {
    expect(
      text({ template: 'plain', title: 'عنوان', paragraphs: ['أولى', 'ثانية 2026-12-01'] }),
    ).toBe('عنوان أولى ثانية 2026-12-01');
  });
});

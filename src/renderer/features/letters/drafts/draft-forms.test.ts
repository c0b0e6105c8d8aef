import { describe, expect, it } from 'vitest';
import { halalas } from '../../../../domain/shared/halalas.ts';
import { contentOf, missingFields, typedOf } from './draft-forms.ts';

describe('what an officer writes by hand', () => {
  it('becomes rows, one a line, and comes back as it was typed', () => {
    const typed = { documents: ' كشف حساب \n\nصورة الهوية', deliverBy: '2026-11-30', note: null };
    const content = contentOf('documentsRequest', typed, 'طلب مستندات');
    expect(content).toEqual({
      documents: [
        { text: 'كشف حساب', received: false },
        { text: 'صورة الهوية', received: false },
      ],
      deliverBy: '2026-11-30',
    });
    expect(typedOf('documentsRequest', content)).toEqual({
      documents: 'كشف حساب\nصورة الهوية',
      deliverBy: '2026-11-30',
      note: null,
    });
  });

  it('keeps an amount in halalas', () => {
    const content = contentOf('pensionCertificate', { monthlyPension: halalas(132_000) }, '');
    expect(content).toEqual({ monthlyPension: 132_000 });
    expect(typedOf('pensionCertificate', content)['monthlyPension']).toBe(132_000);
  });

  it('of a plain letter has its subject as the title', () => {
    expect(contentOf('plain', { paragraphs: 'أ\nب' }, 'تعميم')).toEqual({
      title: 'تعميم',
      paragraphs: ['أ', 'ب'],
    });
  });

  it('names what is missing, and a month that is none', () => {
    expect(missingFields('pensionStopped', { from: '2026-13', reasons: '' })).toEqual([
      'from',
      'reasons',
    ]);
    expect(missingFields('complaintForm', {})).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { composeShipped } from '../../backend/letters/testing/compose-shipped.ts';
import { letterPlainText } from '../letters/letter-plain-text.ts';
import { letterHead } from '../cases/letter-head.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { halalas } from '../shared/halalas.ts';
import { isoDate, isoMonth } from '../shared/iso-date.ts';
import { complaintLetter, nextPaymentMonth } from './complaint-letter.ts';
import type { ComplaintProposal, MonthDecision } from './complaint.ts';

const head = letterHead(
  { number: '1448/2087', date: isoDate('2026-11-23') },
  { fullName: 'لطيفة بنت محمد الشمري', sex: 'female', nationalId: '1010150108', address: ' ' },
  'منى العنزي',
  DEFAULT_SETTINGS,
);

const month = (name: string, due: number, paid: number): MonthDecision => ({
  month: isoMonth(name),
  finding: due > paid ? 'shortfallProven' : 'paidInFull',
  due: halalas(due),
  paid: halalas(paid),
  difference: halalas(due - paid),
});

function letterOf(proposal: ComplaintProposal): string {
  const complaint = {
    ticket: '2026-031274',
    filedOn: isoDate('2026-11-12'),
    category: 'short',
    proposal,
  } as const;
  return letterPlainText(composeShipped(complaintLetter(complaint, head, isoMonth('2026-12'))));
}

describe('the letter of a complaint', () => {
  it('promises the proven shortfalls and sets nothing off against them', () => {
    const text = letterOf({
      outcome: 'accepted',
      reasoning: 'أُعيدت زيادة التابعة',
      months: [month('2026-09', 196_000, 130_000), month('2026-10', 196_000, 250_000)],
      total: halalas(66_000),
    });
    expect(text).toContain('الفرق وقدره (660.00) ستمئة وستون ريالاً مع دفعة شهر ديسمبر 2026م');
    expect(text).toContain('ثبت من السجلات وصول دفعة شهر أكتوبر 2026م كاملةً بمبلغ (2,500.00) ريال');
    expect(text).not.toContain('540.00');
  });

  it('gives each line of the reasoning a number of its own', () => {
    const text = letterOf({
      outcome: 'rejected',
      reasoning: 'وصلت الدفعة كاملة\n\nلا تغير في عدد التابعين',
      months: [month('2026-09', 196_000, 196_000)],
      total: halalas(0),
    });
    expect(text).toContain('2. وصلت الدفعة كاملة. 3. لا تغير في عدد التابعين.');
    expect(text).toContain('رفضها');
  });

  it('is signed by who approved where the letterhead names nobody, and leaves out what is unknown', () => {
    expect(head.signatory).toEqual({ post: 'مدير الفرع', name: 'منى العنزي' });
    expect(head.addressee.nationalAddress).toBe(null);
    expect(head.settings).toMatchObject({ code: null, addressLine: null, digits: 'latin' });
  });
});

describe('a difference is paid', () => {
  it.each([
    ['with the next month', '2026-11-23', '2026-11', '2026-12'],
    ['after a list that is made already', '2026-11-28', '2026-12', '2027-01'],
    ['with the next month where there is no cycle yet', '2026-12-31', null, '2027-01'],
    ['with the next month where the branch is behind', '2026-11-23', '2026-08', '2026-12'],
  ])('%s', (_name, today, lastCycle, paidWith) => {
    const last = lastCycle === null ? null : isoMonth(lastCycle);
    expect(nextPaymentMonth(isoDate(today), last)).toBe(paidWith);
  });
});

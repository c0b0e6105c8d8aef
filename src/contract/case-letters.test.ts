import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterHead } from '../domain/cases/letter-head.ts';
import { complaintLetter } from '../domain/complaints/complaint-letter.ts';
import { COMPLAINT_OUTCOMES, MONTH_FINDINGS } from '../domain/complaints/complaint-status.ts';
import { objectionLetter } from '../domain/objections/objection-letter.ts';
import { REASON_FINDINGS } from '../domain/objections/objection-status.ts';
import { DEFAULT_SETTINGS } from '../domain/settings/settings.ts';
import { halalas } from '../domain/shared/halalas.ts';
import { addMonths, isoDate, isoMonth } from '../domain/shared/iso-date.ts';
import { letterContentSchema } from './letters-templates.ts';
import { reasonText } from './fields.ts';

/** What an officer may type where a reason is asked for, many lines included. */
const prose = fc
  .array(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((lines) => lines.join('\n').slice(0, 2000))
  .filter((text) => reasonText.safeParse(text).success)
  .map((text) => reasonText.parse(text));

const amount = fc.integer({ min: 0, max: 9_999_999 }).map(halalas);
const filedOn = isoDate('2026-11-12');
const blank = { ...DEFAULT_SETTINGS.letterhead, country: '', ministry: '', branch: '' };
const head = letterHead(
  { number: '1448/0001', date: filedOn },
  { fullName: 'سعد بن محسن القرني', sex: null, nationalId: '1010150108', address: '' },
  'منى العنزي',
  { ...DEFAULT_SETTINGS, letterhead: blank },
);

describe('whatever can be decided', () => {
  it('of a complaint has a letter that can be set', () => {
    const months = fc.array(
      fc.record({ finding: fc.constantFrom(...MONTH_FINDINGS), due: amount, paid: amount }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        months,
        prose,
        fc.constantFrom(...COMPLAINT_OUTCOMES),
        (drafts, reasoning, outcome) => {
          const decisions = drafts.map((draft, index) => ({
            ...draft,
            month: addMonths(isoMonth('2026-01'), index),
            difference: halalas(draft.due - draft.paid),
          }));
          const proposal = { outcome, reasoning, months: decisions, total: halalas(0) };
          const complaint = {
            ticket: '2026-000001',
            filedOn,
            category: 'short',
            proposal,
          } as const;
          const content = complaintLetter(complaint, head, isoMonth('2026-12'));
          const queued: unknown = JSON.parse(JSON.stringify(content));
          expect(letterContentSchema.safeParse(queued).error?.issues).toBe(undefined);
        },
      ),
    );
  });

  it('of an objection has a letter that can be set', () => {
    const found = fc.record({
      finding: fc.constantFrom(...REASON_FINDINGS),
      note: prose,
      evidence: fc.constant(null),
    });
    fc.assert(
      fc.property(
        fc.array(found, { minLength: 1, maxLength: 12 }),
        prose,
        fc.constantFrom('accepted', 'partlyAccepted', 'rejected'),
        (findings, reasoning, outcome) => {
          const reasons = findings.map((one, index) => ({ code: `R${index}`, found: one }));
          const texts = new Map([
            ['R0', { code: 'R0', textAr: 'الدخل المحتسب', textEn: 'Income', article: '' }],
          ]);
          const content = objectionLetter(
            { number: '2026-000001', filedOn, refusedOn: filedOn, outcome, reasoning, reasons },
            texts,
            head,
          );
          const queued: unknown = JSON.parse(JSON.stringify(content));
          expect(letterContentSchema.safeParse(queued).error?.issues).toBe(undefined);
        },
      ),
    );
  });
});

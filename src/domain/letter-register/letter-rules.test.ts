import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../shared/iso-date.ts';
import { serialFaults } from './letter-serials.ts';
import {
  declareJam,
  handOver,
  makeCopy,
  printOriginal,
  takeBack,
  voidLetter,
} from './letter-rules.ts';
import { ISSUED, letterAfter, letterStateOf, type LetterEvent } from './letter-state.ts';

const TODAY = isoDate('2026-11-12');
const ISSUED_ON = isoDate('2026-11-01');
const rendered: LetterEvent = { type: 'rendered', sha256: 'a' };
const after = (...events: readonly LetterEvent[]) => events.reduce(letterAfter, ISSUED);
const ready = after(rendered);
const printed = after(rendered, { type: 'printed' });
const toHim = {
  receiver: 'بدرية',
  relation: 'self',
  idLastDigits: '7519',
  on: TODAY,
} as const;
const person = { idLastDigits: '7519', issuedOn: ISSUED_ON };
const handed = letterAfter(printed, { type: 'handedOver', ...toHim });
const REASON = 'صدر باسم غير صاحبه';

describe('a letter', () => {
  it('is printed only once its file is made', () => {
    expect(printOriginal(ISSUED)).toMatchObject({ error: { code: 'LETTER_NOT_READY' } });
    expect(printOriginal(ready)).toEqual({ ok: true, value: { type: 'printed' } });
    expect(printed).toMatchObject({ life: 'printed', originalOut: true, printedTimes: 1 });
  });

  it('has one original: what is printed after it is a copy, unless the printer spoilt it', () => {
    expect(printOriginal(printed)).toMatchObject({ error: { code: 'LETTER_PRINTED' } });
    expect(makeCopy(ready, 'b')).toMatchObject({ error: { code: 'LETTER_NOT_PRINTED' } });
    expect(letterAfter(printed, { type: 'copied', sha256: 'b' })).toMatchObject({ copies: 1 });
    expect(declareJam(ready, 'x')).toMatchObject({ error: { code: 'LETTER_NOT_PRINTED' } });
    const spoilt = letterAfter(printed, { type: 'jammed', reason: 'انحشر الورق' });
    expect(spoilt).toMatchObject({ life: 'issued', originalOut: false });
    expect(printOriginal(spoilt).ok).toBe(true);
  });

  it('that somebody holds was not spoilt by the printer', () => {
    expect(declareJam(handed, 'x')).toMatchObject({ error: { code: 'LETTER_HANDED_OVER' } });
  });

  it('is handed over on paper, to whom it speaks or to another who is named', () => {
    expect(handOver(ready, toHim, person, TODAY)).toMatchObject({
      error: { code: 'LETTER_NOT_PRINTED' },
    });
    expect(handOver(printed, toHim, person, TODAY).ok).toBe(true);
    const wrong = { ...toHim, idLastDigits: '1111' };
    expect(handOver(printed, wrong, person, TODAY)).toMatchObject({
      error: { code: 'RECEIVER_NOT_PERSON' },
    });
    expect(handOver(printed, { ...wrong, relation: 'agent' }, person, TODAY).ok).toBe(true);
    expect(handOver(handed, toHim, person, TODAY)).toMatchObject({
      error: { code: 'LETTER_HANDED_OVER', details: { on: TODAY } },
    });
  });

  it.each(['2026-10-31', '2026-11-13'])('is not handed over on %s', (on) => {
    expect(handOver(printed, { ...toHim, on: isoDate(on) }, person, TODAY)).toMatchObject({
      error: { code: 'HANDED_OVER_DAY', details: { from: ISSUED_ON, to: TODAY } },
    });
  });

  it('comes back with a reason, and can be handed over once more', () => {
    const back = { reason: 'العنوان غير صحيح', on: TODAY };
    expect(takeBack(ready, back, ISSUED_ON, TODAY)).toMatchObject({
      error: { code: 'LETTER_NOT_PRINTED' },
    });
    expect(takeBack(printed, back, ISSUED_ON, TODAY).ok).toBe(true);
    const returned = letterAfter(handed, { type: 'returned', ...back });
    expect(returned).toMatchObject({ life: 'returned', handedOverOn: null });
    expect(takeBack(returned, back, ISSUED_ON, TODAY)).toMatchObject({
      error: { code: 'LETTER_IS_BACK' },
    });
    expect(handOver(returned, toHim, person, TODAY).ok).toBe(true);
    expect(takeBack(handed, { ...back, on: ISSUED_ON }, ISSUED_ON, TODAY)).toMatchObject({
      error: { code: 'RETURNED_DAY', details: { from: TODAY } },
    });
  });

  it('is voided for a reason, also before its file is made, and nothing follows', () => {
    expect(voidLetter(ISSUED, { reason: 'خطأ', handedOver: false })).toMatchObject({
      error: { code: 'VOID_REASON_SHORT', details: { least: 10 } },
    });
    const step = voidLetter(ISSUED, { reason: ` ${REASON} `, handedOver: false });
    expect(step).toEqual({
      ok: true,
      value: { type: 'void', reason: REASON, handedOver: false },
    });
    const gone = letterAfter(printed, { type: 'void', reason: REASON, handedOver: false });
    for (const refused of [
      printOriginal(gone),
      makeCopy(gone, 'b'),
      declareJam(gone, 'x'),
      handOver(gone, toHim, person, TODAY),
      takeBack(gone, { reason: 'x', on: TODAY }, ISSUED_ON, TODAY),
      voidLetter(gone, { reason: REASON, handedOver: true }),
    ]) {
      expect(refused).toMatchObject({ error: { code: 'LETTER_VOID' } });
    }
  });

  it('that somebody holds is voided only by saying so', () => {
    expect(voidLetter(handed, { reason: REASON, handedOver: false })).toMatchObject({
      error: { code: 'LETTER_HANDED_OVER', details: { on: TODAY } },
    });
    expect(voidLetter(handed, { reason: REASON, handedOver: true })).toMatchObject({
      value: { handedOver: true },
    });
  });
});

describe('a trail', () => {
  it('begins with the issuing, makes the file once, and ends with the voiding', () => {
    const gone: LetterEvent = { type: 'void', reason: REASON, handedOver: false };
    expect(letterStateOf([])).toBeNull();
    expect(letterStateOf([rendered])).toBeNull();
    expect(letterStateOf([{ type: 'issued' }, { type: 'issued' }])).toBeNull();
    expect(letterStateOf([{ type: 'issued' }, rendered, rendered])).toBeNull();
    expect(letterStateOf([{ type: 'issued' }, gone, { type: 'printed' }])).toBeNull();
    expect(letterStateOf([{ type: 'issued' }, gone, rendered])).toMatchObject({ life: 'void' });
    const failed: LetterEvent = { type: 'renderingFailed', code: 'X' };
    expect(letterStateOf([{ type: 'issued' }, failed, failed, rendered])).toMatchObject({
      file: 'ready',
      attempts: 3,
    });
  });
});

describe('the numbers of a year', () => {
  const numberOf = (serial: number) => `1448/${serial}`;
  const letter = (serial: number) => ({
    id: `l${serial}`,
    number: numberOf(serial),
    serial,
  });

  it('that run from 1 without a gap have no fault', () => {
    fc.assert(
      fc.property(fc.nat(300), (count) => {
        const letters = Array.from({ length: count }, (_, index) => letter(index + 1));
        expect(serialFaults(letters, count, numberOf)).toEqual([]);
      }),
    );
  });

  it('tell every one that is missing, and the counter that went on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), (count, pick) => {
        const gap = (pick % count) + 1;
        const letters = Array.from({ length: count }, (_, index) => letter(index + 1)).filter(
          ({ serial }) => serial !== gap,
        );
        const faults = serialFaults(letters, count, numberOf);
        expect(faults.map(({ code, number }) => [code, number])).toEqual(
          gap === count ? [['SERIAL_COUNTER', numberOf(count)]] : [['SERIAL_GAP', numberOf(gap)]],
        );
      }),
    );
  });

  it('tell one that two letters have', () => {
    expect(
      serialFaults([letter(1), letter(2), { ...letter(2), id: 'other' }, letter(3)], 3, numberOf),
    ).toEqual([{ id: 'other', number: '1448/2', code: 'SERIAL_TWICE' }]);
  });

  it('tell a number that says another serial, and a counter that stands back', () => {
    expect(serialFaults([{ ...letter(1), number: '1448/7' }], 0, numberOf)).toEqual([
      { id: 'l1', number: '1448/7', code: 'NUMBER_OF_OTHER_SERIAL' },
      { id: '', number: '1448/0', code: 'SERIAL_COUNTER' },
    ]);
  });
});

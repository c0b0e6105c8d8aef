import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankCodeOfIban, makeIban, parseIban } from './iban.ts';

const account = fc.tuple(fc.stringMatching(/^\d{2}$/), fc.stringMatching(/^\d{18}$/));

describe('a Saudi IBAN', () => {
  it('is read from its printed form: groups, lower case, Arabic-Indic digits', () => {
    expect(parseIban(' sa03 8000 0000 6080 1016 7519 ')).toEqual({
      ok: true,
      value: 'SA0380000000608010167519',
    });
    expect(parseIban('SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩').ok).toBe(true);
  });

  it.each([
    ['', 'IBAN_FORMAT'],
    ['80000000608010167519', 'IBAN_FORMAT'],
    ['SA03-8000-0000-6080-1016-7519', 'IBAN_FORMAT'],
    ['DE89370400440532013000', 'IBAN_COUNTRY'],
    ['SA038000000060801016751', 'IBAN_LENGTH'],
    ['SA0480000000608010167519', 'IBAN_CHECKSUM'],
  ])('%j is refused as %s', (text, code) => {
    expect(parseIban(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('with check digits made for it is accepted, names its bank, and no single wrong digit passes', () => {
    fc.assert(
      fc.property(
        account,
        fc.integer({ min: 2, max: 23 }),
        fc.integer({ min: 1, max: 9 }),
        ([bank, number], at, by) => {
          const iban = makeIban(bank, number);
          const wrong = `${iban.slice(0, at)}${(Number(iban[at]) + by) % 10}${iban.slice(at + 1)}`;
          expect(parseIban(iban)).toEqual({ ok: true, value: iban });
          expect(bankCodeOfIban(iban)).toBe(bank);
          expect(parseIban(wrong).ok).toBe(false);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { bankOfSender, bicOfBank, SAUDI_BANKS } from './saudi-banks.ts';

describe('the bank that sent a file', () => {
  it.each([
    ['RJHISARI', null, '80'],
    ['RJHISARIXXX', null, '80'],
    ['NCBKSAJE', 'SA0380000000608010167519', '10'],
    ['DEUTDEFF', 'SA0380000000608010167519', 'DEUT'],
    ['not a BIC', 'SA03 8000 0000 6080 1016 7519', '80'],
    [null, 'SA0380000000608010167519', '80'],
    [null, 'SA0480000000608010167519', null],
    [null, 'NL77ABNA0574908765', null],
    [null, null, null],
  ])('of BIC %s and account %s is %s', (bic, account, bank) => {
    expect(bankOfSender(bic, account)).toBe(bank);
  });

  it('is found again by the BIC of every bank of the Kingdom', () => {
    expect(SAUDI_BANKS.map((code) => bankOfSender(bicOfBank(code), null))).toEqual(SAUDI_BANKS);
  });
});

import { describe, expect, it } from 'vitest';
import { accountName } from './account-name.ts';

const OURS = ['SA0380000000608010167519'];

describe('the account of a statement', () => {
  it.each([
    ['as an IBAN in groups', 'SA03 8000 0000 6080 1016 7519'],
    ['as an IBAN with the currency after it', 'SA0380000000608010167519SAR'],
    ['as the digits of the account alone', '000000608010167519'],
    ['as digits after the bank', 'RJHISARI/000000608010167519'],
    ['as digits with the currency after them', '000000608010167519SAR'],
  ])('is ours %s', (_how, text) => {
    expect(accountName(text, OURS)).toBe(OURS[0]);
  });

  it('is not ours by a few last digits', () => {
    expect(accountName('7519', OURS)).toBe('7519');
  });

  it('that is not ours keeps its own name', () => {
    expect(accountName('20040000/1234567', OURS)).toBe('20040000/1234567');
    expect(accountName('nl08 abna 0123456789')).toBe('NL08ABNA0123456789');
  });
});

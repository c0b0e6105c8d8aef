import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { troublesOf } from './print-cups.ts';
import {
  firstNumber,
  firstText,
  IPP_OPERATIONS,
  ippRequest,
  readIppAnswer,
  texts,
} from './print-ipp.ts';

describe('the printing protocol', () => {
  it('is written as its standard writes it', () => {
    const request = ippRequest(IPP_OPERATIONS.printJob, [
      { tag: 'uri', name: 'printer-uri', value: 'ipp://localhost/printers/Office' },
    ]);
    expect(request.subarray(0, 9).toString('hex')).toBe('020000020000000101');
    expect(request.toString('latin1')).toContain('attributes-charset\u0000\u0005utf-8');
    expect(request.at(-1)).toBe(0x03);
  });

  it('gives back names, numbers and several values, in any language', () => {
    const names = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
    fc.assert(
      fc.property(names, fc.integer({ min: 0, max: 2 ** 31 - 1 }), (name, job) => {
        const sent = ippRequest(
          0,
          [{ tag: 'name', name: 'printer-info', value: name }],
          [
            { tag: 'integer', name: 'job-id', value: job },
            { tag: 'keyword', name: 'reasons', value: ['media-jam-error', 'paused'] },
          ],
        );
        const { groups } = readIppAnswer(sent);
        const [operation, jobGroup] = groups;
        expect(operation && firstText(operation.attributes, 'printer-info')).toBe(name);
        expect(jobGroup && firstNumber(jobGroup.attributes, 'job-id')).toBe(job);
        expect(jobGroup && texts(jobGroup.attributes, 'reasons')).toEqual([
          'media-jam-error',
          'paused',
        ]);
      }),
    );
  });

  it('refuses an answer that ends in the middle', () => {
    const whole = ippRequest(0, [{ tag: 'name', name: 'printer-info', value: 'Office' }]);
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => readIppAnswer(whole.subarray(0, length))).toThrow(RangeError);
    }
  });

  it('names what keeps a printer, and leaves reports and warnings out', () => {
    expect(troublesOf(['none'])).toEqual([]);
    expect(troublesOf(['media-low-warning', 'cups-waiting-for-job-completed-report'])).toEqual([]);
    expect(troublesOf(['media-jam-error', 'paused'])).toEqual(['mediaJam', 'paused']);
    expect(troublesOf(['media-needed', 'media-empty-error'])).toEqual(['mediaEmpty']);
    expect(troublesOf(['fuser-over-temp-error'])).toEqual(['other']);
  });
});

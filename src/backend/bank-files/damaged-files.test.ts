import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectBankFile } from './inspect-bank-file.ts';
import {
  ANSWER,
  message,
  sheet,
  STATEMENT,
  TABLE,
  utf8,
  WAGES,
  workbook,
} from './testing/sample-files.ts';

describe('a file cut in the middle', () => {
  it('is refused wherever a bank’s answer is cut', async () => {
    const bytes = utf8(message(ANSWER));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await inspectBankFile(bytes.subarray(0, length)), `cut at ${length}`).toHaveProperty(
        'error',
      );
    }
    expect(await inspectBankFile(bytes)).toMatchObject({
      transactions: 1,
      statusCounts: { RJCT: 1 },
    });
  });

  it('is refused wherever a wage file is cut before its last line', async () => {
    const bytes = utf8(WAGES);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await inspectBankFile(bytes.subarray(0, length)), `cut at ${length}`).toHaveProperty(
        'error',
      );
    }
    expect(await inspectBankFile(bytes)).toMatchObject({
      kind: 'wages',
      transactions: 2,
      reasonCounts: { AC04: 1 },
    });
  });

  it('is shown with a warning where a statement without a frame ends before its closing balance', async () => {
    const cut = await inspectBankFile(utf8(STATEMENT.slice(0, STATEMENT.indexOf(':62F'))));
    expect(cut).toMatchObject({
      kind: 'mt940',
      transactions: 1,
      warnings: [{ code: 'CLOSING_BALANCE_MISSING' }],
    });
  });
});

describe('fuzzing', () => {
  const seeds = [
    utf8(message(ANSWER.repeat(3))),
    Buffer.from(`\uFEFF${message(ANSWER)}`, 'utf16le'),
    utf8(STATEMENT),
    utf8(WAGES),
    utf8(TABLE),
    workbook({ name: 'xl/worksheets/sheet1.xml', content: sheet(20) }),
  ];
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom(
          '<',
          '</',
          '<![CDATA[',
          '<!--',
          '&#x0;',
          '&amp',
          '"',
          '\r',
          ':61:',
          '\t',
          '-\n',
          'xmlns:a=""',
        )
        .map((text) => Uint8Array.from(Buffer.from(text))),
    ),
  });

  it('2,000 damaged files are read or refused with a code; none crashes, hangs or takes long', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async (seed, mutations) => {
          let bytes = seed;
          for (const { at, length, insert } of mutations) {
            const from = Math.floor(at * bytes.length);
            bytes = Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + length)]);
          }
          const started = performance.now();
          const result = await inspectBankFile(bytes);
          expect(performance.now() - started).toBeLessThan(2000);
          kinds.add('error' in result ? result.error.code : result.kind);
          JSON.stringify(result);
        },
      ),
      { numRuns: 2000 },
    );
    expect(kinds.size).toBeGreaterThan(10);
  }, 60_000);
});

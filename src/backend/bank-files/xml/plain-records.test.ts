import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BankFileError } from '../bank-file-error.ts';
import { DEFAULT_BANK_FILE_LIMITS } from '../bank-file-limits.ts';
import { compileShape, type ElementShape } from './element-shape.ts';
import { XmlScanner } from './xml-scanner.ts';

/** Everything a reader is told of a document whose `Tx` elements are records, or are not. */
function told(document: string, record: boolean, pieces: number): string[] {
  const calls: string[] = [];
  const leaf = (name: string): ElementShape => ({
    open: (at, tag) => {
      const attributes = Object.entries(tag.attributes).map(
        ([key, { value }]) => `${key}=${value}`,
      );
      calls.push(`${name} ${at.line} ${at.offset} ${attributes.join()}`);
    },
    text: (text) => calls.push(`${name} "${text}"`),
    close: (end) => calls.push(`/${name} ${end}`),
  });
  const transaction: ElementShape = {
    ...(record ? { record: true } : {}),
    ...leaf('Tx'),
    children: {
      Id: leaf('Id'),
      Amt: leaf('Amt'),
      Sub: { ...leaf('Sub'), children: { Id: leaf('Sub/Id') } },
    },
  };
  const shape = compileShape({
    children: { Bx: { children: { Tx: transaction } }, Tx: transaction },
  });
  const scanner = new XmlScanner(
    { ...DEFAULT_BANK_FILE_LIMITS, maxXmlDepth: 8, maxXmlText: 40 },
    (tag) => (tag.local === 'Msg' ? shape : null),
  );
  const characters = [...document];
  const size = Math.max(1, Math.ceil(characters.length / pieces));
  let byteOffset = 0;
  try {
    for (let from = 0; from < characters.length; from += size) {
      const text = characters.slice(from, from + size).join('');
      const bytes = Buffer.byteLength(text);
      scanner.write({ text, byteOffset, uniform: bytes === text.length, bytesPerChar: 1 });
      byteOffset += bytes;
    }
    scanner.close();
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    // What was told before it is thrown away with the file.
    return [`${error.code} ${error.line}`];
  }
  return calls;
}

const text = fc.constantFrom(
  'E2E-1',
  '  ',
  'نورة 😀',
  'a&amp;b',
  'a]b',
  ']]>',
  'x\r\ny',
  '1320.00',
  '<![CDATA[R]]>',
  'a"b',
  '\u0085',
  '\u0001',
);
const attribute = fc.constantFrom(
  '',
  ' Ccy="SAR"',
  " Ccy='SAR'",
  ' a="1" b="2"',
  ' a="1" a="2"',
  ' xmlns="urn:x"',
  ' n:a="1"',
  '  c="d"',
  ' e="<"',
  ' f="&lt;"',
);
const child = fc.oneof(
  fc
    .tuple(fc.constantFrom('Id', 'Amt', 'Other', 'n:Id'), attribute, text)
    .map(([name, attributes, value]) => `<${name}${attributes}>${value}</${name}>`),
  fc.tuple(text, text).map(([first, second]) => `<Sub>${first}<Id>${second}</Id>${first}</Sub>`),
  fc.constantFrom(
    '<Id/>',
    '<Amt Ccy="SAR"/>',
    '<!-- -->',
    '<?pi x?>',
    ' \n\t',
    'loose',
    '<Id></Amt>',
    '<Id>',
    '<Deep><Deep><Deep><Deep><Deep/></Deep></Deep></Deep></Deep>',
  ),
);
const record = fc
  .tuple(
    fc.constantFrom('Tx', 'Tx', 'Tx', 'Tx', 'n:Tx'),
    attribute,
    fc.array(child, { maxLength: 5 }),
    fc.constantFrom('\n', '', '  \r\n', 'x', '<!--c-->'),
  )
  .map(
    ([name, attributes, children, after]) =>
      `<${name}${attributes}>${children.join('')}</${name}>${after}`,
  );
const plain = fc
  .tuple(fc.constantFrom('E2E-1', 'نورة', ''), fc.constantFrom('1320.00', '7'), fc.boolean())
  .map(
    ([id, amount, sub]) =>
      `<Tx>\n<Id>${id}</Id>${sub ? '<Sub><Id>s</Id></Sub>' : ''}<Amt Ccy="SAR">${amount}</Amt></Tx>\n`,
  );
const records = fc.array(
  fc.oneof({ arbitrary: plain, weight: 6 }, { arbitrary: record, weight: 1 }),
  { maxLength: 12 },
);
const document = fc
  .tuple(records, records, fc.constantFrom('', '</Msg>', 'x', '<Tx>'))
  .map(
    ([first, second, rest]) =>
      `<?xml version="1.0"?>\n<Msg xmlns:n="urn:n"><Bx>${first.join('')}</Bx>${second.join('')}</Msg>${rest}`,
  );

describe('records in plain markup', () => {
  it('are told exactly as the parser tells them, wherever the chunks are cut', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 9 }), (content, pieces) => {
        expect(told(content, true, pieces)).toEqual(told(content, false, pieces));
      }),
      { numRuns: 3000 },
    );
  });

  it('are told exactly as the parser tells them when a character of the file is damaged', () => {
    fc.assert(
      fc.property(
        document,
        fc.nat(),
        fc.constantFrom('<', '>', '&', '"', '/', '\0', ' ', 'z', ''),
        (content, place, damage) => {
          const at = place % content.length;
          const damaged = content.slice(0, at) + damage + content.slice(at + 1);
          expect(told(damaged, true, 3)).toEqual(told(damaged, false, 3));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** Sections of a CMap hold at most this many entries. */
const MOST_ENTRIES = 100;

const DIGITS = '0123456789ABCDEF';

function hex(value: number): string {
  return (
    (DIGITS[value >> 12] ?? '') +
    (DIGITS[(value >> 8) & 15] ?? '') +
    (DIGITS[(value >> 4) & 15] ?? '') +
    (DIGITS[value & 15] ?? '')
  );
}

function utf16Hex(text: string): string {
  let digits = '';
  for (let unit = 0; unit < text.length; unit++) digits += hex(text.charCodeAt(unit));
  return digits;
}

/** ToUnicode CMap (ISO 32000-1, 9.10.3): index in the list = code; empty text has no entry. */
export function toUnicodeMap(texts: readonly string[]): string {
  const entries = texts.flatMap((text, code) =>
    text === '' ? [] : [`<${hex(code)}><${utf16Hex(text)}>`],
  );
  const sections: string[] = [];
  for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
    const section = entries.slice(from, from + MOST_ENTRIES);
    sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000><FFFF> endcodespacerange',
    ...sections,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

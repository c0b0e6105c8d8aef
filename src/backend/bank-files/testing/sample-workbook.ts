import { zipArchive, type ZipFileSpec } from './zip-archive.ts';

/** A cell as a spreadsheet program stores it: text, a number, a day number, a formula with its result, an error. */
export type SampleCell =
  | string
  | number
  | { readonly shared: string }
  | { readonly day: number }
  | { readonly formula: string; readonly value: string }
  | { readonly error: string };

export interface SampleSheet {
  readonly name: string;
  readonly rows: readonly (readonly (SampleCell | null)[])[];
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** A workbook as spreadsheet programs write it: shared strings, styles, relations. */
export function sampleWorkbook(
  sheets: readonly SampleSheet[],
  more: readonly ZipFileSpec[] = [],
): Buffer {
  const shared: string[] = [];
  const parts = sheets.map(({ rows }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: utf8(sheetXml(rows, shared)),
  }));
  const listed = sheets
    .map(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
    .join('');
  const relations = sheets
    .map((_, n) => `<Relationship Id="rId${n + 1}" Target="worksheets/sheet${n + 1}.xml"/>`)
    .join('');
  return zipArchive([
    { name: '[Content_Types].xml', content: utf8('<Types/>') },
    {
      name: 'xl/workbook.xml',
      content: utf8(`<workbook xmlns:r="r"><sheets>${listed}</sheets></workbook>`),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: utf8(`<Relationships>${relations}</Relationships>`),
    },
    {
      name: 'xl/styles.xml',
      content: utf8(
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>' +
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      ),
    },
    ...parts,
    {
      name: 'xl/sharedStrings.xml',
      content: utf8(
        `<sst>${shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
      ),
    },
    ...more,
  ]);
}

function sheetXml(rows: SampleSheet['rows'], shared: string[]): string {
  const body = rows
    .map((cells, row) => {
      const written = cells.map((cell, column) =>
        cellXml(cell, `${letter(column)}${row + 1}`, shared),
      );
      return `<row r="${row + 1}">${written.join('')}</row>`;
    })
    .join('');
  return `<?xml version="1.0"?><worksheet><sheetData>${body}</sheetData></worksheet>`;
}

const letter = (column: number): string => String.fromCharCode(65 + column);

function cellXml(cell: SampleCell | null, at: string, shared: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('shared' in cell) {
    shared.push(cell.shared);
    return `<c r="${at}" t="s"><v>${shared.length - 1}</v></c>`;
  }
  if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  if ('formula' in cell) {
    return `<c r="${at}"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
  }
  return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
}

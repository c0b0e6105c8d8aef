import type { ReadOptions } from '../bank-file-limits.ts';
import type { ByteSource } from '../source/byte-chunks.ts';
import { readDateStyles } from './date-styles.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import { readSheetRows, type SheetRow } from './sheet-rows.ts';
import { WorkbookArchive } from './workbook-archive.ts';

const MOST_SHEETS = 100;

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
}

/** An XLSX workbook whose rows are streamed; close it. */
export class Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly #archive: WorkbookArchive;
  readonly #from1904: boolean;
  readonly #options: ReadOptions;
  #shared: { readonly strings: SharedStrings; readonly dates: ReadonlySet<number> } | null = null;

  constructor(
    archive: WorkbookArchive,
    { sheets, from1904 }: { sheets: readonly WorkbookSheet[]; from1904: boolean },
    options: ReadOptions,
  ) {
    this.#archive = archive;
    this.sheets = sheets;
    this.#from1904 = from1904;
    this.#options = options;
  }

  /**
   * The rows of a sheet that hold cells, some at a time.
   *
   * @throws BankFileError what `WorkbookArchive.scan` throws
   */
  async *rows(
    sheet: WorkbookSheet,
    options: ReadOptions = this.#options,
  ): AsyncGenerator<SheetRow[]> {
    this.#shared ??= {
      strings: await readSharedStrings(this.#archive, 'xl/sharedStrings.xml', this.#options),
      dates: await readDateStyles(this.#archive, this.#options),
    };
    const context = { ...this.#shared, from1904: this.#from1904 };
    yield* readSheetRows(this.#archive, sheet.part, context, options);
  }

  close(): void {
    this.#archive.close();
  }
}

/**
 * Opens an XLSX workbook without unpacking more than the limits allow.
 *
 * @throws BankFileError BANK_FILE_ARCHIVE_UNSAFE (bomb), BANK_FILE_ARCHIVE_BROKEN, BANK_FILE_NOT_RECOGNISED (no workbook),
 *   BANK_FILE_XML_*
 */
export async function openWorkbook(
  source: ByteSource,
  options: ReadOptions = {},
): Promise<Workbook> {
  const archive = await WorkbookArchive.open(source, options);
  try {
    return new Workbook(archive, await readContents(archive, options), options);
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function readContents(
  archive: WorkbookArchive,
  options: ReadOptions,
): Promise<{ sheets: WorkbookSheet[]; from1904: boolean }> {
  const named: { name: string; id: string }[] = [];
  const parts = new Map<string, string>();
  let from1904 = false;
  await archive.read(
    'xl/workbook.xml',
    'workbook',
    {
      children: {
        workbookPr: {
          open: (_at, { attributes }) => {
            from1904 = /^(?:1|true)$/.test(attributes['date1904']?.value ?? '');
          },
        },
        sheets: {
          children: {
            sheet: {
              open: (_at, { attributes }) => {
                const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
                  .value;
                const name = attributes['name']?.value;
                if (id !== undefined && name !== undefined) named.push({ name, id });
              },
            },
          },
        },
      },
    },
    options,
  );
  await archive.read(
    'xl/_rels/workbook.xml.rels',
    'Relationships',
    {
      children: {
        Relationship: {
          open: (_at, { attributes }) => {
            const target = attributes['Target']?.value ?? '';
            const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
            parts.set(attributes['Id']?.value ?? '', part);
          },
        },
      },
    },
    options,
  );
  const listed = named.flatMap(({ name, id }) => {
    const part = parts.get(id);
    return part !== undefined && archive.has(part) ? [{ name, part }] : [];
  });
  const sheets = listed.length > 0 ? listed : unlistedSheets(archive);
  return { sheets: sheets.slice(0, MOST_SHEETS), from1904 };
}

/** Some programs write no relations: the parts themselves are the sheets then. */
function unlistedSheets({ names }: WorkbookArchive): WorkbookSheet[] {
  return names
    .flatMap((part) => {
      const name = /^xl\/worksheets\/([^/]+)\.xml$/.exec(part)?.[1];
      return name === undefined ? [] : [{ name, part }];
    })
    .sort((left, right) => left.name.localeCompare(right.name, 'en', { numeric: true }));
}

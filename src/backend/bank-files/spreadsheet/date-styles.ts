import type { ReadOptions } from '../bank-file-limits.ts';
import type { WorkbookArchive } from './workbook-archive.ts';

/** Formats that every workbook knows without naming them (ECMA-376 part 1, 18.8.30): those that show a day. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

const DAY_MILLISECONDS = 86_400_000;
const LAST_SERIAL = 2_958_465;

/** Which cell styles show a day: a workbook stores days as plain numbers. */
export async function readDateStyles(
  archive: WorkbookArchive,
  options: ReadOptions,
): Promise<ReadonlySet<number>> {
  const custom = new Set<number>();
  const dates = new Set<number>();
  let style = 0;
  await archive.read(
    'xl/styles.xml',
    'styleSheet',
    {
      children: {
        numFmts: {
          children: {
            numFmt: {
              open: (_at, { attributes }) => {
                const code = attributes['formatCode']?.value ?? '';
                if (showsDay(code)) custom.add(Number(attributes['numFmtId']?.value));
              },
            },
          },
        },
        cellXfs: {
          children: {
            xf: {
              open: (_at, { attributes }) => {
                const format = Number(attributes['numFmtId']?.value ?? 0);
                if (BUILT_IN.has(format) || custom.has(format)) dates.add(style);
                style += 1;
              },
            },
          },
        },
      },
    },
    options,
  );
  return dates;
}

/** Days and years outside quotes, brackets and escapes. */
const showsDay = (format: string): boolean =>
  /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** `YYYY-MM-DD` of a workbook's day number, or null outside the calendar it counts. */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial);
  if (!(day >= 1 && day <= LAST_SERIAL)) return null;
  // The count from 1900 has a 29 February 1900 that never was.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

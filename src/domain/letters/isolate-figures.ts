import { isolate } from '../shared/isolate.ts';

const NO_BREAK_SPACE = '\u00A0';

/** `SA0380000000608010167519` in groups of four that neither break over lines nor change order. */
export function isolateIban(iban: string): string {
  const compact = iban.replace(/\s/g, '').toUpperCase();
  return isolate(compact.replace(/(.{4})(?=.)/g, `$1${NO_BREAK_SPACE}`));
}

// What the bidirectional algorithm orders rightly but an Arabic reader reads wrongly: references and
// dates with hyphens, phones and account numbers in groups, signed amounts, e-mails, IBANs.
const FIGURES = new RegExp(
  [
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`SA\d{2}(?:[ \u00A0]?[0-9A-Z]{4}){5}`,
    String.raw`[A-Za-z]*\d+(?:[-/][A-Za-z0-9]+)+`,
    String.raw`[A-Za-z]+(?:-[A-Za-z0-9]+)*-\d[A-Za-z0-9-]*`,
    String.raw`\+\d{1,3}(?:[ \u00A0-]?\d{2,4})+`,
    String.raw`\d{2,4}(?:[ \u00A0]\d{3,4}){2,}`,
    String.raw`[-\u2212]\d[\d,]*(?:\.\d+)?`,
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|'),
  'g',
);

const STANDS_ALONE_BEFORE = /[\p{L}\p{N}@/-]$/u;
const STANDS_ALONE_AFTER = /^[\p{L}\p{N}@]/u;

/**
 * Isolates the figures of free text that an officer typed. Text that already holds isolates is
 * returned as it is: its author has decided.
 */
export function isolateFigures(text: string): string {
  if (/[\u2066-\u2069]/.test(text)) return text;
  return text.replace(FIGURES, (figure, offset: number) => {
    const before = text.slice(Math.max(0, offset - 2), offset);
    const after = text.slice(offset + figure.length, offset + figure.length + 2);
    // A suffix such as the Hijri mark joins nothing: 1446/05/12هـ is still one date.
    const suffixed = /^(?:هـ|م(?!\p{L}))/u.test(after);
    if (STANDS_ALONE_BEFORE.test(before) || (STANDS_ALONE_AFTER.test(after) && !suffixed)) {
      return figure;
    }
    return isolate(figure.replaceAll(' ', NO_BREAK_SPACE));
  });
}

import { assertNever } from '../shared/assert-never.ts';
import type { LetterBlock, LetterModel } from './letter-model.ts';
import { richTextToString } from './letter-model.ts';
import { continuationLabel, pageLabel, STAMP_LABEL } from './page-labels.ts';

/**
 * Text for comparison: controls out, compatibility forms folded, runs of space one space. What a PDF
 * reader extracts holds directional marks that a letter's data does not.
 */
export function normaliseLetterText(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a letter in reading order, a line each, without page numbers, address line and seal. */
function letterTextLines(letter: LetterModel): string[] {
  const head = letter.letterhead;
  return [
    ...(head?.basmala ? [head.basmala] : []),
    ...(head?.lines ?? []),
    ...letter.meta.map((row) => `${row.label}: ${row.value}`),
    ...(letter.mark === null ? [] : [letter.mark]),
    ...letter.blocks.flatMap(blockLines),
  ];
}

/** The words of a letter in reading order, normalised: what its PDF must say. */
export function letterPlainText(letter: LetterModel): string {
  return normaliseLetterText(letterTextLines(letter).join('\n'));
}

function blockLines(block: LetterBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'section':
    case 'note':
    case 'subject':
    case 'salutation':
    case 'paragraph':
    case 'closing':
      return [richTextToString(block.text)];
    case 'addressee':
      return [
        `${block.label} ${richTextToString(block.name)}`,
        ...block.details.map(richTextToString),
      ];
    case 'numbered':
      return block.items.map((item) => `${item.marker} ${richTextToString(item.text)}`);
    case 'bullets':
      return block.items.map((item) => `• ${richTextToString(item)}`);
    case 'checklist':
      return block.items.map((item) => richTextToString(item.text));
    case 'fields':
      return block.items.map(
        ({ label, value }) => `${label} ${value === null ? '' : richTextToString(value)}`,
      );
    case 'table':
      return [
        tableHeader(block),
        ...[...block.rows, ...(block.total === null ? [] : [block.total])].map((row) =>
          row.join(' '),
        ),
      ];
    case 'signature':
      return [block.post, ...(block.stamp ? [STAMP_LABEL] : []), block.name];
    case 'copies':
      return [...block.items];
    default:
      return assertNever(block);
  }
}

function tableHeader(table: Extract<LetterBlock, { kind: 'table' }>): string {
  return table.columns.map((column) => column.title).join(' ');
}

/**
 * What was extracted from the letter's pages, freed of what stands around the text: page number, address
 * line, the seal's caption, the head of later pages, repeated table headers. Normalised, to compare with
 * {@link letterPlainText}.
 * @param pages The text of each page in order (extractors part pages by form feeds).
 */
export function withoutPageFurniture(letter: LetterModel, pages: readonly string[]): string {
  const address = normaliseLetterText(letter.letterhead?.addressLine ?? '');
  const head = letter.number === null ? '' : normaliseLetterText(continuationLabel(letter.number));
  const headers = letter.blocks.flatMap((block) =>
    block.kind === 'table' ? [normaliseLetterText(tableHeader(block))] : [],
  );
  let shown = '';
  pages.forEach((page, index) => {
    let text = normaliseLetterText(page);
    const label = normaliseLetterText(pageLabel(index + 1, pages.length, letter.digits));
    const seal = index === 0 ? normaliseLetterText(letter.seal?.caption ?? '') : '';
    text = withoutFoot(text, [address, seal, label]);
    if (index > 0) {
      text = withoutStart(text, head);
      // A table that goes on begins with its header again; one that begins here has it once only.
      for (const header of headers) if (shown.includes(header)) text = withoutStart(text, header);
    }
    shown = `${shown} ${text}`.trim();
  });
  return shown;
}

function withoutStart(text: string, start: string): string {
  return start !== '' && text.startsWith(start) ? text.slice(start.length).trim() : text;
}

/** Without each part of the foot once, whichever an extractor gives last. */
function withoutFoot(text: string, parts: readonly string[]): string {
  const last = parts.find((part) => part !== '' && text.endsWith(part));
  if (last === undefined) return text;
  const others = parts.filter((part) => part !== last);
  return withoutFoot(text.slice(0, -last.length).trim(), others);
}

import { assertNever } from '../../../src/domain/shared/assert-never.ts';
import {
  spanText,
  type LetterBlock,
  type LetterModel,
  type RichText,
} from '../../../src/domain/letters/letter-model.ts';
import { renderSVG } from 'uqr';

export interface EmbeddedFaces {
  /** TrueType files in base64. */
  readonly regular: string;
  readonly bold: string;
}

/** A letter as HTML in the same faces; without faces its body only, for a page that has them. */
export function letterHtml(letter: LetterModel, faces: EmbeddedFaces | null): string {
  const head = letter.letterhead;
  const body = [
    head?.basmala ? `<p class="basmala">${escape(head.basmala)}</p>` : '',
    `<header><div>${(head?.lines ?? []).map((line) => `<p>${escape(line)}</p>`).join('')}</div>`,
    `<div>${letter.meta.map(({ label, value }) => `<p><b>${escape(label)}:</b> ${escape(value)}</p>`).join('')}</div></header>`,
    `<main>${letter.blocks.map(blockHtml).join('')}`,
    letter.seal
      ? `<div class="seal">${renderSVG(letter.seal.payload, { ecc: 'M', border: 0 })}<p>${escape(letter.seal.caption)}</p></div>`
      : '',
    `</main><footer>${escape(head?.addressLine ?? '')}</footer>`,
  ].join('');
  if (!faces) return body;
  const face = (weight: number, base64: string): string =>
    `@font-face{font-family:letter;font-weight:${weight};src:url(data:font/ttf;base64,${base64})}`;
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>${escape(letter.title)}</title><style>
    ${face(400, faces.regular)}${face(700, faces.bold)}
    @page{size:A4;margin:0}*{margin:0;padding:0;box-sizing:border-box}
    body{font:12.75pt/24pt letter;padding:8mm 12mm;width:210mm}
    .basmala{text-align:center}header{display:flex;justify-content:space-between;font-size:11.25pt;line-height:16.8pt;height:40mm}
    main{border:3px double #1f7a4f;padding:5mm;height:222mm;position:relative}
    main p{text-align:justify;text-indent:10mm}main .plain{text-indent:0}table{border-collapse:collapse;width:160mm;margin:2mm auto}
    td,th{border:.55pt solid #444;text-align:center;font-size:11.25pt;line-height:17pt;padding:3pt}th{background:#f1f4f2}
    .center{text-align:center;text-indent:0}.sign{width:78mm;margin-right:auto}
    .seal{position:absolute;left:5mm;bottom:3mm;width:18mm;font-size:9pt;line-height:14pt}footer{text-align:center;font-size:8.75pt}
    </style><body>${body}</body></html>`;
}

function blockHtml(block: LetterBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'closing':
      return `<p class="center"><b>${rich(block.text)}</b></p>`;
    case 'section':
    case 'salutation':
    case 'subject':
      return `<p class="plain"><b>${rich(block.text)}</b></p>`;
    case 'addressee':
      return `<p class="plain"><b>${escape(block.label)} ${rich(block.name)}</b></p>${block.details.map((text) => `<p class="plain">${rich(text)}</p>`).join('')}`;
    case 'paragraph':
    case 'note':
      return `<p>${rich(block.text)}</p>`;
    case 'numbered':
      return `<ol>${block.items.map(({ text }) => `<li>${rich(text)}</li>`).join('')}</ol>`;
    case 'bullets':
      return `<ul>${block.items.map((text) => `<li>${rich(text)}</li>`).join('')}</ul>`;
    case 'checklist':
      return `<ul>${block.items.map(({ text }) => `<li>${rich(text)}</li>`).join('')}</ul>`;
    case 'fields':
      return block.items
        .map(
          ({ label, value }) => `<p class="plain"><b>${escape(label)}</b> ${rich(value ?? [])}</p>`,
        )
        .join('');
    case 'table': {
      const cells = (tag: string, texts: readonly string[]): string =>
        `<tr>${texts.map((text) => `<${tag}>${escape(text)}</${tag}>`).join('')}</tr>`;
      const rows = [...block.rows, ...(block.total === null ? [] : [block.total])];
      const titles = block.columns.map(({ title }) => title);
      return `<table>${cells('th', titles)}${rows.map((row) => cells('td', row)).join('')}</table>`;
    }
    case 'signature':
      return `<div class="sign"><p class="center"><b>${escape(block.post)}</b></p><br><p class="center"><b>${escape(block.name)}</b></p></div>`;
    case 'copies':
      return block.items.map((text) => `<p class="plain">${escape(text)}</p>`).join('');
    default:
      return assertNever(block);
  }
}

function rich(text: RichText): string {
  return text
    .map((span) => (typeof span === 'string' ? escape(span) : `<b>${escape(spanText(span))}</b>`))
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

import {
  COVER_TITLE,
  FACTS_TITLE,
  TIME_LINE_TITLE,
  type DossierPartName,
} from '../../../domain/dossier/dossier.ts';
import {
  coverSheet,
  type ContentsLine,
  type DossierCover,
} from '../../../domain/dossier/dossier-cover.ts';
import { documentRegister } from '../../../domain/dossier/document-register.ts';
import { dossierSheet, type SheetFrame } from '../../../domain/dossier/dossier-sheet.ts';
import { leftOutSheet, type LeftOut } from '../../../domain/dossier/left-out.ts';
import { timeLineSheet } from '../../../domain/dossier/time-line.ts';
import type { LetterModel } from '../../../domain/letters/letter-model.ts';
import type { LetterPress } from '../letters/ports.ts';
import type { GatheredCase } from './gather-case.ts';
import type { Enclosure } from './gather-enclosures.ts';
import type { DossierPart } from './ports.ts';

export interface MadeParts {
  readonly parts: readonly DossierPart[];
  readonly pages: number;
  readonly leftOut: readonly Pick<LeftOut, 'title' | 'reason'>[];
}

/** The sheets that the branch writes about the case, besides the cover. */
export async function ownParts(
  press: LetterPress,
  frame: SheetFrame,
  file: GatheredCase,
  wanted: ReadonlySet<DossierPartName>,
): Promise<DossierPart[]> {
  const sheets: (readonly [title: string, sheet: LetterModel])[] = [];
  if (wanted.has('facts')) {
    const blocks = [...file.facts, ...documentRegister(file.documents)];
    sheets.push([FACTS_TITLE, dossierSheet(frame, FACTS_TITLE, blocks)]);
  }
  if (wanted.has('timeLine') && file.events.length > 0) {
    sheets.push([TIME_LINE_TITLE, timeLineSheet(frame, file.events)]);
  }
  const parts: DossierPart[] = [];
  for (const [title, sheet] of sheets) parts.push({ title, group: null, ...(await press(sheet)) });
  return parts;
}

/** All parts in their order under a cover that says on which page each begins. */
export async function coveredParts(
  press: LetterPress,
  frame: SheetFrame,
  cover: DossierCover,
  own: readonly DossierPart[],
  enclosures: readonly Enclosure[],
): Promise<MadeParts> {
  const behind = [...own];
  const leftOut: LeftOut[] = [];
  for (const { title, group, content } of enclosures) {
    if ('reason' in content) leftOut.push(content);
    const pages = 'reason' in content ? await press(leftOutSheet(frame, content)) : content;
    behind.push({ title, group, bytes: pages.bytes, pages: pages.pages });
  }
  const front = await pressedCover(press, frame, cover, behind);
  return {
    parts: [front, ...behind],
    pages: front.pages + pagesOf(behind),
    leftOut: leftOut.map(({ title, reason }) => ({ title, reason })),
  };
}

/** NOTE: how long the contents are decides on which page everything else begins, so they are set until that holds. */
async function pressedCover(
  press: LetterPress,
  frame: SheetFrame,
  cover: DossierCover,
  behind: readonly DossierPart[],
): Promise<DossierPart> {
  for (let pages = 1; ;) {
    const set = await press(coverSheet(frame, cover, contentsAfter(pages, behind)));
    if (set.pages <= pages) return { title: COVER_TITLE, group: null, ...set };
    pages = set.pages;
  }
}

function contentsAfter(pages: number, parts: readonly DossierPart[]): ContentsLine[] {
  let page = pages + 1;
  return parts.map((part) => {
    const line = { title: part.title, under: part.group, page };
    page += part.pages;
    return line;
  });
}

function pagesOf(parts: readonly DossierPart[]): number {
  return parts.reduce((sum, { pages }) => sum + pages, 0);
}

import { isolateFigures } from '../letters/isolate-figures.ts';
import type { LetterModel, RichText } from '../letters/letter-model.ts';
import { formatGregorian } from '../shared/hijri.ts';
import { riyadhDate, riyadhTime, type IsoInstant } from '../shared/iso-date.ts';
import { TIME_LINE_TITLE } from './dossier.ts';
import { dossierSheet, numbered, type SheetFrame } from './dossier-sheet.ts';
import { eventWords } from './dossier-words.ts';

export interface TimeLineEvent {
  readonly type: string;
  readonly at: IsoInstant;
  readonly officerName: string | null;
  readonly note: string | null;
}

/** What happened to the case, oldest first: a sentence each, with who and when. */
export function timeLineSheet(frame: SheetFrame, events: readonly TimeLineEvent[]): LetterModel {
  return dossierSheet(frame, TIME_LINE_TITLE, [numbered(events.map(eventText))]);
}

function eventText({ type, at, officerName, note }: TimeLineEvent): RichText {
  const when = `${formatGregorian(riyadhDate(at))} ${riyadhTime(at)}`;
  const words = eventWords(type);
  const said = note === null ? '' : isolateFigures(note.replace(/\s+/g, ' ').trim());
  // The name that an assignment notes completes its sentence.
  const what = type === 'assigned' ? `${words} ${said}` : said === '' ? words : `${words}: ${said}`;
  return [
    { strong: `${when}. ` },
    `${what}${/[.؟!]$/.test(what) ? '' : '.'} `,
    officerName === null ? 'من النظام.' : `(${officerName})`,
  ];
}

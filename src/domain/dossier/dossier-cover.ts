import type { LetterBlock, LetterModel } from '../letters/letter-model.ts';
import type { IsoDate, IsoInstant } from '../shared/iso-date.ts';
import { riyadhDate, riyadhTime } from '../shared/iso-date.ts';
import { isolate } from '../shared/isolate.ts';
import { maskNationalId } from '../registry/mask.ts';
import type { DossierCase, DossierIdentity } from './dossier.ts';
import { day, dossierSheet, fields, section, table, type SheetFrame } from './dossier-sheet.ts';
import { CASE_WORDS } from './dossier-words.ts';

export interface DossierCover {
  readonly kind: DossierCase;
  readonly number: string;
  readonly person: { readonly fullName: string; readonly nationalId: string };
  readonly identity: DossierIdentity;
  readonly status: string;
  /** When it came, was due and was decided, as far as it was. */
  readonly dates: readonly (readonly [label: string, on: IsoDate | null])[];
  readonly madeBy: string;
  readonly madeAt: IsoInstant;
}

/** A line of the contents: what begins on which page of the dossier. */
export interface ContentsLine {
  readonly title: string;
  /** What belongs to a title above it. */
  readonly under: string | null;
  readonly page: number;
}

/** `ملف القضية 2026-031274`, as readers show the title of the file. */
export function dossierTitle({ number }: Pick<DossierCover, 'number'>): string {
  return `ملف القضية ${isolate(number)}`;
}

/** Whose case it is, where it stands, who made the dossier when, and what stands on which page. */
export function coverSheet(
  frame: SheetFrame,
  cover: DossierCover,
  contents: readonly ContentsLine[],
): LetterModel {
  const { kind, number, person, identity, status, dates, madeBy, madeAt } = cover;
  const nationalId = identity === 'full' ? person.nationalId : maskNationalId(person.nationalId);
  const idLabel = person.nationalId.startsWith('2') ? 'رقم الإقامة' : 'السجل المدني';
  const blocks: LetterBlock[] = [
    fields(
      [
        ['رقم القضية', isolate(number)],
        ['نوعها', CASE_WORDS[kind]],
        ['المستفيد', person.fullName],
        [idLabel, isolate(nationalId)],
        ['الحالة', status],
        ...dates.map(([label, on]) => [label, day(on)] as const),
        ['أعدّ الملف', madeBy],
        ['في', `${day(riyadhDate(madeAt)) ?? ''}، الساعة ${riyadhTime(madeAt)}`],
      ],
      1,
    ),
    ...(identity === 'full'
      ? []
      : [
          {
            kind: 'note',
            text: [
              'حُجبت أرقام هوية المستفيد وحساباته في صفحات هذا الملف. الخطابات والمستندات فيه كما هي.',
            ],
          } as const,
        ]),
    section('المحتويات'),
    table(
      [
        { title: 'المحتوى', share: 40, align: 'start' },
        { title: 'الصفحة', share: 8 },
      ],
      contents.map(({ title, under, page }) => [
        under === null ? title : `${under}: ${title}`,
        String(page),
      ]),
    ),
  ];
  return dossierSheet(frame, 'ملف القضية', blocks, { withHead: true });
}

import { formatLetterDate } from '../../shared/hijri.ts';
import { isolate } from '../../shared/isolate.ts';
import type { IsoDate } from '../../shared/iso-date.ts';
import type { FactsOf, FieldCatalogue } from '../template-fields.ts';

/** What a letter that decides nothing is about. */
export interface LetterCase {
  readonly type: 'complaint' | 'objection' | 'application';
  readonly number: string;
  readonly filedOn: IsoDate | null;
}

const NOUNS = {
  complaint: { plain: 'الشكوى المالية', yours: 'شكواكم المالية', filed: 'المقدمة' },
  objection: { plain: 'الاعتراض', yours: 'اعتراضكم', filed: 'المقدم' },
  application: { plain: 'الطلب', yours: 'طلبكم', filed: 'المقدم' },
} as const;

export const caseFields = {
  caseName: {
    type: 'phrase',
    optional: true,
    ar: 'المعاملة برقمها، مثل: الشكوى المالية رقم ...',
    en: 'The case by its number, such as: the complaint number ...',
  },
  yourCase: {
    type: 'phrase',
    ar: 'المعاملة بصيغة المخاطب وتاريخها، مثل: شكواكم المالية رقم ... المقدمة في ...، أو: ملفكم لدى الفرع',
    en: 'The case as one speaks to the person, with its date: your complaint number ... filed on ..., or: your file',
  },
} as const satisfies FieldCatalogue;

export function caseFacts(of: LetterCase | null): FactsOf<typeof caseFields> {
  if (of === null) return { caseName: null, yourCase: 'ملفكم لدى الفرع' };
  return { caseName: caseName(of), yourCase: `${NOUNS[of.type].yours} ${numberAndDay(of)}` };
}

/** `الاعتراض رقم 2026-000412`. */
export function caseName({ type, number }: LetterCase): string {
  return `${NOUNS[type].plain} رقم ${isolate(number)}`;
}

/** `الاعتراض رقم 2026-000412 المقدم في …`. */
export function caseWithDay(of: LetterCase): string {
  return `${NOUNS[of.type].plain} ${numberAndDay(of)}`;
}

/** The participle that agrees with the noun: المقدمة من, المقدم من. */
export function filedBy(of: LetterCase): string {
  return `${NOUNS[of.type].filed} من`;
}

function numberAndDay({ type, number, filedOn }: LetterCase): string {
  const day = filedOn === null ? '' : ` ${NOUNS[type].filed} في ${formatLetterDate(filedOn)}`;
  return `رقم ${isolate(number)}${day}`;
}

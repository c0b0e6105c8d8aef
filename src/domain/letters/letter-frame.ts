import { formatGregorian, formatHijri, gregorianToHijri } from '../shared/hijri.ts';
import { isolate } from '../shared/isolate.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { isolateFigures } from './isolate-figures.ts';
import type {
  DecisionLetterData,
  LetterAddressee,
  LetterMark,
  LetterSettings,
} from './letter-data.ts';
import type { LetterBlock, LetterLogo, Letterhead, MetaRow } from './letter-model.ts';

const BASMALA = 'بسم الله الرحمن الرحيم';
const SALUTATION = 'السلام عليكم ورحمة الله وبركاته';

const MARKS: Readonly<Record<LetterMark, string>> = {
  confidential: 'سري',
  urgent: 'عاجل',
  veryUrgent: 'عاجل جداً',
  immediate: 'حالاً',
};

export function markWords(mark: LetterMark | null): string | null {
  return mark === null ? null : MARKS[mark];
}

/** @throws Error where the logo has not been read from the archive: whoever composes reads it first. */
export function letterheadOf(settings: LetterSettings): Letterhead {
  const lines = [settings.kingdom, settings.agency, settings.branch];
  if (settings.code !== null) lines.push(isolateFigures(settings.code));
  return {
    lines,
    basmala: BASMALA,
    logo: readLogo(settings.logo),
    addressLine: settings.addressLine === null ? null : isolateFigures(settings.addressLine),
  };
}

function readLogo(logo: LetterSettings['logo']): LetterLogo | null {
  if (logo === null || 'base64' in logo) return logo;
  throw new Error('The logo has not been read');
}

/** Number and both dates, as far as the letter has them. */
export function metaRows(number: string | null, date: IsoDate | null): MetaRow[] {
  const rows: MetaRow[] = [];
  if (number !== null) rows.push({ label: 'الرقم', value: isolate(number) });
  if (date !== null) {
    rows.push(
      { label: 'التاريخ', value: formatHijri(gregorianToHijri(date)) },
      { label: 'الموافق', value: formatGregorian(date) },
    );
  }
  return rows;
}

export function subjectBlock(subject: string): LetterBlock {
  return { kind: 'subject', text: [{ strong: 'الموضوع:' }, ` ${subject}`] };
}

/** Civil registry number, or number of the residence permit. */
export function idLabel(nationalId: string): string {
  return nationalId.startsWith('2') ? 'رقم الإقامة' : 'السجل المدني';
}

/** Article 15 of the regulation of official correspondence: full name, civil registry number, national address. */
export function personBlock(addressee: LetterAddressee): LetterBlock {
  const details = [`${idLabel(addressee.nationalId)}: ${isolate(addressee.nationalId)}`];
  if (addressee.nationalAddress !== null) {
    details.push(`العنوان الوطني: ${isolateFigures(addressee.nationalAddress)}`);
  }
  return {
    kind: 'addressee',
    label: addressee.sex === 'male' ? 'المستفيد:' : 'المستفيدة:',
    name: [addressee.name],
    details: [[details.join('، ')]],
  };
}

/** A letter to somebody who is not its subject: a committee, whom it may concern. */
export function recipientBlock(recipient: string): LetterBlock {
  return { kind: 'addressee', label: 'إلى:', name: [isolateFigures(recipient)], details: [] };
}

export function salutationBlock(): LetterBlock {
  return { kind: 'salutation', text: [SALUTATION] };
}

/** Greeting, post and name of who signs, and copies at the foot. */
export function closingBlocks(
  { signatory, copies }: Pick<DecisionLetterData, 'signatory' | 'copies'>,
  stamp: boolean,
): LetterBlock[] {
  return [
    { kind: 'closing', text: [`و${SALUTATION}`] },
    { kind: 'signature', ...signatory, stamp },
    ...(copies.length === 0
      ? []
      : [{ kind: 'copies' as const, items: copies.map(isolateFigures) }]),
  ];
}

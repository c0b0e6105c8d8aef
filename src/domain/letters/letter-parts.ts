import { formatHalalas, halalas, subtractHalalas, addHalalas } from '../shared/halalas.ts';
import type { Halalas } from '../shared/halalas.ts';
import { formatGregorian, formatHijri, gregorianToHijri } from '../shared/hijri.ts';
import { isolate } from '../shared/isolate.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { amountInWords } from './amount-words.ts';
import { accordingTo } from './article-words.ts';
import type { GrammaticalCase } from './counted-words.ts';
import { DAY, WORKING_DAY, countedWords } from './counted-words.ts';
import { isolateFigures } from './isolate-figures.ts';
import type {
  AppealPeriod,
  DecisionLetterData,
  LetterMark,
  LetterMonth,
  LetterReason,
  LetterSettings,
} from './letter-data.ts';
import {
  OFFICIAL_LAYOUT,
  type LetterBlock,
  type LetterModel,
  type Letterhead,
  type MetaRow,
} from './letter-model.ts';
import { monthName } from './months-phrase.ts';

const BASMALA = 'بسم الله الرحمن الرحيم';
const SALUTATION = 'السلام عليكم ورحمة الله وبركاته';

const MARKS: Readonly<Record<LetterMark, string>> = {
  confidential: 'سري',
  urgent: 'عاجل',
  veryUrgent: 'عاجل جداً',
  immediate: 'حالاً',
};

export function letterheadOf(settings: LetterSettings): Letterhead {
  const lines = [settings.kingdom, settings.agency, settings.branch];
  if (settings.code !== null) lines.push(isolateFigures(settings.code));
  return {
    lines,
    basmala: BASMALA,
    logo: settings.logo,
    addressLine: settings.addressLine === null ? null : isolateFigures(settings.addressLine),
  };
}

/** Everything of a decision letter but what was decided: head, addressee, greetings, signature. */
export function decisionLetter(
  data: DecisionLetterData,
  subject: string,
  decided: readonly LetterBlock[],
): LetterModel {
  return {
    title: `${subject} - ${data.number}`,
    number: isolate(data.number),
    date: data.date,
    digits: data.settings.digits,
    layout: OFFICIAL_LAYOUT,
    letterhead: letterheadOf(data.settings),
    meta: [
      ...metaRows(data.number, data.date),
      // Article 7 of the regulation of official correspondence wants the count in digits.
      { label: 'المرفقات', value: String(data.enclosures) },
    ],
    mark: data.mark === null ? null : MARKS[data.mark],
    seal: null,
    blocks: [
      { kind: 'subject', text: [{ strong: 'الموضوع:' }, ` ${subject}`] },
      addresseeOf(data),
      { kind: 'salutation', text: [SALUTATION] },
      ...decided,
      { kind: 'closing', text: [`و${SALUTATION}`] },
      { kind: 'signature', ...data.signatory, stamp: true },
      ...(data.copies.length === 0
        ? []
        : [{ kind: 'copies' as const, items: data.copies.map(isolateFigures) }]),
    ],
  };
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

function addresseeOf({ addressee }: DecisionLetterData): LetterBlock {
  const idLabel = addressee.nationalId.startsWith('2') ? 'رقم الإقامة' : 'السجل المدني';
  const details = [`${idLabel}: ${isolate(addressee.nationalId)}`];
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

export function paragraph(...text: Extract<LetterBlock, { kind: 'paragraph' }>['text']) {
  return { kind: 'paragraph', text } as const satisfies LetterBlock;
}

/** Numbered reasons; each ends in the article that it rests on and a full stop. */
export function numberedReasons(reasons: readonly LetterReason[]): LetterBlock {
  return {
    kind: 'numbered',
    items: reasons.map(({ text, article }, index) => ({
      marker: `${index + 1}.`,
      text: [sentence(article === null ? text : `${withoutStop(text)}، ${accordingTo(article)}`)],
    })),
  };
}

/** One line of an officer's text, its figures isolated, ending in a full stop. */
export function sentence(text: string): string {
  const clean = isolateFigures(text.replace(/\s+/g, ' ').trim());
  return /[.؟!:]$/.test(clean) ? clean : `${clean}.`;
}

export function withoutStop(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.،؛]+$/, '');
}

/** `(1,320.00) ألف وثلاثمئة وعشرون ريالاً`. */
export function amountWithWords(amount: Halalas, grammaticalCase: GrammaticalCase): string {
  return `(${formatHalalas(amount)}) ${amountInWords(amount, grammaticalCase)}`;
}

export function differenceOf(months: readonly LetterMonth[]): Halalas {
  return subtractHalalas(
    addHalalas(...months.map((month) => month.due)),
    addHalalas(...months.map((month) => month.paid)),
  );
}

/** What was due and paid a month; the total stands under more than one month. */
export function monthsTable(months: readonly LetterMonth[]): LetterBlock {
  const row = (title: string, due: Halalas, paid: Halalas): string[] => [
    title,
    ...[due, paid, subtractHalalas(due, paid)].map(figure),
  ];
  const total = (pick: (month: LetterMonth) => Halalas): Halalas =>
    halalas(months.reduce((sum, month) => sum + pick(month), 0));
  return {
    kind: 'table',
    columns: [
      { title: 'الشهر', share: 13 },
      { title: 'المعاش المحتسب', share: 14 },
      { title: 'المصروف', share: 12 },
      { title: 'الفرق (ريال)', share: 12 },
    ],
    rows: months.map(({ month, due, paid }) => row(monthName(month), due, paid)),
    total:
      months.length < 2
        ? null
        : row(
            'المجموع',
            total((month) => month.due),
            total((month) => month.paid),
          ),
  };
}

function figure(amount: Halalas): string {
  const text = formatHalalas(amount);
  return amount < 0 ? isolate(text) : text;
}

/**
 * The right of appeal: against refusal of an application within days of the decision (REG 5), against
 * any other measure within days of its notice (REG 28).
 */
export function rightOfAppeal(against: 'refusal' | 'measure', period: AppealPeriod): LetterBlock {
  const days = countedWords(
    period.days,
    period.count === 'working' ? WORKING_DAY : DAY,
    'accusative',
  );
  const from = against === 'refusal' ? 'تاريخ القرار' : 'تاريخ تبليغكم به';
  const article = accordingTo(against === 'refusal' ? 'REG 5' : 'REG 28');
  return paragraph(
    `ولكم حق التظلم من هذا القرار أمام اللجنة المختصة خلال مدة لا تتجاوز ${days} من ${from}، ${article}.`,
  );
}

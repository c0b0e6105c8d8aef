import type { InputOf } from '../../../../contract/api.ts';
import type { LetterKind } from '../../../../domain/letters/letter-kinds.ts';
import { halalas, type Halalas } from '../../../../domain/shared/halalas.ts';
import { isIsoDate, isIsoMonth, type IsoDate } from '../../../../domain/shared/iso-date.ts';

export type DraftContent = InputOf<'letters.createDraft'>['content'];

/** `lines`: one item a line. `papers` and `reasons` are lines that become rows of their own. */
export type DraftFieldType =
  'line' | 'prose' | 'lines' | 'papers' | 'reasons' | 'date' | 'month' | 'amount';

export interface DraftField {
  readonly name: string;
  readonly type: DraftFieldType;
  readonly isRequired?: true;
}

/** What an officer says of each kind that he writes by hand, beyond what the registry knows. */
export const DRAFT_FORMS = {
  documentsRequest: [
    { name: 'documents', type: 'papers', isRequired: true },
    { name: 'deliverBy', type: 'date', isRequired: true },
    { name: 'note', type: 'prose' },
  ],
  pensionCertificate: [
    { name: 'monthlyPension', type: 'amount', isRequired: true },
    { name: 'asOf', type: 'date', isRequired: true },
    { name: 'since', type: 'month' },
    { name: 'lastPaid', type: 'month' },
    { name: 'forWhom', type: 'line' },
  ],
  complaintForm: [
    { name: 'month', type: 'month' },
    { name: 'expected', type: 'amount' },
    { name: 'received', type: 'amount' },
    { name: 'why', type: 'prose' },
    { name: 'mobile', type: 'line' },
  ],
  ineligibility: [
    { name: 'reasons', type: 'reasons', isRequired: true },
    { name: 'note', type: 'prose' },
  ],
  pensionStopped: [
    { name: 'from', type: 'month', isRequired: true },
    { name: 'reasons', type: 'reasons', isRequired: true },
    { name: 'steps', type: 'lines' },
  ],
  plain: [{ name: 'paragraphs', type: 'lines', isRequired: true }],
} as const satisfies Partial<Record<LetterKind, readonly DraftField[]>>;

export type DraftKind = keyof typeof DRAFT_FORMS;
export const DRAFT_KINDS = Object.keys(DRAFT_FORMS) as DraftKind[];

export function isDraftKind(kind: string): kind is DraftKind {
  return Object.hasOwn(DRAFT_FORMS, kind);
}

export function fieldsOf(kind: DraftKind): readonly DraftField[] {
  return DRAFT_FORMS[kind];
}

/** The fields as they are typed: amounts in halalas, days and months as the calendar has them. */
export type Typed = Readonly<Record<string, string | IsoDate | Halalas | null>>;

/** What is kept of what was typed; blank fields are left out, and the backend says what is missing. */
export function contentOf(kind: DraftKind, typed: Typed, subject: string): DraftContent {
  const content: DraftContent = kind === 'plain' ? { title: subject } : {};
  for (const { name, type } of fieldsOf(kind)) {
    const value = typed[name];
    if (value === undefined || value === null || value === '') continue;
    const text = String(value).trim();
    if (type === 'amount') content[name] = Number(value);
    else if (type === 'lines') content[name] = linesOf(text);
    else if (type === 'papers') {
      content[name] = linesOf(text).map((line) => ({ text: line, received: false }));
    } else if (type === 'reasons') {
      content[name] = linesOf(text).map((line) => ({ text: line, article: null }));
    } else content[name] = text;
  }
  return content;
}

/** A draft back in the fields in which it was typed. */
export function typedOf(kind: DraftKind, content: DraftContent): Typed {
  return Object.fromEntries(
    fieldsOf(kind).map(({ name, type }) => [name, fieldOf(type, content[name])]),
  );
}

function fieldOf(type: DraftFieldType, value: DraftContent[string] | undefined) {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) {
    return value
      .map((item) =>
        item !== null && typeof item === 'object' && 'text' in item ? item['text'] : item,
      )
      .filter((line) => typeof line === 'string')
      .join('\n');
  }
  if (type === 'amount') return typeof value === 'number' ? halalas(value) : null;
  return typeof value === 'string' ? value : null;
}

/** Names of the fields that are missing or no day, month or amount. */
export function missingFields(kind: DraftKind, typed: Typed): readonly string[] {
  return fieldsOf(kind)
    .filter(({ name, type, isRequired }) => {
      const value = typed[name] ?? null;
      if (value === null || String(value).trim() === '') return isRequired === true;
      if (type === 'date') return !isIsoDate(String(value));
      if (type === 'month') return !isIsoMonth(String(value).trim());
      return false;
    })
    .map(({ name }) => name);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

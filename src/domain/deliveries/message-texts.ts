import { latinDigits, searchKey } from '../shared/search-key.ts';
import { refuse, ok, type Refusal, type Result } from '../shared/result.ts';

/** The editable texts of a channel; what stands in braces is filled in from the letter. */
export const EMAIL_FIELDS = ['number', 'subject', 'date', 'branch'] as const;
/** An SMS is read on a locked screen by whoever holds the phone: not even what the letter is about stands in it. */
export const SMS_FIELDS = ['number', 'date', 'branch'] as const;

export interface LetterFields {
  readonly number: string;
  readonly subject: string;
  readonly date: string;
  readonly branch: string;
}

export const DEFAULT_EMAIL_SUBJECT = 'خطاب رقم {number}: {subject}';
export const DEFAULT_EMAIL_TEXT = [
  'السلام عليكم ورحمة الله وبركاته',
  '',
  'نرفق لكم خطاب {branch} رقم {number} وتاريخ {date}: {subject}.',
  '',
  'الخطاب ملف PDF مرفق بهذه الرسالة. وللاستفسار نأمل مراجعة الفرع مع ذكر رقم الخطاب.',
  '',
  '{branch}',
].join('\n');
export const DEFAULT_SMS_TEXT =
  '{branch}: صدر لكم الخطاب رقم {number} بتاريخ {date}. نأمل مراجعة الفرع لتسلمه.';

const BRACES = /\{([^{}]*)\}/gu;

/** Refuses a text with a field that is not one of `fields`. Error: DELIVERY_TEXT_FIELD with the field's name. */
export function checkFields(
  text: string,
  fields: readonly string[],
): Result<null, Refusal<'DELIVERY_TEXT_FIELD'>> {
  for (const [, name = ''] of text.matchAll(BRACES)) {
    if (!fields.includes(name)) return refuse('DELIVERY_TEXT_FIELD', { field: name });
  }
  return ok(null);
}

/** Fills the fields; figures that Arabic letters before them would turn about are kept in order by a mark. */
export function fillFields(text: string, letter: LetterFields): string {
  const values: Readonly<Record<string, string>> = { ...letter };
  return text.replace(BRACES, (whole, name: string) =>
    values[name] === undefined ? whole : inOrder(values[name]),
  );
}

/** NOTE: isolates would say it better, but old mail readers and phones show them as boxes. */
const inOrder = (text: string): string => text.replace(/\d+(?:-\d+)+/gu, '\u200e$&');

const IBAN_LIKE = /SA[\s-]*(?:\d[\s-]*){22}/iu;
/** National IDs begin with 1, residents' with 2; ten digits, however they are set apart. */
const ID_LIKE = /(?<![\d])[12](?:[\s-]?\d){9}(?![\d])/u;
/** `2026-031274`: a ticket has as many digits as an ID. */
const CASE_NUMBER = /(?<!\d)20\d\d-\d{6}(?!\d)/gu;

/**
 * Refuses a text that holds an IBAN or a whole ID, the person's own or what looks like anybody's, in any digits; an SMS
 * must not name the person either.
 * Error: DELIVERY_TEXT_PERSONAL with `what`: iban, nationalId or name.
 */
export function checkPersonal(
  text: string,
  channel: 'email' | 'sms',
  person: { readonly name: string; readonly nationalId: string },
): Result<null, Refusal<'DELIVERY_TEXT_PERSONAL'>> {
  const digits = latinDigits(text);
  if (IBAN_LIKE.test(digits)) return refuse('DELIVERY_TEXT_PERSONAL', { what: 'iban' });
  const isOwnId = digits.replace(/[\s-]+/gu, '').includes(person.nationalId);
  if (isOwnId || ID_LIKE.test(digits.replace(CASE_NUMBER, ''))) {
    return refuse('DELIVERY_TEXT_PERSONAL', { what: 'nationalId' });
  }
  const name = searchKey(person.name);
  if (channel === 'sms' && name !== '' && ` ${searchKey(text)} `.includes(` ${name} `)) {
    return refuse('DELIVERY_TEXT_PERSONAL', { what: 'name' });
  }
  return ok(null);
}

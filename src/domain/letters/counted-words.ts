/** Words for numbers in Arabic: gender, number and case of the thing counted. */
export interface CountedNoun {
  readonly gender: 'masculine' | 'feminine';
  readonly singular: string;
  /** Without its ending, which the case decides: `ريال` of ريالان, `هللت` of هللتان. */
  readonly dualStem: string;
  readonly plural: string;
  /** After 11 to 99: `ريالاً`. */
  readonly accusative: string;
  /** What the noun governs, as عمل in يوم عمل; it takes the endings off the noun. */
  readonly complement?: string;
}

/** مرفوع, منصوب, مجرور. */
export type GrammaticalCase = 'nominative' | 'accusative' | 'genitive';

export const RIYAL: CountedNoun = {
  gender: 'masculine',
  singular: 'ريال',
  dualStem: 'ريال',
  plural: 'ريالات',
  accusative: 'ريالاً',
};

export const HALALA: CountedNoun = {
  gender: 'feminine',
  singular: 'هللة',
  dualStem: 'هللت',
  plural: 'هللات',
  accusative: 'هللة',
};

export const DAY: CountedNoun = {
  gender: 'masculine',
  singular: 'يوم',
  dualStem: 'يوم',
  plural: 'أيام',
  accusative: 'يوماً',
};

export const INSTALMENT: CountedNoun = {
  gender: 'masculine',
  singular: 'قسط',
  dualStem: 'قسط',
  plural: 'أقساط',
  accusative: 'قسطاً',
};

export const WORKING_DAY: CountedNoun = { ...DAY, complement: 'عمل' };

const SCALES: readonly { readonly value: number; readonly noun: CountedNoun }[] = [
  { value: 1e12, noun: scale('تريليون', 'تريليونات') },
  { value: 1e9, noun: scale('مليار', 'مليارات') },
  { value: 1e6, noun: scale('مليون', 'ملايين') },
  { value: 1e3, noun: scale('ألف', 'آلاف') },
];
const LIMIT = 1e15;

function scale(singular: string, plural: string): CountedNoun {
  return {
    gender: 'masculine',
    singular,
    dualStem: singular,
    plural,
    accusative: `${singular}اً`,
  };
}

const UNITS_WITH_MASCULINE = [
  '',
  'واحد',
  '',
  'ثلاثة',
  'أربعة',
  'خمسة',
  'ستة',
  'سبعة',
  'ثمانية',
  'تسعة',
  'عشرة',
];
const UNITS_WITH_FEMININE = [
  '',
  'إحدى',
  '',
  'ثلاث',
  'أربع',
  'خمس',
  'ست',
  'سبع',
  'ثماني',
  'تسع',
  'عشر',
];
const TENS = ['', '', 'عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];
const HUNDREDS = [
  '',
  'مئة',
  '',
  'ثلاثمئة',
  'أربعمئة',
  'خمسمئة',
  'ستمئة',
  'سبعمئة',
  'ثمانمئة',
  'تسعمئة',
];

/**
 * A number of things in words: `countedWords(1320, RIYAL)` is ألف وثلاثمئة وعشرون ريالاً.
 * @throws RangeError unless the count is an integer from 0 to below 10^15.
 */
export function countedWords(
  count: number,
  noun: CountedNoun,
  grammaticalCase: GrammaticalCase = 'nominative',
): string {
  if (!Number.isSafeInteger(count) || count < 0 || count >= LIMIT) {
    throw new RangeError(`No words for the count ${count}`);
  }
  if (count === 0) return `صفر ${governing(noun, noun.singular)}`;
  const rest = count % 100;
  // After hundreds and thousands one and two are things of their own: مئة ريال وريال واحد.
  if (count > 2 && (rest === 1 || rest === 2)) {
    const whole = countedWords(count - rest, noun, grammaticalCase);
    return `${whole} و${countedGroup(rest, noun, grammaticalCase, false)}`;
  }
  const parts: string[] = [];
  let left = count;
  for (const { value, noun: scaleNoun } of SCALES) {
    const group = Math.floor(left / value);
    left -= group * value;
    if (group === 0) continue;
    parts.push(scaledGroup(group, scaleNoun, grammaticalCase, left === 0));
  }
  if (left === 0) return `${parts.join(' و')} ${governing(noun, noun.singular)}`;
  parts.push(countedGroup(left, noun, grammaticalCase, false));
  return parts.join(' و');
}

/** 1 to 999 thousands or millions; `construct` when the counted noun follows at once. */
function scaledGroup(
  group: number,
  noun: CountedNoun,
  grammaticalCase: GrammaticalCase,
  construct: boolean,
): string {
  const rest = group % 100;
  if (group === 1) return single(noun, grammaticalCase, construct);
  if (group > 2 && (rest === 1 || rest === 2)) {
    const hundreds = countedGroup(group - rest, noun, grammaticalCase, construct);
    const last =
      rest === 1
        ? single(noun, grammaticalCase, construct)
        : dual(noun, grammaticalCase, construct);
    return `${hundreds} و${last}`;
  }
  return countedGroup(group, noun, grammaticalCase, construct);
}

/** 1 to 999 of a noun, but not 101, 102, 201 and so on. */
function countedGroup(
  count: number,
  noun: CountedNoun,
  grammaticalCase: GrammaticalCase,
  construct: boolean,
): string {
  const feminine = noun.gender === 'feminine';
  if (count === 1) {
    const bare = construct || noun.complement !== undefined;
    const one = feminine ? 'واحدة' : unitOne(grammaticalCase);
    return `${governing(noun, single(noun, grammaticalCase, bare))} ${one}`;
  }
  if (count === 2) return dual(noun, grammaticalCase, construct);
  const hundreds = Math.floor(count / 100);
  const rest = count % 100;
  if (rest === 0) {
    const word = hundreds === 2 ? twoHundred(grammaticalCase, true) : (HUNDREDS[hundreds] ?? '');
    return `${word} ${governing(noun, noun.singular)}`;
  }
  const below = belowHundred(rest, feminine, grammaticalCase);
  const after = hundreds === 2 ? twoHundred(grammaticalCase, false) : HUNDREDS[hundreds];
  const words = hundreds === 0 ? below : `${after} و${below}`;
  if (rest <= 10) return `${words} ${governing(noun, noun.plural)}`;
  const bare = construct || noun.complement !== undefined;
  return `${words} ${governing(noun, bare ? noun.singular : noun.accusative)}`;
}

function governing(noun: CountedNoun, form: string): string {
  return noun.complement === undefined ? form : `${form} ${noun.complement}`;
}

/** One of a noun, and of thousands and millions that something follows: ألفاً وثلاثمئة, but ألف ريال. */
function single(noun: CountedNoun, grammaticalCase: GrammaticalCase, construct: boolean): string {
  return grammaticalCase === 'accusative' && !construct ? noun.accusative : noun.singular;
}

function unitOne(grammaticalCase: GrammaticalCase): string {
  return grammaticalCase === 'accusative' ? 'واحداً' : 'واحد';
}

function dual(noun: CountedNoun, grammaticalCase: GrammaticalCase, construct: boolean): string {
  const bare = construct || noun.complement !== undefined;
  return governing(noun, `${noun.dualStem}${dualEnding(grammaticalCase)}${bare ? '' : 'ن'}`);
}

function dualEnding(grammaticalCase: GrammaticalCase): string {
  return grammaticalCase === 'nominative' ? 'ا' : 'ي';
}

function twoHundred(grammaticalCase: GrammaticalCase, construct: boolean): string {
  return `مئت${dualEnding(grammaticalCase)}${construct ? '' : 'ن'}`;
}

function belowHundred(count: number, feminine: boolean, grammaticalCase: GrammaticalCase): string {
  const units = feminine ? UNITS_WITH_FEMININE : UNITS_WITH_MASCULINE;
  if (count <= 10) return units[count] ?? '';
  if (count === 11) return feminine ? 'إحدى عشرة' : 'أحد عشر';
  if (count === 12) {
    const two = `${feminine ? 'اثنت' : 'اثن'}${dualEnding(grammaticalCase)}`;
    return `${two} ${feminine ? 'عشرة' : 'عشر'}`;
  }
  if (count < 20) return `${units[count - 10]} ${feminine ? 'عشرة' : 'عشر'}`;
  const tens = `${TENS[Math.floor(count / 10)]}${grammaticalCase === 'nominative' ? 'ون' : 'ين'}`;
  const unit = count % 10;
  if (unit === 0) return tens;
  if (unit === 2) {
    return `${feminine ? 'اثنت' : 'اثن'}${dualEnding(grammaticalCase)}ن و${tens}`;
  }
  if (unit === 1 && !feminine) return `${unitOne(grammaticalCase)} و${tens}`;
  // An indefinite ثماني keeps its last letter in the accusative alone: ثمانٍ وعشرون, ثمانياً وعشرين.
  if (feminine && unit === 8) {
    return `${grammaticalCase === 'accusative' ? 'ثمانياً' : 'ثمانٍ'} و${tens}`;
  }
  return `${units[unit]} و${tens}`;
}

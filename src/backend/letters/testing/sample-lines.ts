/** Lines that have gone wrong in other typesetters: bidi, marks, brackets, figures. */
export const FIXED_LINES: readonly string[] = [
  'قرار لجنة التظلمات رقم 1446 بشأن طلبكم',
  'لا إله إلا الله، والأمر لأهله ولآبائهم',
  'مُحَمَّدٌ رَسُولٌ كَرِيمٌ وَشُكْرًا جَزِيلًا',
  'العـــنـــوان: الريـــاض',
  'الأرقام ٠١٢٣٤٥٦٧٨٩ والمبلغ ١٬٢٣٤٫٥٠ ريال',
  'المبلغ المستحق 12,500.75 ر.س فقط لا غير',
  'رقم الآيبان: SA03 8000 0000 6080 1016 7519',
  'تاريخ القرار 1446/05/12هـ الموافق 2024/11/14م',
  'تاريخ الإصدار 2024-11-14 (حسب التقويم)',
  'النسبة 25% ثم ٣٠٪ من (الأجر الأساسي)',
  'وفقًا للمادة (15/ب) من اللائحة [الملحق 2]',
  'راجع نظام Microsoft Teams أو البريد info@example.com للمزيد',
  'اسم المستفيد: John A. Smith (مقيم)',
  'هاتف: 0112345678 أو +966 50 123 4567',
  'القيمة بين «عشرة» و"عشرين" تقريبًا؛ أليس كذلك؟',
  'رمز القضية ABC-123/ع لعام 1446',
  'English first ثم العربية then English again',
  '(أ) البند الأول؛ (ب) البند الثاني: 1-2-3',
  'پچژگ ي ى ئ ؤ ء آ أ إ ة',
  'س = 3 × (4 + 5) / 2',
  'الحساب 1234 5678 9012 مغلق والرصيد -250.00 ريال',
  'سجل المنافذ برقم 4471-AB وتاريخ 2026-10-03',
  'المعاش 1,320.00 ⃁ بدءاً من 2026-12-01',
];

/** A seeded generator (mulberry32): the same lines on every machine. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const RARE_LETTERS = [...'أإآؤئءةى'];
const MARKS = [...'\u064b\u064c\u064d\u064e\u064f\u0650\u0652'];
const SHADDA = '\u0651';

/** Random Arabic lines with the figures, names and brackets of letters among the words. */
export function randomLines(count: number, seed: number): string[] {
  const below = random(seed);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  const word = (): string => {
    let text = below(4) === 0 ? 'ال' : '';
    for (let left = 2 + below(6); left > 0; left--) {
      text += below(9) === 0 ? pick(RARE_LETTERS) : pick(LETTERS);
      if (below(14) === 0) text += (below(4) === 0 ? SHADDA : '') + pick(MARKS);
    }
    return text;
  };
  const tokens: readonly (() => string)[] = [
    () => String(below(100_000)),
    () => `${1400 + below(60)}/${1 + below(12)}/${1 + below(29)}هـ`,
    () => `2026-0${1 + below(9)}-1${below(10)}`,
    () => pick(['Oracle', 'SAP ERP', 'info@example.com', 'PDF', 'v2.1', 'X-12', '77-AB']),
    () => `(${word()})`,
    () => `${below(100)}%`,
    () => String(below(99_999)).replace(/\d/g, (digit) => String.fromCharCode(0x660 + +digit)),
    () => word() + pick(['،', '؛', ':', '.']),
    () => `«${word()} ${word()}»`,
    () => `${below(900)},${100 + below(900)}.${10 + below(90)} ر.س`,
    () => `-${below(9000)}.50`,
    word,
    word,
    word,
    word,
  ];
  return Array.from({ length: count }, () =>
    [word(), ...Array.from({ length: 4 }, () => pick(tokens)())].join(' '),
  );
}

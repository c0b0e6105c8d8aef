import type { NationalAddress } from '../registry/household-fact.ts';
import type { Random } from './random.ts';

interface District {
  readonly name: string;
  readonly city: string;
  /** First three digits of the postal code. */
  readonly postal: string;
}

const RIYADH = 'الرياض';

/** The north of one city and the towns around it: what a branch serves. */
const DISTRICTS: readonly District[] = [
  ...[
    'حي العليا',
    'حي الياسمين',
    'حي النرجس',
    'حي الصحافة',
    'حي الملقا',
    'حي العقيق',
    'حي الربيع',
    'حي النفل',
    'حي الغدير',
    'حي الوادي',
    'حي المروج',
    'حي الازدهار',
    'حي التعاون',
    'حي المصيف',
    'حي الفلاح',
    'حي الندى',
    'حي القيروان',
    'حي العارض',
    'حي حطين',
    'حي الرائد',
    'حي المغرزات',
    'حي الملك سلمان',
  ].map((name) => ({ name, city: RIYADH, postal: '133' })),
  { name: 'حي الفيصلية', city: 'الدرعية', postal: '137' },
  { name: 'حي الخالدية', city: 'الدرعية', postal: '137' },
  { name: 'حي الروضة', city: 'حريملاء', postal: '159' },
  { name: 'حي السلام', city: 'رماح', postal: '155' },
  { name: 'حي النهضة', city: 'ثادق', postal: '158' },
];

const STREETS = [
  'شارع الأمير سلطان',
  'شارع الملك خالد',
  'شارع عثمان بن عفان',
  'شارع أبي بكر الصديق',
  'شارع الإمام مسلم',
  'شارع ابن كثير',
  'شارع الأندلس',
  'شارع القيروان',
  'شارع وادي الرمة',
  'شارع جبل طويق',
  'شارع النخيل',
  'شارع السدر',
  'شارع الغدير',
  'شارع الفرات',
  'شارع اليمامة',
  'شارع سدير',
  'شارع الوشم',
  'شارع المحمل',
  'شارع حطين',
  'شارع اليرموك',
] as const;

export function drawAddress(random: Random): NationalAddress {
  const { name, city, postal } = random.pick(DISTRICTS);
  const buildingNo = String(random.int(2001, 8999));
  const additionalNo = String(random.int(2001, 8999));
  const postalCode = `${postal}${random.int(10, 99)}`;
  const street = random.pick(STREETS);
  // Short addresses are made of letters of the region and the district, and of the building's number.
  const short = `R${SHORT_LETTERS[DISTRICT_PLACES.get(name) ?? 0] ?? 'RAA'}${buildingNo}`;
  return { buildingNo, street, district: name, city, postalCode, additionalNo, short };
}

const DISTRICT_PLACES = new Map(DISTRICTS.map(({ name }, place) => [name, place]));
const SHORT_LETTERS = DISTRICTS.map((_, place) => {
  const letter = (value: number): string => String.fromCharCode(65 + (value % 26));
  return `${letter(place * 7)}${letter(place * 11 + 3)}${letter(place * 5 + 8)}`;
});

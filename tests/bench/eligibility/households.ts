/** Invented households, each made from its number alone. */
import type { FactData, FactKind } from '../../../src/domain/registry/household-fact.ts';
import { dataText } from '../../../src/backend/db/repos/household-fact-rows.ts';
import { halalas } from '../../../src/domain/shared/halalas.ts';
import type { IsoDate } from '../../../src/domain/shared/iso-date.ts';

/** `beneficiary_no, seq, record, kind, subject, data, valid_from, valid_to, recorded_in`. */
export type FactRow = [
  number,
  number,
  number,
  FactKind,
  number,
  string,
  string,
  string | null,
  number,
];

/** The same household always draws the same numbers. */
function drawer(seed: number): (below: number) => number {
  let state = (seed * 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return state % below;
  };
}

const NAMES = ['محمد العتيبي', 'فاطمة الحربي', 'عبدالله القحطاني', 'نورة الزهراني', 'سعد الشهري'];
const date = (year: number, draw: (below: number) => number): IsoDate =>
  `${year}-0${1 + draw(9)}-1${draw(9)}` as IsoDate;

/** Four people on average, an income or more in two of three, now and then property or a stay abroad. */
export function householdRows(no: number, change: number): FactRow[] {
  const draw = drawer(no);
  const rows: FactRow[] = [];
  const add = <Kind extends FactKind>(
    kind: Kind,
    subject: number,
    data: FactData[Kind],
    from = '2024-02-01',
    to: string | null = null,
  ): void => {
    const seq = rows.length + 1;
    rows.push([no, seq, seq, kind, subject, dataText(data), from, to, change]);
  };
  const dependants = draw(7);
  add('household', 0, {
    kind: dependants === 0 ? 'independent' : 'family',
    applicationDate: date(2023, draw),
    families: draw(200) === 0 ? 2 : 1,
  });
  add('contact', 0, {
    phone: `05${String(no).padStart(8, '0')}`,
    email: null,
    address: null,
    addressLine: 'حي النسيم، شارع ٤٢',
  });
  for (let subject = 0; subject <= dependants; subject += 1) {
    const isHead = subject === 0;
    add('person', subject, {
      name: NAMES[draw(NAMES.length)] ?? '',
      nationalId: String(1_000_000_000 + no * 10 + subject),
      sex: draw(2) === 0 ? 'male' : 'female',
      birthDate: date(isHead ? 1950 + draw(45) : 1990 + draw(34), draw),
      birthTyped: null,
      nationality: 'saudi',
      relation: isHead ? null : subject === 1 ? 'spouse' : 'child',
      dependantKind: isHead ? null : 'ward',
      student: !isHead && draw(4) === 0,
      disabled: draw(50) === 0,
      deceasedOn: null,
    });
  }
  add('dwelling', 0, { tenure: 'rented', proof: 'lease', proofNumber: `L${no}`, address: null });
  const types = [
    'wage',
    'retirementPension',
    'rent',
    'citizenAccount',
    'business',
    'socialAid',
  ] as const;
  for (let left = draw(4); left > 0; left -= 1) {
    const type = types[draw(types.length)] ?? 'wage';
    const amount = halalas(20_000 + draw(280) * 1000);
    add('income', draw(dependants + 1), { type, amount, per: 'month', from: '' });
  }
  if (draw(6) === 0)
    add('asset', 0, { type: 'car', value: null, count: 1 + draw(3), description: '' });
  if (draw(12) === 0)
    add('asset', 0, {
      type: 'liquid',
      value: halalas(draw(900) * 10_000),
      count: null,
      description: '',
    });
  if (draw(25) === 0)
    add(
      'stay',
      draw(dependants + 1),
      { place: 'abroad', where: '' },
      '2023-01-05',
      `2023-0${2 + draw(6)}-20`,
    );
  return rows;
}

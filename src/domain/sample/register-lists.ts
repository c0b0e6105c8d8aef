import { halalas, halalasToDecimal } from '../shared/halalas.ts';
import { addMonths, dayOfMonth, monthOf, type IsoDate } from '../shared/iso-date.ts';
import { incomesOf } from './sample-corrections.ts';
import { samplePerson, type SamplePerson } from './sample-person.ts';

/** The list of a register: titles, and rows that agree with the branch but for a few. */
export interface RegisterList {
  readonly name: 'civil' | 'income';
  readonly lines: readonly string[];
}

/** People whom a list speaks of; of a region too, since a list is looked through by hand. */
const LISTED = 60;

const RELATIONS = {
  spouse: { male: 'زوج', female: 'زوجة' },
  child: { male: 'ابن', female: 'ابنة' },
  parent: { male: 'والد', female: 'والدة' },
  sibling: { male: 'أخ', female: 'أخت' },
  other: { male: 'غير ذلك', female: 'غير ذلك' },
} as const;
const SEXES = { male: 'ذكر', female: 'أنثى' } as const;

/** Lists of two registers about people at the end of the sample, with differences of each kind and a row that nobody can read. */
export function registerLists(seed: number, size: number, today: IsoDate): RegisterList[] {
  const people: SamplePerson[] = [];
  for (let index = Math.max(0, size - LISTED); index < size; index += 1) {
    people.push(samplePerson(seed, index, today));
  }
  const since = dayOfMonth(addMonths(monthOf(today), -1), 1);
  return [
    { name: 'civil', lines: civilLines(people, since) },
    { name: 'income', lines: incomeLines(people, since) },
  ];
}

/** Of all that are listed: one birth date is another, one head has died, one child and one person are not known here. */
function civilLines(people: readonly SamplePerson[], since: IsoDate): string[] {
  const lines = people.flatMap((person, place) => {
    const { nationalId, name, sex, birthDate } = person;
    const born = place === 4 ? dayOfMonth(monthOf(birthDate), 28) : birthDate;
    const died = place === 9 ? since : '';
    const head = [nationalId, name, born, SEXES[sex], died, '', '', ''].join(',');
    const dependants = person.facts.flatMap((fact) => {
      if (fact.kind !== 'person' || fact.subject === 0 || fact.data.relation === null) return [];
      const { data } = fact;
      const whose = RELATIONS[fact.data.relation][data.sex ?? 'female'];
      const birth = [data.nationalId, data.name, data.birthDate, SEXES[data.sex ?? 'female']];
      return [[...birth, '', nationalId, whose, ''].join(',')];
    });
    return [head, ...dependants];
  });
  const family = people.find(({ kind, index }) => kind === 'family' && index % 10 !== 9);
  const unknown = [
    `1000000008,جود محمد سعد الحربي,${since},أنثى,,${family?.nationalId ?? ''},ابنة,${since}`,
    '2345678904,كريم عادل فؤاد منصور,1990-01-01,ذكر,,,,',
    '123,سجل ناقص,1990-13-01,ذكر,,,,',
  ];
  const titles =
    'رقم الهوية,الاسم,تاريخ الميلاد,الجنس,تاريخ الوفاة,هوية رب الأسرة,صلة القرابة,تاريخ السريان';
  return [titles, ...lines, ...unknown];
}

const LIST_WORDS = { wage: 'راتب', retirementPension: 'تقاعد', business: 'نشاط تجاري' } as const;

/** Of all that are listed: every fourth income is higher than the branch knows it, and two people earn what it does not know. */
function incomeLines(people: readonly SamplePerson[], since: IsoDate): string[] {
  let place = 0;
  const lines = people.flatMap((person) =>
    incomesOf(person).flatMap(({ subject, data: { type, amount, per } }) => {
      if (subject !== 0 || !isListed(type)) return [];
      place += 1;
      const isHigher = place % 4 === 0;
      const stated = halalasToDecimal(isHigher ? halalas(amount + 45_000) : amount);
      const { nationalId, name } = person;
      const from = isHigher ? since : '';
      const often = per === 'year' ? 'سنوي' : 'شهري';
      return [
        `${nationalId},${name},${LIST_WORDS[type]},${stated},${often},مؤسسة التشغيل,${from},`,
      ];
    }),
  );
  const newcomers = people.filter((one) => incomesOf(one).length === 0).slice(0, 2);
  for (const { nationalId, name } of newcomers) {
    lines.push(`${nationalId},${name},راتب,3200.00,شهري,شركة النقل,${since},`);
  }
  const last = people.at(-1);
  lines.push(`${last?.nationalId ?? ''},${last?.name ?? ''},راتب,غير محدد,شهري,شركة النقل,,`);
  return ['رقم الهوية,الاسم,نوع الدخل,المبلغ,الدورية,جهة العمل,من تاريخ,إلى تاريخ', ...lines];
}

function isListed(type: string): type is keyof typeof LIST_WORDS {
  return type in LIST_WORDS;
}

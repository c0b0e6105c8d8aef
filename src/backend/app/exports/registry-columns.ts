import type { DuplicatePairRow } from '../../../contract/duplicates.ts';
import type {
  DifferenceRow,
  ShownValue,
  UpdateRequestRow,
} from '../../../contract/government-records.ts';
import { formatHalalas } from '../../../domain/shared/halalas.ts';
import { count, date, text, type Columns, type Words } from './cells.ts';

export const duplicateColumns: Columns<DuplicatePairRow> = {
  person: ({ one }) => text(one.name),
  nationalId: ({ one }) => text(one.maskedNationalId),
  other: ({ other }) => text(other.name),
  otherId: ({ other }) => text(other.maskedNationalId),
  score: ({ score }) => count(score),
  ground: ({ grounds }, words) => text(grounds.map((one) => words('ground', one)).join('، ')),
  status: ({ status }, words) => text(words('status', status)),
};

export const differenceColumns: Columns<DifferenceRow> = {
  line: ({ line }) => count(line),
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  head: ({ head }) => text(head?.name ?? null),
  field: ({ field }, words) => text(words('field', field)),
  outcome: ({ outcome }, words) => text(words('outcome', outcome)),
  ours: ({ ours }, words) => text(ours === null ? null : valueText(ours, words)),
  theirs: ({ theirs }, words) => text(valueText(theirs, words)),
  validFrom: ({ validFrom }) => date(validFrom),
  status: ({ status }, words) => text(words('status', status)),
  reason: ({ reason }) => text(reason),
};

export const updateRequestColumns: Columns<UpdateRequestRow> = {
  number: ({ number }) => text(number),
  person: ({ name }) => text(name),
  nationalId: ({ maskedNationalId }) => text(maskedNationalId),
  wanted: ({ asked }) => text(asked.join('، ')),
  letter: ({ letterNumber }) => text(letterNumber),
  notifiedOn: ({ notifiedOn }) => date(notifiedOn),
  dueOn: ({ dueOn }) => date(dueOn),
  stopFrom: ({ stopFrom }) => date(stopFrom),
  standing: ({ standing }, words) => text(words('standing', standing)),
};

function valueText(value: ShownValue, words: Words): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'phone':
      return value.phone;
    case 'date':
      return value.date;
    case 'sex':
      return words('sex', value.sex);
    case 'nationality':
      return words('nationality', value.nationality);
    case 'income':
      return parts(
        words('income', value.type),
        formatHalalas(value.amount),
        words('per', value.per),
        value.from,
        value.until,
      );
    case 'asset':
      return parts(
        words('asset', value.type),
        value.value === null ? null : formatHalalas(value.value),
        value.count === null ? null : String(value.count),
        value.description,
        value.until,
      );
    case 'person':
      return parts(
        value.name,
        value.birthDate,
        value.relation === null ? null : words('relation', value.relation),
      );
  }
}

const parts = (...all: readonly (string | null)[]): string =>
  all.filter((part) => part !== null && part !== '').join(' · ');

import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Cell } from './ports.ts';

/** The officer's words for codes, by `family.code`; a code without words shows itself. */
export type Words = (family: string, code: string) => string;

/** How each column of a list is drawn from its row. */
export type Columns<Row> = Readonly<Record<string, (row: Row, words: Words) => Cell>>;

export const text = (value: string | null): Cell =>
  value === null || value === '' ? null : { kind: 'text', text: value };

export const count = (value: number | null): Cell =>
  value === null ? null : { kind: 'count', value };

export const money = (amount: Halalas | null): Cell =>
  amount === null ? null : { kind: 'money', amount };

/** A part of a whole, from 0 to 1; nothing of nothing is empty. */
export const share = (part: number, whole: number): Cell =>
  whole === 0 ? null : { kind: 'share', value: part / whole };

export const date = (value: IsoDate | null): Cell =>
  value === null ? null : { kind: 'date', date: value };

export const instant = (at: IsoInstant | null): Cell =>
  at === null ? null : { kind: 'instant', at };

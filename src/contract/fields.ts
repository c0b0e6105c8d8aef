import { z } from 'zod';
import { MAX_HALALAS, type Halalas } from '../domain/shared/halalas.ts';
import {
  isIsoDate,
  isIsoMonth,
  type IsoDate,
  type IsoInstant,
  type IsoMonth,
} from '../domain/shared/iso-date.ts';

/** The fields that every area shares, each checked once here. */
export const id = z.uuid();
export const halalasField = z
  .int()
  .gt(-MAX_HALALAS)
  .lt(MAX_HALALAS)
  .transform((amount) => amount as Halalas);
export const dateField = z.custom<IsoDate>(
  (value) => typeof value === 'string' && isIsoDate(value),
);
export const monthField = z.custom<IsoMonth>(
  (value) => typeof value === 'string' && isIsoMonth(value),
);
export const instantField = z.custom<IsoInstant>(
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
);
export const version = z.int().min(1);
export const reasonText = z.string().trim().min(3).max(2000);
export const nothing = z.object({});

/** One page of a long list; `total` counts all rows that the filter lets through. */
export const pageInput = z.object({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
});

export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), total: z.int().min(0) });
}

/** A person as lists show him: the national ID masked (`******7519`), never whole. */
export const personRef = z.object({
  beneficiaryId: id,
  name: z.string(),
  maskedNationalId: z.string(),
});
export type PersonRef = z.output<typeof personRef>;

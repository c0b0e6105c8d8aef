import { z } from 'zod';
import type { Calculation } from '../domain/entitlement/calculation.ts';
import { job, query } from './define.ts';
import { monthField } from './fields.ts';

/** A household as the command reads it from its file: whatever contradicts itself is refused with its field. */
const household = z.record(z.string(), z.unknown());

/** Sums of households that are on no record. Nothing of them is kept. */
export const calculator = {
  /** The pension of a household with its working, by the settings of its month. Errors: those of `readCalculationInput`. */
  compute: query({
    access: 'entitlement.read',
    input: z.object({ household }),
    output: z.object({ month: monthField, calculation: z.custom<Calculation>() }),
  }),
  /** The same as a sheet to print; on no register. Errors: those of `compute`, LETTER_NOT_SET. */
  sheet: job({
    access: 'entitlement.read',
    input: z.object({ household }),
    output: z.object({ bytes: z.instanceof(Uint8Array), pages: z.int() }),
  }),
};

import { z } from 'zod';
import { query } from './define.ts';
import { dateField, nothing } from './fields.ts';

export const settings = {
  /** Every dated setting in force today, with the date from which it holds. */
  current: query({
    access: 'signedIn',
    input: nothing,
    output: z.array(z.object({ key: z.string(), value: z.unknown(), validFrom: dateField })),
  }),
};

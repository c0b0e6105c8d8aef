import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import type { JobContext } from '../context.ts';

/** Fills an empty data folder with a synthetic branch, the same for the same seed. */
export type SampleMaker = (
  context: JobContext,
  input: ParsedInputOf<'staff.createSample'>,
) => Promise<ApiResult<OutputOf<'staff.createSample'>>>;

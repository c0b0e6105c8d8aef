import type { Halalas } from '../../../domain/shared/halalas.ts';

/** What a batch file holds, as it was written. */
export interface WrittenFile {
  readonly count: number;
  readonly total: Halalas;
}

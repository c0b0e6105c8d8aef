import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';

/** What a cell holds: a spreadsheet counts with all but the first. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'money'; readonly amount: Halalas }
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'instant'; readonly at: IsoInstant }
  | null;

export interface Sheet {
  readonly title: string;
  readonly rightToLeft: boolean;
  readonly headers: readonly string[];
  /** In portions; what it throws ends the writing, and no file is left. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

export interface SheetFiles {
  /** Rows that one sheet can hold, its head left out. */
  readonly maxRows: number;
  /**
   * Writes beside the path and puts the whole file in its place at the end. Throws `SheetPathError` where the system
   * refuses the place.
   */
  write(path: string, sheet: Sheet): Promise<void>;
}

export class SheetPathError extends Error {
  constructor(cause: unknown) {
    super('The file cannot be written there', { cause });
    this.name = 'SheetPathError';
  }
}

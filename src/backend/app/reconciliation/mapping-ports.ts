import type { OutputOf } from '../../../contract/api.ts';
import type { SavedMappingDto } from '../../../contract/table-mappings.ts';
import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import type { TableCell } from '../../../domain/tables/table-cell.ts';
import type { TableMapping } from '../../../domain/reconciliation/table-mapping.ts';
import type { TableEncoding } from '../../../domain/tables/table-layout.ts';
import type { PostingStamp } from './posting-ports.ts';

export interface TableHeadRow {
  readonly line: number;
  readonly cells: readonly TableCell[];
}

/** The first rows of a bank's table. */
export interface TableHead {
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: TableEncoding | null;
  readonly encodingGuessed: boolean;
  readonly sheets: readonly {
    readonly name: string | null;
    readonly rows: readonly TableHeadRow[];
  }[];
}

/** What one row says, or the code of why it is refused. */
export interface TriedRow {
  readonly line: number;
  readonly records: readonly BankRecord[];
  readonly bookedOn: string | null;
  readonly problem: { readonly code: string; readonly detail: string | null } | null;
}

/** Banks' tables on the disk. Every call may throw `RefusedFile`, and `Cancelled` when the signal was aborted. */
export interface TableFiles {
  head(
    path: string,
    options: {
      readonly signal: AbortSignal;
      readonly maxBytes: number;
      readonly encoding: TableEncoding | null;
    },
  ): Promise<TableHead>;
  /** How a mapping reads rows that were taken from a head, titles first. */
  tryRows(
    kind: TableHead['kind'],
    mapping: TableMapping,
    rows: readonly TableHeadRow[],
  ): TriedRow[];
}

export interface NewMapping {
  readonly id: string;
  readonly bankCode: string;
  readonly name: string;
  readonly headerKey: string;
  readonly titles: readonly string[];
  readonly mapping: TableMapping;
}

export interface MappingReader {
  /** Those in use, newest first. */
  list(): Promise<readonly (SavedMappingDto & { readonly headerKey: string })[]>;
  byId(id: string): Promise<(SavedMappingDto & { readonly headerKey: string }) | undefined>;
  history(id: string): Promise<OutputOf<'reconciliation.mappingHistory'>>;
}

export interface MappingWriter extends MappingReader {
  add(mapping: NewMapping, by: PostingStamp): Promise<void>;
  /** False when it has changed since `version`, or is retired. */
  change(mapping: NewMapping, version: number, by: PostingStamp): Promise<boolean>;
  retire(id: string, version: number, by: PostingStamp): Promise<boolean>;
  usedFor(
    fileId: string,
    mapping: { readonly id: string; readonly version: number },
  ): Promise<void>;
}

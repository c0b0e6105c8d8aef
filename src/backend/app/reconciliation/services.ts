import type { Leftovers } from './leftovers.ts';
import type { TableFiles } from './mapping-ports.ts';
import type { BankAnswerFiles } from './ports.ts';
import type { ReasonTable } from './reason-table.ts';

export interface ReconciliationServices {
  readonly files: BankAnswerFiles;
  readonly tables: TableFiles;
  readonly reasons: ReasonTable;
  readonly leftovers: Leftovers;
}

import type { KnownReasons } from './known-reasons.ts';
import type { BankAnswerFiles } from './ports.ts';

export interface ReconciliationServices {
  readonly files: BankAnswerFiles;
  readonly reasons: KnownReasons;
}

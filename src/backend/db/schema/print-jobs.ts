import type { Generated } from 'kysely';
import type {
  PrintForm,
  PrintItemState,
  PrintJobState,
  PrintWitness,
} from '../../../domain/print-jobs/print-job-state.ts';

export interface PrintJobTable {
  id: string;
  /** As the workstation's system calls it. */
  printer: string;
  two_sided: 0 | 1;
  state: PrintJobState;
  opened_at: string;
  opened_by: string;
  version: Generated<number>;
}

export interface PrintJobItemTable {
  job_id: string;
  /** Its place in the job, from 1. */
  item: number;
  letter_id: string;
  form: PrintForm;
  pages: number;
  /** From here on what the events say. */
  state: PrintItemState;
  told: PrintWitness | null;
  code: string | null;
  spool_job: number | null;
}

export interface PrintJobEventTable {
  seq: Generated<number>;
  job_id: string;
  type: string;
  at: string;
  officer_id: string | null;
  details: Generated<string>;
}

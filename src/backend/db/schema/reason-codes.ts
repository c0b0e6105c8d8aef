import type { Generated } from 'kysely';
import type {
  ActionActor,
  ReasonCodeList,
  RequiredAction,
  ResumeRule,
} from '../../../domain/reconciliation/reason-code.ts';

export interface ReasonCodeTable {
  list: ReasonCodeList;
  code: string;
  title_ar: string;
  title_en: string;
  meaning_ar: string;
  meaning_en: string;
  action: RequiredAction;
  actor: ActionActor;
  resume: ResumeRule;
  beneficiary_ar: string | null;
  beneficiary_en: string | null;
  /** Whether the code came with the application or the branch added it. */
  origin: 'shipped' | 'branch';
  /** Null as long as it says what it said when it came. */
  changed_at: string | null;
  changed_by: string | null;
  version: Generated<number>;
}

export interface ReasonCodeVersionTable {
  list: string;
  code: string;
  version: number;
  /** What the code said in that version; JSON. */
  content: string;
  changed_at: string | null;
  changed_by: string | null;
}

export interface FollowUpTable {
  no: Generated<number>;
  id: string;
  asked: 'bankAsked' | 'beneficiaryAsked';
  bank_code: string | null;
  text: string;
  due_on: string;
  recorded_at: string;
  recorded_by: string;
}

export interface FollowUpExceptionTable {
  follow_up_no: number;
  exception_id: string;
}

import type {
  ApplicationEventTable,
  ApplicationIntakeTable,
  ApplicationTable,
} from './applications.ts';
import type { LetterTemplateTable } from './letter-templates.ts';
import type {
  ComplaintEventTable,
  ComplaintMonthTable,
  ComplaintTable,
  ObjectionEventTable,
  ObjectionReasonTable,
  ObjectionTable,
  RefusalReasonTable,
} from './cases.ts';
import type {
  BankFileMappingTable,
  TableMappingTable,
  TableMappingVersionTable,
} from './mappings.ts';
import type { LetterCopyTable, LetterKeyTable, LetterSealTable } from './letter-seals.ts';
import type {
  DependantTwiceTable,
  DuplicatePairEventTable,
  DuplicatePairTable,
  DuplicateScanTable,
  FileMergeTable,
  RecordBadRowTable,
  RecordBatchTable,
  RecordDifferenceTable,
  UpdateRequestTable,
} from './duplicates.ts';
import type { DeliveryAccountTable, DeliveryEventTable, DeliveryTable } from './deliveries.ts';
import type {
  CalculationTable,
  EligibilityChangeTable,
  EligibilityObstacleTable,
  EligibilityRunEventTable,
  EligibilityRunTable,
  EntitlementRulesTable,
  EntitlementTable,
} from './entitlement.ts';
import type { LetterBatchItemTable, LetterBatchTable } from './letter-batches.ts';
import type { DocumentTable, LetterDraftTable, LetterEventTable, LetterTable } from './letters.ts';
import type {
  CycleEventTable,
  CycleTable,
  PaymentEventTable,
  PaymentExplanationTable,
  PaymentImportTable,
  PaymentProposalTable,
  PaymentTable,
  ProgrammeTable,
  ProgrammeTermsTable,
} from './payments.ts';
import type {
  FollowUpExceptionTable,
  FollowUpTable,
  ReasonCodeTable,
  ReasonCodeVersionTable,
} from './reason-codes.ts';
import type {
  BankFileTable,
  BankLineTable,
  ReconciliationExceptionTable,
} from './reconciliation.ts';
import type {
  BankAccountTable,
  BeneficiaryTable,
  HouseholdFactTable,
  RegistryChangeTable,
  SearchSubjectTable,
  SearchTokenTable,
  SearchWordsTable,
} from './registry.ts';
import type {
  ArrivedFileTable,
  BankStatementTable,
  EntryDifferenceTable,
  StatementExceptionTable,
} from './statements.ts';
import type { PrintJobEventTable, PrintJobItemTable, PrintJobTable } from './print-jobs.ts';
import type {
  ApplicationWithdrawalTable,
  LifeCaseEventTable,
  LifeCaseHoldTable,
  LifeCaseTable,
  ResumeCaseEventTable,
  ResumeCaseTable,
} from './resume.ts';
import type {
  RecoveryDeductionTable,
  RecoveryEventTable,
  RecoveryTable,
  SettlementCheckTable,
  SettlementEventTable,
  SettlementTable,
} from './settlements.ts';
import type {
  AuditEntryTable,
  OfficerTable,
  SerialTable,
  SettingDecisionTable,
  SettingTable,
} from './staff.ts';

/** Every table of the branch's database by its name. */
export interface Schema {
  officer: OfficerTable;
  setting: SettingTable;
  setting_decision: SettingDecisionTable;
  serial: SerialTable;
  audit_entry: AuditEntryTable;
  beneficiary: BeneficiaryTable;
  registry_change: RegistryChangeTable;
  household_fact: HouseholdFactTable;
  bank_account: BankAccountTable;
  entitlement_rules: EntitlementRulesTable;
  calculation: CalculationTable;
  eligibility_run: EligibilityRunTable;
  eligibility_run_event: EligibilityRunEventTable;
  entitlement: EntitlementTable;
  eligibility_change: EligibilityChangeTable;
  eligibility_obstacle: EligibilityObstacleTable;
  search_subject: SearchSubjectTable;
  search_words: SearchWordsTable;
  search_words_family: SearchWordsTable;
  search_token: SearchTokenTable;
  print_job: PrintJobTable;
  print_job_item: PrintJobItemTable;
  print_job_event: PrintJobEventTable;
  cycle: CycleTable;
  payment_import: PaymentImportTable;
  payment: PaymentTable;
  payment_event: PaymentEventTable;
  programme: ProgrammeTable;
  programme_terms: ProgrammeTermsTable;
  cycle_event: CycleEventTable;
  payment_proposal: PaymentProposalTable;
  payment_explanation: PaymentExplanationTable;
  bank_file: BankFileTable;
  bank_file_mapping: BankFileMappingTable;
  table_mapping: TableMappingTable;
  table_mapping_version: TableMappingVersionTable;
  bank_line: BankLineTable;
  reconciliation_exception: ReconciliationExceptionTable;
  reason_code: ReasonCodeTable;
  reason_code_version: ReasonCodeVersionTable;
  follow_up: FollowUpTable;
  follow_up_exception: FollowUpExceptionTable;
  bank_statement: BankStatementTable;
  entry_difference: EntryDifferenceTable;
  statement_exception: StatementExceptionTable;
  arrived_file: ArrivedFileTable;
  settlement: SettlementTable;
  settlement_event: SettlementEventTable;
  settlement_check: SettlementCheckTable;
  recovery: RecoveryTable;
  recovery_event: RecoveryEventTable;
  recovery_deduction: RecoveryDeductionTable;
  resume_case: ResumeCaseTable;
  resume_case_event: ResumeCaseEventTable;
  life_case: LifeCaseTable;
  life_case_event: LifeCaseEventTable;
  life_case_hold: LifeCaseHoldTable;
  application_withdrawal: ApplicationWithdrawalTable;
  complaint: ComplaintTable;
  complaint_month: ComplaintMonthTable;
  complaint_event: ComplaintEventTable;
  refusal_reason: RefusalReasonTable;
  application: ApplicationTable;
  application_intake: ApplicationIntakeTable;
  application_event: ApplicationEventTable;
  objection: ObjectionTable;
  objection_reason: ObjectionReasonTable;
  objection_event: ObjectionEventTable;
  letter: LetterTable;
  letter_event: LetterEventTable;
  letter_template: LetterTemplateTable;
  delivery_account: DeliveryAccountTable;
  delivery: DeliveryTable;
  delivery_event: DeliveryEventTable;
  letter_draft: LetterDraftTable;
  letter_batch: LetterBatchTable;
  letter_batch_item: LetterBatchItemTable;
  letter_key: LetterKeyTable;
  letter_seal: LetterSealTable;
  letter_copy: LetterCopyTable;
  document: DocumentTable;
  duplicate_scan: DuplicateScanTable;
  duplicate_pair: DuplicatePairTable;
  duplicate_pair_event: DuplicatePairEventTable;
  file_merge: FileMergeTable;
  dependant_twice: DependantTwiceTable;
  update_request: UpdateRequestTable;
  record_batch: RecordBatchTable;
  record_bad_row: RecordBadRowTable;
  record_difference: RecordDifferenceTable;
}

import type { ReadRepos, WriteRepos } from '../../app/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { AnswersRepo } from './answers-repo.ts';
import { ApplicationReadRepo, ApplicationWriteRepo } from './applications-repo.ts';
import { ArrivalReadRepo, ArrivalWriteRepo } from './arrivals-repo.ts';
import { AuditReadRepo, AuditWriteRepo } from './audit-repo.ts';
import { BankAccountReadRepo, BankAccountWriteRepo } from './bank-accounts-repo.ts';
import { BatchReadRepo, BatchWriteRepo } from './batches-repo.ts';
import { BankFileReadRepo, BankFileWriteRepo } from './bank-files-repo.ts';
import { ClosingReadRepo, ClosingWriteRepo } from './closing-repo.ts';
import { CaseLetterReadRepo } from './case-letters-repo.ts';
import { CasePeopleReadRepo, CasePeopleWriteRepo } from './case-people-repo.ts';
import { ComplaintReadRepo, ComplaintWriteRepo } from './complaints-repo.ts';
import { DeliveryReadRepo, DeliveryWriteRepo } from './deliveries-repo.ts';
import { DocumentReadRepo, DocumentWriteRepo } from './documents-repo.ts';
import { DuplicateReadRepo, DuplicateWriteRepo } from './duplicates-repo.ts';
import { EligibilityReadRepo, EligibilityWriteRepo } from './eligibility-repo.ts';
import { EntitlementReadRepo, EntitlementWriteRepo } from './entitlement-repo.ts';
import { ExceptionReadRepo, ExceptionWriteRepo } from './exceptions-repo.ts';
import { FollowUpReadRepo, FollowUpWriteRepo } from './follow-ups-repo.ts';
import { HouseholdReadRepo, HouseholdWriteRepo } from './household-facts-repo.ts';
import { GovernmentRecordReadRepo, GovernmentRecordWriteRepo } from './government-records-repo.ts';
import { LifeReadRepo, LifeWriteRepo } from './life-repo.ts';
import { ResumeReadRepo, ResumeWriteRepo } from './resume-repo.ts';
import { LetterSealReadRepo, LetterSealWriteRepo } from './letter-seals-repo.ts';
import { LetterBatchReadRepo, LetterBatchWriteRepo } from './letter-batches-repo.ts';
import { LetterDraftReadRepo, LetterDraftWriteRepo } from './letter-drafts-repo.ts';
import { LetterTemplateReadRepo, LetterTemplateWriteRepo } from './letter-templates-repo.ts';
import { LetterReadRepo, LetterWriteRepo } from './letters-repo.ts';
import { LineTieReadRepo, LineTieWriteRepo } from './line-ties-repo.ts';
import { MappingReadRepo, MappingWriteRepo } from './mappings-repo.ts';
import { MatchingRepo } from './matching-repo.ts';
import { ObjectionReadRepo, ObjectionWriteRepo } from './objections-repo.ts';
import { PaymentReadRepo, PaymentWriteRepo } from './payments-repo.ts';
import { PictureReadRepo } from './pictures-repo.ts';
import { PrintJobReadRepo, PrintJobWriteRepo } from './print-jobs-repo.ts';
import { ProgrammeReadRepo, ProgrammeWriteRepo } from './programmes-repo.ts';
import { ProposalReadRepo, ProposalWriteRepo } from './proposals-repo.ts';
import { RunReadRepo, RunWriteRepo } from './runs-repo.ts';
import { PostingRepo } from './posting-repo.ts';
import { ReasonCodeReadRepo, ReasonCodeWriteRepo } from './reason-codes-repo.ts';
import { RegistryReadRepo, RegistryWriteRepo } from './registry-repo.ts';
import { SearchIndexRepo } from './search-index-repo.ts';
import { RecoveryReadRepo, RecoveryWriteRepo } from './recoveries-repo.ts';
import { SettlementReadRepo, SettlementWriteRepo } from './settlements-repo.ts';
import { SettingsReadRepo, SettingsWriteRepo } from './settings-repo.ts';
import { StaffReadRepo, StaffWriteRepo } from './staff-repo.ts';
import { StatementReadRepo, StatementWriteRepo } from './statements-repo.ts';
import { TodayReadRepo } from './today-repo.ts';

export function readRepos(reader: Reader): ReadRepos {
  return {
    staff: new StaffReadRepo(reader),
    settings: new SettingsReadRepo(reader),
    audit: new AuditReadRepo(reader),
    registry: new RegistryReadRepo(reader),
    households: new HouseholdReadRepo(reader),
    bankAccounts: new BankAccountReadRepo(reader),
    entitlement: new EntitlementReadRepo(reader),
    eligibility: new EligibilityReadRepo(reader),
    duplicates: new DuplicateReadRepo(reader),
    governmentRecords: new GovernmentRecordReadRepo(reader),
    payments: new PaymentReadRepo(reader),
    programmes: new ProgrammeReadRepo(reader),
    runs: new RunReadRepo(reader),
    proposals: new ProposalReadRepo(reader),
    settlements: new SettlementReadRepo(reader),
    recoveries: new RecoveryReadRepo(reader),
    closing: new ClosingReadRepo(reader),
    bankFiles: new BankFileReadRepo(reader),
    mappings: new MappingReadRepo(reader),
    exceptions: new ExceptionReadRepo(reader),
    statements: new StatementReadRepo(reader),
    ties: new LineTieReadRepo(reader),
    batches: new BatchReadRepo(reader),
    arrivals: new ArrivalReadRepo(reader),
    reasonCodes: new ReasonCodeReadRepo(reader),
    followUps: new FollowUpReadRepo(reader),
    pictures: new PictureReadRepo(reader),
    resume: new ResumeReadRepo(reader),
    life: new LifeReadRepo(reader),
    casePeople: new CasePeopleReadRepo(reader),
    complaints: new ComplaintReadRepo(reader),
    objections: new ObjectionReadRepo(reader),
    applications: new ApplicationReadRepo(reader),
    letters: new LetterReadRepo(reader),
    letterTemplates: new LetterTemplateReadRepo(reader),
    letterDrafts: new LetterDraftReadRepo(reader),
    caseLetters: new CaseLetterReadRepo(reader),
    letterBatches: new LetterBatchReadRepo(reader),
    deliveries: new DeliveryReadRepo(reader),
    letterSeals: new LetterSealReadRepo(reader),
    printJobs: new PrintJobReadRepo(reader),
    documents: new DocumentReadRepo(reader),
    today: new TodayReadRepo(reader),
  };
}

export function writeRepos(tx: Transactor): WriteRepos {
  return {
    staff: new StaffWriteRepo(tx),
    settings: new SettingsWriteRepo(tx),
    audit: new AuditWriteRepo(tx),
    registry: new RegistryWriteRepo(tx),
    households: new HouseholdWriteRepo(tx),
    bankAccounts: new BankAccountWriteRepo(tx),
    entitlement: new EntitlementWriteRepo(tx),
    eligibility: new EligibilityWriteRepo(tx),
    duplicates: new DuplicateWriteRepo(tx),
    governmentRecords: new GovernmentRecordWriteRepo(tx),
    payments: new PaymentWriteRepo(tx),
    programmes: new ProgrammeWriteRepo(tx),
    runs: new RunWriteRepo(tx),
    proposals: new ProposalWriteRepo(tx),
    settlements: new SettlementWriteRepo(tx),
    recoveries: new RecoveryWriteRepo(tx),
    closing: new ClosingWriteRepo(tx),
    bankFiles: new BankFileWriteRepo(tx),
    mappings: new MappingWriteRepo(tx),
    matching: new MatchingRepo(tx),
    posting: new PostingRepo(tx),
    exceptions: new ExceptionWriteRepo(tx),
    statements: new StatementWriteRepo(tx),
    ties: new LineTieWriteRepo(tx),
    batches: new BatchWriteRepo(tx),
    arrivals: new ArrivalWriteRepo(tx),
    answers: new AnswersRepo(tx),
    reasonCodes: new ReasonCodeWriteRepo(tx),
    followUps: new FollowUpWriteRepo(tx),
    resume: new ResumeWriteRepo(tx),
    life: new LifeWriteRepo(tx),
    casePeople: new CasePeopleWriteRepo(tx),
    complaints: new ComplaintWriteRepo(tx),
    objections: new ObjectionWriteRepo(tx),
    applications: new ApplicationWriteRepo(tx),
    letters: new LetterWriteRepo(tx),
    letterTemplates: new LetterTemplateWriteRepo(tx),
    letterDrafts: new LetterDraftWriteRepo(tx),
    caseLetters: new CaseLetterReadRepo(tx),
    letterBatches: new LetterBatchWriteRepo(tx),
    deliveries: new DeliveryWriteRepo(tx),
    letterSeals: new LetterSealWriteRepo(tx),
    printJobs: new PrintJobWriteRepo(tx),
    documents: new DocumentWriteRepo(tx),
    searchIndex: new SearchIndexRepo(tx),
  };
}

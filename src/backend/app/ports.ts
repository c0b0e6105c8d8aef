import type { ApplicationReader, ApplicationWriter } from './applications/ports.ts';
import type { ArrivalReader, ArrivalWriter } from './arrivals/ports.ts';
import type { AuditReader, AuditWriter } from './audit/ports.ts';
import type { CaseLetterReader } from './case-letters/ports.ts';
import type { CasePeopleReader, CasePeopleWriter } from './cases/ports.ts';
import type { ComplaintReader, ComplaintWriter } from './complaints/ports.ts';
import type { DeliveryReader, DeliveryWriter } from './deliveries/ports.ts';
import type { DocumentReader, DocumentWriter } from './documents/ports.ts';
import type { EntitlementReader, EntitlementWriter } from './entitlement/ports.ts';
import type { EligibilityReader, EligibilityWriter } from './entitlement/run-ports.ts';
import type { DuplicateReader, DuplicateWriter } from './duplicates/ports.ts';
import type { GovernmentRecordReader, GovernmentRecordWriter } from './government-records/ports.ts';
import type { LetterBatchReader, LetterBatchWriter } from './letters/batches/ports.ts';
import type { LetterDraftReader, LetterDraftWriter } from './letters/drafts/ports.ts';
import type {
  LetterTemplateReader,
  LetterTemplateWriter,
} from './letters/letter-templates-ports.ts';
import type { LetterReader, LetterWriter } from './letters/ports.ts';
import type { LetterSealReader, LetterSealWriter } from './letters/seal/ports.ts';
import type { ObjectionReader, ObjectionWriter } from './objections/ports.ts';
import type { PaymentReader, PaymentWriter } from './payments/ports.ts';
import type {
  ClosingReader,
  ClosingWriter,
  ProposalReader,
  ProposalWriter,
  RunReader,
  RunWriter,
} from './payments/run-ports.ts';
import type { PrintJobReader, PrintJobWriter } from './print-jobs/ports.ts';
import type { ProgrammeReader, ProgrammeWriter } from './programmes/ports.ts';
import type { AnswersWriter } from './reconciliation/answers-ports.ts';
import type { BatchReader, BatchWriter } from './reconciliation/batch-ports.ts';
import type { MappingReader, MappingWriter } from './reconciliation/mapping-ports.ts';
import type { MatchingWriter } from './reconciliation/matching-ports.ts';
import type {
  BankFileReader,
  BankFileWriter,
  ExceptionReader,
  ExceptionWriter,
} from './reconciliation/ports.ts';
import type { FollowUpReader, FollowUpWriter } from './reconciliation/follow-up-ports.ts';
import type { PictureReader } from './reconciliation/picture-ports.ts';
import type { PostingWriter } from './reconciliation/posting-ports.ts';
import type { ReasonCodeReader, ReasonCodeWriter } from './reconciliation/reason-code-ports.ts';
import type { TieReader, TieWriter } from './reconciliation/ties-ports.ts';
import type { HouseholdReader, HouseholdWriter } from './registry/household-ports.ts';
import type { RegistryReader, RegistryWriter, SearchIndex } from './registry/ports.ts';
import type { BankAccountReader, BankAccountWriter } from './registry/households/account-ports.ts';
import type { LifeReader, LifeWriter, ResumeReader, ResumeWriter } from './resume/ports.ts';
import type { RecoveryReader, RecoveryWriter } from './recoveries/ports.ts';
import type { SettlementReader, SettlementWriter } from './settlements/ports.ts';
import type { SettingsReader, SettingsWriter } from './settings/ports.ts';
import type { StaffReader, StaffWriter } from './staff/ports.ts';
import type { StatementReader, StatementWriter } from './statements/ports.ts';
import type { TodayReader } from './today/ports.ts';

/** What use-cases may ask of storage, by area. Implemented in `backend/db/repos`. */
export interface ReadRepos {
  readonly staff: StaffReader;
  readonly settings: SettingsReader;
  readonly audit: AuditReader;
  readonly registry: RegistryReader;
  readonly households: HouseholdReader;
  readonly bankAccounts: BankAccountReader;
  readonly entitlement: EntitlementReader;
  readonly eligibility: EligibilityReader;
  readonly duplicates: DuplicateReader;
  readonly governmentRecords: GovernmentRecordReader;
  readonly payments: PaymentReader;
  readonly programmes: ProgrammeReader;
  readonly runs: RunReader;
  readonly proposals: ProposalReader;
  readonly settlements: SettlementReader;
  readonly recoveries: RecoveryReader;
  readonly closing: ClosingReader;
  readonly bankFiles: BankFileReader;
  readonly mappings: MappingReader;
  readonly exceptions: ExceptionReader;
  readonly statements: StatementReader;
  readonly ties: TieReader;
  readonly batches: BatchReader;
  readonly arrivals: ArrivalReader;
  readonly reasonCodes: ReasonCodeReader;
  readonly followUps: FollowUpReader;
  readonly pictures: PictureReader;
  readonly resume: ResumeReader;
  readonly life: LifeReader;
  readonly casePeople: CasePeopleReader;
  readonly complaints: ComplaintReader;
  readonly objections: ObjectionReader;
  readonly applications: ApplicationReader;
  readonly letters: LetterReader;
  readonly letterTemplates: LetterTemplateReader;
  readonly letterDrafts: LetterDraftReader;
  readonly caseLetters: CaseLetterReader;
  readonly letterBatches: LetterBatchReader;
  readonly deliveries: DeliveryReader;
  readonly letterSeals: LetterSealReader;
  readonly printJobs: PrintJobReader;
  readonly documents: DocumentReader;
  readonly today: TodayReader;
}

export interface WriteRepos {
  readonly staff: StaffWriter;
  readonly settings: SettingsWriter;
  readonly audit: AuditWriter;
  readonly registry: RegistryWriter;
  readonly households: HouseholdWriter;
  readonly bankAccounts: BankAccountWriter;
  readonly entitlement: EntitlementWriter;
  readonly eligibility: EligibilityWriter;
  readonly duplicates: DuplicateWriter;
  readonly governmentRecords: GovernmentRecordWriter;
  readonly payments: PaymentWriter;
  readonly programmes: ProgrammeWriter;
  readonly runs: RunWriter;
  readonly proposals: ProposalWriter;
  readonly settlements: SettlementWriter;
  readonly recoveries: RecoveryWriter;
  readonly closing: ClosingWriter;
  readonly bankFiles: BankFileWriter;
  readonly mappings: MappingWriter;
  readonly matching: MatchingWriter;
  readonly posting: PostingWriter;
  readonly exceptions: ExceptionWriter;
  readonly statements: StatementWriter;
  readonly ties: TieWriter;
  readonly batches: BatchWriter;
  readonly arrivals: ArrivalWriter;
  readonly answers: AnswersWriter;
  readonly reasonCodes: ReasonCodeWriter;
  readonly followUps: FollowUpWriter;
  readonly resume: ResumeWriter;
  readonly life: LifeWriter;
  readonly casePeople: CasePeopleWriter;
  readonly complaints: ComplaintWriter;
  readonly objections: ObjectionWriter;
  readonly applications: ApplicationWriter;
  readonly letters: LetterWriter;
  readonly letterTemplates: LetterTemplateWriter;
  readonly letterDrafts: LetterDraftWriter;
  readonly caseLetters: CaseLetterReader;
  readonly letterBatches: LetterBatchWriter;
  readonly deliveries: DeliveryWriter;
  readonly letterSeals: LetterSealWriter;
  readonly printJobs: PrintJobWriter;
  readonly documents: DocumentWriter;
  readonly searchIndex: SearchIndex;
}

import type { ParsedInputOf } from '../../../contract/api.ts';
import type {
  ApplicationStatus,
  ApplicationView,
} from '../../../domain/applications/application-status.ts';
import type {
  ApplicationEvent,
  ApplicationState,
  RecordedApplicationEvent,
} from '../../../domain/applications/application.ts';
import type { Intake } from '../../../domain/applications/intake.ts';
import type { Channel } from '../../../domain/complaints/complaint-status.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { CasePerson, OfficerRef, Page, Stamp, TrailEntry } from '../cases/ports.ts';

/** An application with where it stands; its intake is read apart. */
export interface ApplicationFile {
  readonly id: string;
  readonly number: string;
  /** Null until a new applicant submits. */
  readonly beneficiaryId: string | null;
  /** Whether the applicant was in the registry when he came. */
  readonly known: boolean;
  /** What the registry said of his eligibility before. */
  readonly eligibilityBefore: CasePerson['eligibility'];
  readonly nationalId: string;
  readonly name: string;
  readonly channel: Channel;
  readonly startedBy: string;
  readonly version: number;
  readonly state: ApplicationState;
}

export interface NewApplication extends Omit<ApplicationFile, 'version'> {
  readonly createdAt: IsoInstant;
}

export interface ApplicationQueueRow {
  readonly id: string;
  readonly number: string;
  readonly programme: string;
  readonly status: ApplicationStatus;
  readonly beneficiaryId: string | null;
  readonly name: string;
  readonly nationalId: string;
  readonly startedOn: IsoDate;
  readonly submittedOn: IsoDate | null;
  readonly deadlineOn: IsoDate | null;
  readonly pausedOn: IsoDate | null;
  readonly completeBy: IsoDate | null;
  readonly decidedOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly assignedTo: OfficerRef | null;
  readonly version: number;
}

export type ApplicationQueue = ParsedInputOf<'applications.list'> & {
  readonly officerId: string;
  readonly today: IsoDate;
};

export interface ApplicationOfPerson {
  readonly id: string;
  readonly number: string;
  readonly programme: string;
  readonly status: ApplicationStatus;
  readonly submittedOn: IsoDate | null;
}

/** What of a file changes beside its state. */
export interface ApplicantFields {
  readonly beneficiaryId: string | null;
  readonly nationalId: string;
  readonly name: string;
}

/** A person whom an application brings into the registry, before anything is known of his household. */
export interface NewApplicant {
  readonly id: string;
  readonly nationalId: string;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: IsoDate;
  readonly phone: string | null;
  readonly address: string;
}

export interface ApplicationReader {
  counts(officerId: string, today: IsoDate): Promise<Record<ApplicationView, number>>;
  /** How many wait for the decision of an officer who did not propose it. */
  waitingFor(officerId: string): Promise<number>;
  queue(query: ApplicationQueue): Promise<Page<ApplicationQueueRow>>;
  queueRow(id: string): Promise<ApplicationQueueRow | undefined>;
  byId(id: string): Promise<ApplicationFile | undefined>;
  /** The intake of a revision; 0 is the draft. */
  intake(id: string, revision: number): Promise<Intake>;
  trail(id: string): Promise<readonly TrailEntry<ApplicationEvent>[]>;
  /** All of a person, the newest first. */
  ofPerson(nationalId: string): Promise<readonly ApplicationOfPerson[]>;
  /** The person of a national ID, where the registry knows one. */
  personOf(nationalId: string): Promise<string | undefined>;
  /** Applications after an id with all of their events, in the order of ids: for recomputing. */
  withEvents(
    afterId: string,
    limit: number,
  ): Promise<
    readonly {
      id: string;
      number: string;
      state: ApplicationState;
      events: readonly RecordedApplicationEvent[];
    }[]
  >;
}

export interface ApplicationWriter extends ApplicationReader {
  add(application: NewApplication, intake: Intake): Promise<void>;
  /** False when the row has changed since `version`. */
  save(
    id: string,
    version: number,
    next: ApplicationState,
    applicant?: ApplicantFields,
  ): Promise<boolean>;
  /** The draft is written over, every other revision is new. */
  keepIntake(id: string, revision: number, intake: Intake, stamp: Stamp): Promise<void>;
  append(id: string, events: readonly ApplicationEvent[], stamp: Stamp): Promise<void>;
  /** Opens the file of a new applicant, who is being studied, and makes him findable by name. */
  openFile(applicant: NewApplicant, at: IsoInstant): Promise<void>;
}

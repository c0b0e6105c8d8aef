import type { IsoDate, IsoInstant } from '../../domain/shared/iso-date.ts';
import type { Result } from '../../domain/shared/result.ts';
import type { SettingValues } from '../../domain/settings/settings.ts';
import type { Permission, Role } from '../../domain/staff/permissions.ts';
import type { ReadRepos, WriteRepos } from './ports.ts';
import type { ContentStore } from './documents/ports.ts';
import type { RunningOperation } from './operation.ts';

/** Who is asking. */
export interface ActingOfficer {
  readonly id: string;
  readonly fullName: string;
  readonly role: Role;
  readonly permissions: readonly Permission[];
}

interface Moment {
  /** The caller's session; null before sign-in. */
  readonly session: string | null;
  readonly now: IsoInstant;
  /** The date in Riyadh. */
  readonly today: IsoDate;
}

/** What a query is given: it can read, and nothing else. */
export interface QueryContext extends Moment {
  readonly repos: ReadRepos;
  readonly settings: SettingValues;
  readonly content: ContentStore;
  /** Throws when nobody is signed in; dispatch has checked the access of the operation before. */
  readonly officer: ActingOfficer;
}

/** What a command is given: one transaction. A refusal that it returns rolls everything back. */
export interface CommandContext extends Moment {
  readonly repos: WriteRepos;
  readonly settings: SettingValues;
  readonly officer: ActingOfficer;
  /** A new UUIDv7. */
  newId(): string;
  /** Runs after the commit; a letter is rendered, a screen is told. */
  onCommit(effect: () => void | Promise<void>): void;
  /** Appends to the audit trail in the same transaction. Details hold ids and codes, never names or numbers of people. */
  audit(
    action: string,
    subject: { type: string; id: string } | null,
    details?: AuditDetails,
  ): Promise<void>;
}

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** What a long operation is given: it opens its own transactions. */
export interface JobContext extends QueryContext {
  readonly operation: RunningOperation;
  newId(): string;
  transact<T, E>(work: (context: CommandContext) => Promise<Result<T, E>>): Promise<Result<T, E>>;
}

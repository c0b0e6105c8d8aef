import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Role } from '../../../domain/staff/permissions.ts';

export interface Officer {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly active: boolean;
  readonly failedAttempts: number;
  readonly lockedUntil: IsoInstant | null;
  readonly lastSignInAt: IsoInstant | null;
  readonly version: number;
}

export interface StaffReader {
  list(): Promise<readonly Officer[]>;
  byId(id: string): Promise<Officer | undefined>;
  byUsername(username: string): Promise<Officer | undefined>;
}

export interface StaffWriter extends StaffReader {
  add(
    officer: Omit<Officer, 'version' | 'failedAttempts' | 'lockedUntil' | 'lastSignInAt'> & {
      createdAt: IsoInstant;
    },
  ): Promise<void>;
  /** False when the row has changed since `version`. */
  update(
    id: string,
    version: number,
    changes: Partial<
      Pick<Officer, 'active' | 'passwordHash' | 'failedAttempts' | 'lockedUntil' | 'lastSignInAt'>
    >,
  ): Promise<boolean>;
}

/** Hashes and checks passwords (scrypt); deliberately slow. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

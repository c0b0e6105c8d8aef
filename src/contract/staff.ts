import { z } from 'zod';
import { PERMISSIONS, ROLES } from '../domain/staff/permissions.ts';
import { command, job, query } from './define.ts';
import { dateField, id, instantField, nothing, version } from './fields.ts';

export const officerDto = z.object({
  id,
  username: z.string(),
  fullName: z.string(),
  role: z.enum(ROLES),
  active: z.boolean(),
  lastSignInAt: instantField.nullable(),
  version,
});
export type OfficerDto = z.output<typeof officerDto>;

const signedIn = z.object({
  session: z.string(),
  officer: officerDto,
  permissions: z.array(z.enum(PERMISSIONS)),
  branch: z.string(),
});
export type SignedIn = z.output<typeof signedIn>;

const username = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9.-]{2,31}$/);
const newPassword = z.string().min(10).max(200);

export const staff = {
  /** Whether the data folder already holds a branch; false only before the first administrator exists. */
  firstStart: query({
    access: 'anyone',
    input: nothing,
    output: z.object({
      needed: z.boolean(),
      branch: z.string().nullable(),
      sampleAccounts: z.array(
        z.object({ username: z.string(), fullName: z.string(), role: z.enum(ROLES) }),
      ),
    }),
  }),
  /** Starts an empty branch with its first administrator. Refused once a branch exists. */
  createBranch: job({
    access: 'anyone',
    input: z.object({
      branch: z.string().trim().min(2).max(80),
      fullName: z.string().trim().min(2).max(120),
      username,
      password: newPassword,
    }),
    output: nothing,
  }),
  /** Fills an empty data folder with a synthetic branch. Refused once a branch exists. */
  createSample: job({
    access: 'anyone',
    input: z.object({
      size: z.enum(['small', 'branch', 'region']),
      seed: z.int().min(0).max(999_999_999).default(1),
      /** The day on which the sample stands, instead of today: the same seed and day give the same branch. */
      today: dateField.optional(),
    }),
    output: z.object({ beneficiaries: z.int(), payments: z.int(), filesFolder: z.string() }),
  }),
  signIn: job({
    access: 'anyone',
    input: z.object({ username: z.string().max(64), password: z.string().max(200) }),
    output: signedIn,
  }),
  signOut: command({ access: 'signedIn', input: nothing, output: nothing }),
  me: query({ access: 'signedIn', input: nothing, output: signedIn.omit({ session: true }) }),
  changePassword: job({
    access: 'signedIn',
    input: z.object({ current: z.string().max(200), next: newPassword }),
    output: nothing,
  }),
  /** Everybody a case can be assigned to or approved by. */
  colleagues: query({
    access: 'signedIn',
    input: nothing,
    output: z.array(officerDto.pick({ id: true, fullName: true, role: true, active: true })),
  }),
  list: query({ access: 'staff.manage', input: nothing, output: z.array(officerDto) }),
  add: job({
    access: 'staff.manage',
    input: z.object({
      fullName: z.string().trim().min(2).max(120),
      username,
      role: z.enum(ROLES),
      password: newPassword,
    }),
    output: z.object({ id }),
  }),
  setActive: command({
    access: 'staff.manage',
    input: z.object({ id, active: z.boolean(), expectedVersion: version }),
    output: nothing,
  }),
};

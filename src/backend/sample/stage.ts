import { settingsOn, type DatedSetting } from '../../domain/settings/settings.ts';
import { isoInstant, riyadhDate, type IsoDate } from '../../domain/shared/iso-date.ts';
import type { Refusal, Result } from '../../domain/shared/result.ts';
import { permissionsOf } from '../../domain/staff/permissions.ts';
import { SAMPLE_ACCOUNTS, type SampleUsername } from '../../domain/sample/sample-accounts.ts';
import type { ActingOfficer, CommandContext, JobContext } from '../app/context.ts';
import type { ContentStore } from '../app/documents/ports.ts';
import type { RunningOperation } from '../app/operation.ts';
import { Reader, type Database, type Transactor } from '../db/database.ts';
import { readRepos, writeRepos } from '../db/repos/repos.ts';
import type { SimulatedTime } from './simulated-time.ts';

export interface StageServices {
  readonly database: Database;
  readonly content: ContentStore;
  readonly time: SimulatedTime;
  readonly newId: () => string;
  /** Ids of the sample's accounts. */
  readonly officers: Readonly<Record<SampleUsername, string>>;
  readonly settings: readonly DatedSetting[];
}

/** When and by whom a step of the past is taken; `time` is `HH:MM` in Riyadh. */
export interface StepMoment {
  readonly date: IsoDate;
  readonly time: string;
  readonly by: SampleUsername;
}

/** A past in which the accounts of the sample act: it gives the use-cases the contexts that dispatch gives them otherwise. */
export interface Stage {
  /** A long operation of an account at the present of the sample. */
  job(moment: StepMoment, operation: RunningOperation): JobContext;
  /** A step of an account inside a transaction that others share: a job there opens none of its own. */
  within(
    tx: Transactor,
    moment: StepMoment,
    operation: RunningOperation,
  ): { readonly command: CommandContext; readonly job: JobContext };
}

export function createStage(services: StageServices): Stage {
  const { database, content, time, newId } = services;

  function moment(step: StepMoment) {
    time.set(step.date, step.time);
    const now = isoInstant(time.now());
    const today = riyadhDate(now);
    return { session: null, now, today, settings: settingsOn(today, services.settings) };
  }

  function acting(username: SampleUsername): ActingOfficer {
    const account = SAMPLE_ACCOUNTS.find((one) => one.username === username);
    if (!account) throw new Error(`No such account: ${username}`);
    const { fullName, role } = account;
    return { id: services.officers[username], fullName, role, permissions: permissionsOf(role) };
  }

  const commandAt = (
    tx: Transactor,
    officer: ActingOfficer,
    at: ReturnType<typeof moment>,
  ): CommandContext => {
    const repos = writeRepos(tx);
    return {
      ...at,
      repos,
      officer,
      newId,
      onCommit: (effect) => {
        tx.onCommit(effect);
      },
      audit: (action, subject, details = {}) =>
        repos.audit.append({ at: at.now, officerId: officer.id, action, subject, details }),
    };
  };

  return {
    job(step, operation) {
      const officer = acting(step.by);
      const at = moment(step);
      return {
        ...at,
        repos: readRepos(database.reader),
        content,
        operation,
        officer,
        newId,
        transact: (work) => database.transact((tx) => work(commandAt(tx, officer, at))),
      };
    },
    within(tx, step, operation) {
      const officer = acting(step.by);
      const at = moment(step);
      const command = commandAt(tx, officer, at);
      const job: JobContext = {
        ...at,
        // NOTE: the reading connection does not see what this transaction has written yet.
        repos: readRepos(new Reader(tx.db)),
        content,
        operation,
        officer,
        newId,
        transact: (work) => work(command),
      };
      return { command, job };
    },
  };
}

/** The value of what has to succeed while a sample is made; a refusal is a bug in the sample. */
export function succeeded<T>(result: Result<T, Refusal>, what: string): T {
  if (result.ok) return result.value;
  const details = JSON.stringify(result.error.details ?? {});
  throw new Error(`Sample: ${what} was refused: ${result.error.code} ${details}`);
}

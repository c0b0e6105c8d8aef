import { findOperation } from '../contract/api.ts';
import type { Operation } from '../contract/define.ts';
import type { ApiResult } from '../contract/errors.ts';
import type { BackendEvent, CallRequest } from '../contract/transport.ts';
import { settingsOn } from '../domain/settings/settings.ts';
import { isoInstant, riyadhDate } from '../domain/shared/iso-date.ts';
import { refuse, type Result } from '../domain/shared/result.ts';
import { mayDo, permissionsOf } from '../domain/staff/permissions.ts';
import type { ActingOfficer, CommandContext, JobContext, QueryContext } from './app/context.ts';
import type { ContentStore } from './app/documents/ports.ts';
import type { Handlers } from './app/handlers.ts';
import { Cancelled, runningOperation } from './app/operation.ts';
import type { ReadRepos } from './app/ports.ts';
import type { Sessions } from './app/staff/sessions.ts';
import type { Database } from './db/database.ts';
import { storageErrorCode } from './db/dialect/sqlite.ts';
import { readRepos, writeRepos } from './db/repos/repos.ts';
import type { Log } from './log.ts';

interface Caller {
  readonly session: string | null;
  readonly officer: ActingOfficer | undefined;
}

type AnyHandler = (context: never, input: unknown) => Promise<ApiResult<unknown>>;

export interface DispatchServices {
  readonly database: Database;
  readonly handlers: Partial<Handlers>;
  readonly sessions: Sessions;
  readonly content: ContentStore;
  readonly log: Log;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly emit: (event: BackendEvent) => void;
}

export interface Dispatch {
  call(request: CallRequest): Promise<ApiResult<unknown>>;
  cancel(operationId: string): void;
}

/**
 * The one door to the backend: parses the input, checks the session and the permission, opens the transaction and
 * builds the context. Nothing but a Result comes out of it.
 */
export function createDispatch(services: DispatchServices): Dispatch {
  const { database, sessions, content, log } = services;
  // NOTE: the one place where a name from outside meets the typed table; findOperation has checked the name.
  const handlers = services.handlers as unknown as Readonly<Record<string, AnyHandler | undefined>>;
  const repos = readRepos(database.reader);
  const running = new Map<string, AbortController>();

  async function run(request: CallRequest, operation: Operation): Promise<ApiResult<unknown>> {
    const officer = await actingOfficer(repos, sessions, request.session);
    if (operation.access !== 'anyone') {
      if (!officer) return refuse('NOT_SIGNED_IN');
      if (operation.access !== 'signedIn' && !mayDo(officer.role, operation.access)) {
        log.info('refused', { operation: request.name, officer: officer.id });
        return refuse('NOT_PERMITTED', { permission: operation.access });
      }
    }
    const parsed = operation.input.safeParse(request.input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return refuse('INVALID_INPUT', {
        field: issue?.path.join('.') ?? '',
        rule: issue?.code ?? '',
      });
    }
    const handler = handlers[request.name];
    if (!handler) throw new Error(`No handler for ${request.name}`);
    const caller: Caller = { session: request.session, officer };
    const query = await queryContext(caller);
    switch (operation.kind) {
      case 'query':
        return handler(query as never, parsed.data);
      case 'command':
        return transact(caller, query, request.name, (context) =>
          handler(context as never, parsed.data),
        );
      case 'job':
        return runJob(caller, query, request, handler, parsed.data);
    }
  }

  async function queryContext(caller: Caller): Promise<QueryContext> {
    const now = isoInstant(services.now());
    const today = riyadhDate(now);
    const settings = settingsOn(today, await repos.settings.all());
    return {
      session: caller.session,
      now,
      today,
      repos,
      settings,
      content,
      get officer() {
        return signedIn(caller);
      },
    };
  }

  async function transact<T, E>(
    caller: Caller,
    { session, now, today, settings }: QueryContext,
    name: string,
    work: (context: CommandContext) => Promise<Result<T, E>>,
  ): Promise<Result<T, E>> {
    const result = await database.transact<T, E>((tx) => {
      const inTransaction = writeRepos(tx);
      return work({
        session,
        now,
        today,
        settings,
        repos: inTransaction,
        get officer() {
          return signedIn(caller);
        },
        newId: services.newId,
        onCommit: (effect) => {
          tx.onCommit(effect);
        },
        audit: (action, subject, details = {}) =>
          inTransaction.audit.append({
            at: now,
            officerId: caller.officer?.id ?? null,
            action,
            subject,
            details,
          }),
      });
    });
    if (result.ok) services.emit({ type: 'changed', areas: areasTouchedBy(name) });
    return result;
  }

  async function runJob(
    caller: Caller,
    query: QueryContext,
    request: CallRequest,
    handler: AnyHandler,
    input: unknown,
  ): Promise<ApiResult<unknown>> {
    const { name, operationId } = request;
    const abort = new AbortController();
    if (operationId !== undefined) running.set(operationId, abort);
    const operation = runningOperation(abort.signal, (phase, done, total) => {
      if (operationId === undefined) return;
      services.emit({ type: 'progress', operationId, phase, done, total });
    });
    const { session, now, today, settings } = query;
    const context: JobContext = {
      session,
      now,
      today,
      settings,
      repos,
      content,
      operation,
      get officer() {
        return signedIn(caller);
      },
      newId: services.newId,
      transact: (work) => transact(caller, query, name, work),
    };
    try {
      return await handler(context as never, input);
    } finally {
      if (operationId !== undefined) running.delete(operationId);
    }
  }

  return {
    async call(request) {
      const operation = findOperation(request.name);
      if (!operation) return refuse('UNKNOWN_OPERATION');
      try {
        return await run(request, operation);
      } catch (error) {
        return asRefusal(error, request.name, log);
      }
    },
    cancel(operationId) {
      running.get(operationId)?.abort();
    },
  };
}

/** What else shows the data of an area: a case stands on the day's list and on the person's page too. */
const SHOWN_ALSO_IN: Readonly<Record<string, readonly string[]>> = {
  payments: [
    'reconciliation',
    'resume',
    'registry',
    'complaints',
    'settlements',
    'recoveries',
    'whyAmount',
    'today',
    'settings',
  ],
  // Computing a run writes in many steps and touches no payment; approving it makes them.
  'entitlement.propose': ['today'],
  'entitlement.approve': [
    'payments',
    'reconciliation',
    'registry',
    'settlements',
    'whyAmount',
    'today',
  ],
  settlements: ['payments', 'recoveries', 'registry', 'whyAmount', 'today'],
  recoveries: ['payments', 'settlements', 'letters', 'registry', 'whyAmount', 'today'],
  applications: ['letters', 'registry', 'households', 'objections', 'today'],
  reconciliation: [
    'payments',
    'resume',
    'registry',
    'complaints',
    'whyAmount',
    'today',
    'statements',
    'arrivals',
  ],
  households: ['registry', 'entitlement', 'settlements', 'whyAmount', 'today'],
  resume: ['payments', 'reconciliation', 'registry', 'complaints', 'letters', 'today'],
  statements: ['reconciliation', 'settings'],
  printJobs: ['letters', 'registry'],
  arrivals: ['settings'],
  // Everything is computed with settings.
  settings: [
    'payments',
    'entitlement',
    'reconciliation',
    'statements',
    'arrivals',
    'resume',
    'complaints',
    'objections',
    'settlements',
    'whyAmount',
    'letters',
    'registry',
    'staff',
    'today',
  ],
  complaints: ['letters', 'registry', 'today'],
  objections: ['letters', 'registry', 'today'],
  letters: ['complaints', 'objections', 'registry', 'resume'],
  caseLetters: ['letters', 'complaints', 'objections', 'registry', 'today'],
  letterBatches: ['letters', 'registry', 'resume', 'today'],
  deliveries: ['letters'],
  documents: ['complaints', 'objections', 'resume'],
  duplicates: ['registry', 'letters', 'governmentRecords'],
  governmentRecords: [
    'registry',
    'households',
    'letters',
    'duplicates',
    'entitlement',
    'settlements',
    'whyAmount',
  ],
};

function areasTouchedBy(operation: string): readonly string[] {
  const [area = operation] = operation.split('.');
  return [area, ...(SHOWN_ALSO_IN[operation] ?? SHOWN_ALSO_IN[area] ?? [])];
}

async function actingOfficer(
  repos: ReadRepos,
  sessions: Sessions,
  session: string | null,
): Promise<ActingOfficer | undefined> {
  const id = session === null ? undefined : sessions.officerOf(session);
  const officer = id === undefined ? undefined : await repos.staff.byId(id);
  if (!officer?.active) return undefined;
  const { fullName, role } = officer;
  return { id: officer.id, fullName, role, permissions: permissionsOf(role) };
}

function signedIn({ officer }: Caller): ActingOfficer {
  if (!officer) throw new Error('Nobody is signed in');
  return officer;
}

/** Bugs become one sentence with a reference to the log; what a person can mend keeps its own code. */
function asRefusal(error: unknown, operation: string, log: Log): ApiResult<never> {
  if (error instanceof Cancelled) return refuse('CANCELLED');
  const storage = storageErrorCode(error);
  if (storage !== undefined) {
    log.error('storage', error, { operation, code: storage });
    return refuse(storage);
  }
  const reference = Date.now().toString(36).toUpperCase();
  log.error('failed', error, { operation, reference });
  return refuse('INTERNAL', { reference });
}

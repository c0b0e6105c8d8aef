import type { BackendEvent } from '../../contract/transport.ts';
import { ok, refuse } from '../../domain/shared/result.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../log.ts';
import type { ContentStore } from './documents/ports.ts';
import type { AreaHandlers, Handlers } from './handlers.ts';
import { createStaffHandlers } from './staff/handlers.ts';
import type { PasswordHasher } from './staff/ports.ts';
import type { Sessions } from './staff/sessions.ts';

export interface HandlerServices {
  readonly database: Database;
  readonly content: ContentStore;
  readonly sessions: Sessions;
  readonly hasher: PasswordHasher;
  readonly log: Log;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly emit: (event: BackendEvent) => void;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
}

const settingsHandlers: AreaHandlers<'settings'> = {
  'settings.current': async ({ settings, today }) =>
    ok(Object.entries(settings).map(([key, value]) => ({ key, value, validFrom: today }))),
};

/** Every handler with what it needs, and what runs beside them from start to stop. */
export async function createHandlers(services: HandlerServices): Promise<{
  handlers: Partial<Handlers>;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}> {
  const { hasher, sessions } = services;
  return {
    handlers: {
      ...createStaffHandlers({
        hasher,
        sessions,
        makeSample: () => Promise.resolve(refuse('UNKNOWN_OPERATION')),
      }),
      ...settingsHandlers,
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}

import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { WatchableFolders, WatchState } from './ports.ts';

export interface ArrivalServices {
  readonly folders: WatchableFolders;
  readonly watch: WatchState;
}

export function createArrivalHandlers(services: ArrivalServices): AreaHandlers<'arrivals'> {
  return {
    'arrivals.list': (context) => listArrivals(context, services),
    'arrivals.setFolder': (context, input) => setFolder(context, input, services),
    'arrivals.dismiss': dismissArrival,
  };
}

async function listArrivals({ repos, settings }: QueryContext, { watch }: ArrivalServices) {
  const folder = settings.watchedFolder;
  const files = folder === null ? [] : await repos.arrivals.shown(folder);
  const { problem } = watch;
  const listed: OutputOf<'arrivals.list'> = {
    folder,
    problem: problem && { code: problem.code, details: { ...problem.details } },
    waitsForOfficer: watch.waitsForOfficer,
    files: files.map((file) =>
      file.id === watch.readingId ? { ...file, status: 'reading' as const } : { ...file },
    ),
  };
  return ok(listed);
}

/** Errors: WATCHED_FOLDER_GONE, WATCHED_FOLDER_UNREADABLE, WATCHED_FOLDER_NO_FOLDER (a file), WATCHED_FOLDER_OURS. */
async function setFolder(
  { repos, today, now, officer, audit }: CommandContext,
  { path }: ParsedInputOf<'arrivals.setFolder'>,
  { folders, watch }: ArrivalServices,
) {
  if (path !== null) {
    if (folders.isOurs(path)) return refuse('WATCHED_FOLDER_OURS', { folder: path });
    const scanned = await folders.scan(path);
    if (!scanned.ok) return scanned;
  }
  const by = { at: now, officerId: officer.id };
  await repos.settings.record('watchedFolder', path, today, by);
  await audit('settings.watchedFolder', null, { on: path !== null });
  watch.problem = null;
  return ok({});
}

/** Errors: NOT_FOUND, CONFLICT, ARRIVAL_READ (its preview is what is thrown away then). */
async function dismissArrival(
  { repos, audit }: CommandContext,
  { id, expectedVersion }: ParsedInputOf<'arrivals.dismiss'>,
) {
  const arrival = await repos.arrivals.byId(id);
  if (!arrival) return refuse('NOT_FOUND');
  if (arrival.version !== expectedVersion) return refuse('CONFLICT');
  if (arrival.status === 'read') return refuse('ARRIVAL_READ');
  await repos.arrivals.dismiss(id);
  await audit('arrivals.dismissed', { type: 'arrival', id });
  return ok({});
}

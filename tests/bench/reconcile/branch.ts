/** The file through the same calls that the window makes: preview, commit, the same file again, undo, cancel. */
import path from 'node:path';
import { openBranch, valueOf } from './branch-folder.ts';

const [folder = ''] = process.argv.slice(2);
const answer = path.join(folder, 'answer.xml');

export interface BranchMeasures {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakMb: number;
  readonly hash: number;
  readonly reading: number;
  readonly matching: number;
  readonly applying: number;
  /** The audit's entry, and the end of the transaction. */
  readonly audit: number;
  readonly applied: number;
  readonly exceptions: number;
  readonly sameFileSeconds: number;
  readonly sameFileCpuSeconds: number;
  readonly undoSeconds: number;
  readonly undoCpuSeconds: number;
  readonly cancelSeconds: number;
}

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
const round = (value: number): number => Math.round(value * 1000) / 1000;
const peakMb = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);

/** CPU seconds between the reports of progress, by the phase that they announce. */
const spent = new Map<string, number>();
let phase = '';
let since = process.cpuUsage();
function enter(next: string): void {
  spent.set(phase, (spent.get(phase) ?? 0) + seconds(process.cpuUsage(since)));
  since = process.cpuUsage();
  phase = next;
}
const of = (name: string): number => round(spent.get(name) ?? 0);

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; wall: number; cpu: number }> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const value = await work();
  return {
    value,
    wall: round((performance.now() - start) / 1000),
    cpu: round(seconds(process.cpuUsage(cpu))),
  };
}

const { api, close } = await openBranch(folder, { isNew: false });
const { reconciliation } = api;

/** Reading begins with the first bytes that are reported; what comes before it is the hash. */
const onProgress = (progress: { readonly phase: string; readonly done: number }): void => {
  const next = progress.phase === 'reading' && progress.done === 0 ? 'hashing' : progress.phase;
  if (next !== phase) enter(next);
};

since = process.cpuUsage();
const preview = await timed(() => reconciliation.preview({ path: answer }, { onProgress }));
enter('applying');
const { file } = valueOf(preview.value);
const commit = await timed(() =>
  reconciliation.commit({ fileId: file.id, expectedVersion: file.version }, { onProgress }),
);
enter('');
const done = valueOf(commit.value);
const peak = peakMb();

const again = await timed(() => reconciliation.preview({ path: answer }));
if (again.value.ok || again.value.error.code !== 'BANK_FILE_SEEN') throw new Error('Read twice');

const files = valueOf(await reconciliation.files({}));
const version = files.find(({ id }) => id === file.id)?.version ?? 0;
const undo = await timed(() => reconciliation.undo({ fileId: file.id, expectedVersion: version }));
valueOf(undo.value);

const controller = new AbortController();
let aborted = 0;
const cancelled = reconciliation.preview(
  { path: answer },
  {
    signal: controller.signal,
    onProgress: ({ done: bytes, total }) => {
      if (aborted > 0 || total === null || bytes < total / 2) return;
      aborted = performance.now();
      controller.abort();
    },
  },
);
const answered = await cancelled;
if (answered.ok) throw new Error('Not cancelled');
const cancelSeconds = round((performance.now() - aborted) / 1000);
await close();

const measures: BranchMeasures = {
  cpuSeconds: round(preview.cpu + commit.cpu),
  wallSeconds: round(preview.wall + commit.wall),
  peakMb: peak,
  hash: of('hashing'),
  reading: of('reading'),
  matching: of('matching'),
  applying: of('applying'),
  audit: of('recording'),
  applied: done.applied,
  exceptions: done.exceptions,
  sameFileSeconds: again.wall,
  sameFileCpuSeconds: again.cpu,
  undoSeconds: undo.wall,
  undoCpuSeconds: undo.cpu,
  cancelSeconds,
};
console.log(JSON.stringify(measures));

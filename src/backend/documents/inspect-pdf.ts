import { Worker } from 'node:worker_threads';
import type { DocumentProblem } from '../app/documents/ports.ts';

export type PdfInspection = { readonly pages: number } | { readonly problem: DocumentProblem };

export interface InspectionLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
  /** By how much the process may grow: buffers of a thread stand outside its heap. */
  readonly growthMegabytes: number;
}

const LIMITS: InspectionLimits = { milliseconds: 20_000, heapMegabytes: 384, growthMegabytes: 768 };
const WATCH_EVERY_MS = 50;

/** Counts the pages of a PDF in a thread that is ended when it takes too long or too much memory. */
export function inspectPdf(
  bytes: Uint8Array,
  limits: InspectionLimits = LIMITS,
): Promise<PdfInspection> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile(import.meta.url), {
      workerData: bytes,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, stackSizeMb: 4 },
    });
    const before = process.memoryUsage.rss();
    const started = performance.now();
    const end = (inspection: PdfInspection): void => {
      clearInterval(watch);
      resolve(inspection);
      void worker.terminate();
    };
    const watch = setInterval(() => {
      const grown = (process.memoryUsage.rss() - before) / 2 ** 20;
      const elapsed = performance.now() - started;
      if (grown > limits.growthMegabytes || elapsed > limits.milliseconds) {
        end({ problem: 'DOCUMENT_TOO_COMPLEX' });
      }
    }, WATCH_EVERY_MS);
    worker.once('message', (inspection: PdfInspection) => {
      end(inspection);
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end({ problem: outOfMemory ? 'DOCUMENT_TOO_COMPLEX' : 'DOCUMENT_DAMAGED' });
    });
    worker.once('exit', () => {
      end({ problem: 'DOCUMENT_DAMAGED' });
    });
  });
}

/** The thread's program: beside this file in the sources, beside the backend's own program where that is bundled. */
function workerFile(here: string): URL {
  if (here.endsWith('.ts')) return new URL('inspect-pdf-worker.ts', here);
  const folder = here.includes('/chunks/') ? '../' : './';
  return new URL(`${folder}inspect-pdf-worker.js`, here);
}

import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { bindDossier } from '../../dossier/bind-dossier.ts';
import { programFile } from '../../program-file.ts';
import { cleanDocument } from '../clean-document.ts';
import { inspectPdf } from '../pdf/inspect-pdf.ts';
import { PdfProblem } from '../pdf/pdf-problem.ts';
import type { DocumentJob, FromDocumentProcess, ToDocumentProcess } from './document-jobs.ts';
import type { EvidenceLimits } from '../evidence-limits.ts';

/**
 * The process in which documents are read that strangers made. It holds nothing worth stealing and may die at any
 * moment: whoever asked hears that it is gone. It is forked by Node (tests, command line) or by the shell (utility process).
 */
const [memoryMegabytes = ''] = process.argv.slice(2);

new Worker(programFile(import.meta.url, './memory-guard.ts'), {
  workerData: Number(memoryMegabytes),
  env: {},
}).unref();

function listen(
  hear: (message: ToDocumentProcess) => void,
): (message: FromDocumentProcess) => void {
  const shell = process.parentPort as typeof process.parentPort | undefined;
  if (shell === undefined) {
    process.on('message', hear);
    process.on('disconnect', () => process.exit());
    return (message) => process.send?.(message);
  }
  let answer: (message: FromDocumentProcess) => void = () => undefined;
  shell.once('message', ({ ports: [port] }) => {
    if (port === undefined) return;
    port.on('message', ({ data }: { data: ToDocumentProcess }) => {
      hear(data);
    });
    port.start();
    answer = (message) => {
      port.postMessage(message);
    };
    answer({ type: 'ready' });
  });
  return (message) => {
    answer(message);
  };
}

async function perform(
  job: DocumentJob,
  limits: EvidenceLimits,
  progress: (done: number, total: number) => void,
): Promise<unknown> {
  switch (job.name) {
    case 'inspect':
      return inspectPdf(job.input, limits);
    case 'clean':
      return cleanDocument(job.input, limits);
    case 'bind':
      return bindDossier(job.input, progress);
  }
}

const answer = listen(({ id, job, limits }) => {
  perform(job, limits, (done, total) => {
    answer({ type: 'progress', id, done, total });
  }).then(
    (output) => {
      answer({ type: 'done', id, output, megabytes: megabytes() });
    },
    (failure: unknown) => {
      answer({ type: 'refused', id, code: codeOf(failure), megabytes: megabytes() });
    },
  );
});
answer({ type: 'ready' });

function megabytes(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}

/** Whatever a reader stumbles over is damage of the file; what it cannot hold is too much of it. */
function codeOf(failure: unknown): PdfProblem['code'] {
  if (failure instanceof PdfProblem) return failure.code;
  return failure instanceof RangeError ? 'DOCUMENT_TOO_COMPLEX' : 'DOCUMENT_DAMAGED';
}

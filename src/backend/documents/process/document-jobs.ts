import type { DocumentProblem } from '../../app/documents/ports.ts';
import type { BoundDossier, DossierBinding } from '../../app/dossier/ports.ts';
import type { EvidenceLimits } from '../evidence-limits.ts';
import type { CleanPdf } from '../pdf/clean-pdf.ts';
import type { PdfInspection } from '../pdf/inspect-pdf.ts';

/** What the process can be asked for: bytes in, a verdict or bytes out; no path, no name, no key. */
export interface DocumentJobs {
  readonly inspect: { readonly input: Uint8Array; readonly output: PdfInspection };
  readonly clean: { readonly input: Uint8Array; readonly output: CleanPdf };
  readonly bind: { readonly input: DossierBinding; readonly output: BoundDossier };
}
export type DocumentJobName = keyof DocumentJobs;

export type DocumentJob = {
  [Name in DocumentJobName]: { readonly name: Name; readonly input: DocumentJobs[Name]['input'] };
}[DocumentJobName];

export interface ToDocumentProcess {
  readonly id: number;
  readonly job: DocumentJob;
  readonly limits: EvidenceLimits;
}

export type FromDocumentProcess =
  | { readonly type: 'ready' }
  | {
      readonly type: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number;
    }
  | (Ending & { readonly type: 'done'; readonly output: unknown })
  | (Ending & { readonly type: 'refused'; readonly code: DocumentProblem });

interface Ending {
  readonly id: number;
  /** What the process holds now. */
  readonly megabytes: number;
}

/** A running process as the backend holds it, wherever it was started from. */
export interface DocumentProcess {
  post(message: ToDocumentProcess): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

export interface DocumentProcessEvents {
  readonly onMessage: (message: FromDocumentProcess) => void;
  /** It is gone: killed, out of memory, or by a fault of its own. */
  readonly onEnd: () => void;
}

/** Starts a process that ends itself when it takes more memory than that. */
export type StartDocumentProcess = (
  memoryMegabytes: number,
  events: DocumentProcessEvents,
) => DocumentProcess;

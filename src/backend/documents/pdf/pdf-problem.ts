import type { DocumentProblem } from '../../app/documents/ports.ts';

/** What was wrong with a PDF, thrown where it is found and turned into a refusal at the edge of the process. */
export class PdfProblem extends Error {
  readonly code: DocumentProblem;

  constructor(code: DocumentProblem) {
    super(code);
    this.name = 'PdfProblem';
    this.code = code;
  }
}

import type { DigitShape } from '../../../domain/letters/letter-model.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { Refusal, Result } from '../../../domain/shared/result.ts';

/** One part of a dossier: the pages of one PDF that holds nothing active. */
export interface DossierPart {
  /** Its bookmark. */
  readonly title: string;
  /** Under which bookmark it stands; parts of one group follow each other. */
  readonly group: string | null;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface DossierBinding {
  readonly title: string;
  /** The file carries it instead of the time of binding. */
  readonly date: IsoDate;
  readonly parts: readonly DossierPart[];
  /** A sheet for each page of the dossier, empty but for what stands in its margin. */
  readonly margins: Uint8Array;
}

export interface BoundDossier {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

/** Binds the parts; throws `Cancelled` when the signal is aborted. */
export type BindDossier = (
  binding: DossierBinding,
  options: {
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, total: number) => void;
  },
) => Promise<Result<BoundDossier, Refusal>>;

/**
 * Sets title and number into the margin of so many sheets.
 * @param check Called between stretches of work; throws to stop.
 */
export type SetMargins = (
  title: string,
  pages: number,
  digits: DigitShape,
  check: () => void,
) => Promise<Uint8Array>;

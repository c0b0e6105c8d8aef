import type { IsoDate } from '../../domain/shared/iso-date.ts';

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

/** Points at the foot of each sheet that no content enters. */
export const MARGIN_STRIP = 26;

import type { ProgrammeDto } from '../../../contract/programmes.ts';
import type { ProgrammeTerms, TermsVersion } from '../../../domain/programmes/programme-terms.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';

export interface Programme extends ProgrammeDto {
  readonly no: number;
}

export interface StoredTerms extends TermsVersion {
  readonly reason: string;
  /** Null for what came with Insaf. */
  readonly recordedAt: IsoInstant | null;
  readonly recordedBy: string | null;
}

export interface ProgrammeReader {
  all(): Promise<readonly Programme[]>;
  byCode(code: string): Promise<Programme | undefined>;
  /** Every version of a programme's terms, the newest first; read with `termsOn`. */
  terms(programmeNo: number): Promise<readonly StoredTerms[]>;
}

export interface ProgrammeWriter extends ProgrammeReader {
  /** Adds one (`version` null) or changes it; false when the code is taken or it has changed since. */
  save(programme: Omit<ProgrammeDto, 'version'>, version: number | null): Promise<boolean>;
  addTerms(
    programmeNo: number,
    validFrom: IsoDate,
    terms: ProgrammeTerms,
    reason: string,
    by: { readonly at: IsoInstant; readonly officerId: string },
  ): Promise<number>;
}

import type { ParsedInputOf } from '../../../../contract/api.ts';
import type { LetterCaseType } from '../../../../domain/letter-register/letter-state.ts';
import type { LetterKind } from '../../../../domain/letters/letter-kinds.ts';
import type { IsoInstant } from '../../../../domain/shared/iso-date.ts';
import type { Page, QueuePerson } from '../../cases/ports.ts';

export type DraftFields = ParsedInputOf<'letters.createDraft'>['content'];

export interface LetterDraft extends QueuePerson {
  readonly id: string;
  readonly kind: LetterKind;
  readonly subject: string;
  readonly caseType: LetterCaseType;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly authorId: string;
  readonly author: string;
  readonly content: DraftFields;
  readonly createdAt: IsoInstant;
  readonly updatedAt: IsoInstant;
  readonly version: number;
}

export type NewDraft = Pick<
  LetterDraft,
  | 'id'
  | 'kind'
  | 'subject'
  | 'caseType'
  | 'caseId'
  | 'caseNumber'
  | 'authorId'
  | 'beneficiaryId'
  | 'content'
>;

export interface LetterDraftReader {
  list(
    query: ParsedInputOf<'letters.drafts'> & { readonly officerId: string },
  ): Promise<Page<LetterDraft>>;
  byId(id: string): Promise<LetterDraft | undefined>;
}

export interface LetterDraftWriter extends LetterDraftReader {
  add(draft: NewDraft, at: IsoInstant): Promise<void>;
  /** False when the row has changed since `version`. */
  edit(
    id: string,
    version: number,
    change: Pick<LetterDraft, 'subject' | 'content'>,
    at: IsoInstant,
  ): Promise<boolean>;
  /** False when the row has changed since `version`. */
  remove(id: string, version: number): Promise<boolean>;
}

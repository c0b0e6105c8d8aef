/** What a dossier (ملف القضية) can be made of: a case with its letters and evidence, bound into one PDF. */
export const DOSSIER_CASES = ['complaint', 'objection', 'resume', 'life'] as const;
export type DossierCase = (typeof DOSSIER_CASES)[number];

/** The cover with its contents is always there. */
export const DOSSIER_PARTS = ['facts', 'timeLine', 'letters', 'documents'] as const;
export type DossierPartName = (typeof DOSSIER_PARTS)[number];

/** `masked` for what leaves the branch: numbers of the person keep their last four. */
export const DOSSIER_IDENTITIES = ['full', 'masked'] as const;
export type DossierIdentity = (typeof DOSSIER_IDENTITIES)[number];

/** Why a document or a letter is named in a dossier without its pages. */
export const LEFT_OUT_REASONS = [
  'DOCUMENT_ENCRYPTED',
  'DOCUMENT_DAMAGED',
  'DOCUMENT_TOO_COMPLEX',
  'CONTENT_MISSING',
  'CONTENT_DAMAGED',
  'LETTER_NOT_READY',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Titles under which bookmarks and contents gather what came from others. */
export const LETTERS_TITLE = 'الخطابات الصادرة';
export const DOCUMENTS_TITLE = 'المستندات';
export const FACTS_TITLE = 'الوقائع والقرار';
export const TIME_LINE_TITLE = 'مجريات القضية';
export const COVER_TITLE = 'الغلاف والمحتويات';

/** Nothing but the number of the case: a name of a file is seen by whoever sees the folder. */
export function dossierFileName(number: string): string {
  return `${number.replace(/[^\p{L}\p{N}.-]+/gu, '-')}.pdf`;
}

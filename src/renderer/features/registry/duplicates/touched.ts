/** Whose lists show a pair or what is done with it. */
export const TOUCHED = ['duplicates', 'registry', 'letters', 'governmentRecords'] as const;

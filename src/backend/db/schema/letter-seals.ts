export interface LetterKeyTable {
  id: string;
  /** 32 random bytes in hexadecimal. */
  secret: string;
  created_at: string;
}

export interface LetterSealTable {
  letter_id: string;
  key_id: string;
  /** Of the letter's content as the register stores it. */
  content_sha256: string;
  code: string;
}

/** A reprint: the archived bytes with a stamp laid over them are a file of their own. */
export interface LetterCopyTable {
  sha256: string;
  letter_id: string;
  made_at: string;
  made_by: string;
}

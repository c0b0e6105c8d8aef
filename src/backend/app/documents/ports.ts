/** Files by the SHA-256 of their content, below the data folder; nothing is ever overwritten. */
export interface ContentStore {
  /** Stores bytes durably (temporary file, fsync, rename). */
  put(bytes: Uint8Array): Promise<{ sha256: string; sizeBytes: number }>;
  /** Copies a file in, hashing as it goes. */
  putFile(path: string, signal?: AbortSignal): Promise<{ sha256: string; sizeBytes: number }>;
  read(sha256: string): Promise<Uint8Array>;
  pathOf(sha256: string): string;
}

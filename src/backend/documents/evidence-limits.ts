/** How much of the machine one document may take. Beyond it the document is refused, and nothing else suffers. */
export interface EvidenceLimits {
  /** From the moment it is handed over until it is given up. */
  readonly milliseconds: number;
  /** Of the whole process, whatever it is made of. */
  readonly memoryMegabytes: number;
  readonly pages: number;
  /** One part of a file, unpacked: what draws a page, a font. */
  readonly streamBytes: number;
  /** All of them together, pictures apart. */
  readonly unpackedBytes: number;
  /** Of one picture. */
  readonly pixels: number;
}

export const EVIDENCE_LIMITS: EvidenceLimits = {
  milliseconds: 20_000,
  memoryMegabytes: 768,
  pages: 1000,
  streamBytes: 48 * 2 ** 20,
  unpackedBytes: 192 * 2 ** 20,
  pixels: 100_000_000,
};

/** A dossier binds many documents. */
export const BINDING_LIMITS: EvidenceLimits = {
  ...EVIDENCE_LIMITS,
  milliseconds: 300_000,
  memoryMegabytes: 1536,
};

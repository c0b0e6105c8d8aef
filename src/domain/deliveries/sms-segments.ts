/** Characters of the default alphabet that take one septet (3GPP TS 23.038, 6.2.1). */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Those that take two (6.2.1.1). */
const GSM_EXTENDED = '^{}\\[~]|€\f';

/** What one message holds alone, and each of several (3GPP TS 23.040, 9.2.3.24.1: six bytes of each join them). */
const LIMITS = { gsm: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const;

export interface SmsSize {
  /** Arabic text is sent as UCS-2, whole. */
  readonly encoding: 'gsm' | 'ucs2';
  /** Septets of the default alphabet, or 16-bit units. */
  readonly units: number;
  readonly segments: number;
  /** Units that the last segment still holds. */
  readonly left: number;
}

/** How many messages a text takes and what it is paid by. An empty text is one. */
export function smsSize(text: string): SmsSize {
  const letters = Array.from(text);
  const isGsm = letters.every((letter) => GSM.includes(letter) || GSM_EXTENDED.includes(letter));
  const encoding = isGsm ? 'gsm' : 'ucs2';
  const widths = letters.map((letter) =>
    isGsm ? (GSM_EXTENDED.includes(letter) ? 2 : 1) : letter.length,
  );
  const units = widths.reduce((sum, width) => sum + width, 0);
  const { alone, joined } = LIMITS[encoding];
  if (units <= alone) return { encoding, units, segments: 1, left: alone - units };
  // A letter of two units is never cut in two.
  let segments = 1;
  let filled = 0;
  for (const width of widths) {
    if (filled + width > joined) {
      segments += 1;
      filled = 0;
    }
    filled += width;
  }
  return { encoding, units, segments, left: joined - filled };
}

/** What a `:86:` says about the other party, where it is structured. */
export interface Narrative {
  /** All of it, one line. */
  readonly text: string | null;
  readonly endToEndId: string | null;
  readonly account: string | null;
  readonly name: string | null;
  readonly bank: string | null;
}

const SLASH_CODE = /\/(EREF|IBAN|ACNO|NAME|BIC)\/([^/]*)/g;

/**
 * Reads the two structured dialects: German and Polish sub-fields (`?20`…, `>20`…, with `EREF+` inside) and slash code words
 * (`/EREF/`, `/IBAN/`, `/NAME/`). Free text stays text.
 */
export function parseNarrative(lines: readonly string[]): Narrative {
  const joined = lines.map((line) => line.replace(/\s+$/, '')).join(' ');
  const text = joined.replace(/\s+/g, ' ').trim();
  if (text === '') return { text: null, endToEndId: null, account: null, name: null, bank: null };
  const packed = lines.join('');
  const sign = /^\d{0,3}[?>]\d{2}/.test(packed) ? (packed.includes('?') ? '?' : '>') : null;
  return sign === null ? slashCodes(text) : subFields(text, packed, sign);
}

function subFields(text: string, packed: string, sign: '?' | '>'): Narrative {
  const fields = new Map<string, string>();
  for (const part of packed.split(sign).slice(1)) {
    const code = part.slice(0, 2);
    if (/^\d{2}$/.test(code)) fields.set(code, `${fields.get(code) ?? ''}${part.slice(2)}`);
  }
  const purpose = [...fields]
    .filter(([code]) => /^(?:2\d|6[0-3])$/.test(code))
    .map(([, value]) => value)
    .join('');
  const name = [fields.get('32'), fields.get('33')].filter((part) => part !== undefined).join(' ');
  return {
    text,
    endToEndId: blankToNull(/EREF\+(.*?)(?=[A-Z]{4}\+|$)/.exec(purpose)?.[1]),
    account: blankToNull(fields.get('31')),
    name: blankToNull(name),
    bank: blankToNull(fields.get('30')),
  };
}

function slashCodes(text: string): Narrative {
  const codes = new Map<string, string>();
  for (const [, code = '', value = ''] of text.matchAll(SLASH_CODE)) {
    if (!codes.has(code)) codes.set(code, value);
  }
  return {
    text,
    endToEndId: blankToNull(codes.get('EREF')),
    account: blankToNull(codes.get('IBAN') ?? codes.get('ACNO')),
    name: blankToNull(codes.get('NAME')),
    bank: blankToNull(codes.get('BIC')),
  };
}

const blankToNull = (text: string | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

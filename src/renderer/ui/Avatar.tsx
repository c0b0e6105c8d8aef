import './avatar.css';

const TINTS = ['', 'v', 'b', 'w', 'g'] as const;

/** `<Avatar name="سارة الغامدي" />`: two letters of the name; the tint stays the same for each officer. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span className={`avatar ${tintOf(name)} ${small ? 's' : ''}`} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

/** First letters of the first and the last word, the article `ال` left out. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last].map((word) => [...word.replace(/^ال(?=..)/, '')][0] ?? '').join('');
}

function tintOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return TINTS[sum % TINTS.length] ?? '';
}

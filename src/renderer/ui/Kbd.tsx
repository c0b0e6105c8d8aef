const DRAWN: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  '-': '−',
};

/** `<Kbd keys="Ctrl+Enter" />`, `<Kbd keys="J" />`: a key as keyboards show it; `G T` draws two keys. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <>
      {keys.split(' ').map((chord) => (
        <kbd key={chord} className="kbd" aria-hidden>
          {chord === '+'
            ? '+'
            : chord
                .split('+')
                .map((key) => DRAWN[key] ?? key)
                .join(' ')}
        </kbd>
      ))}
    </>
  );
}

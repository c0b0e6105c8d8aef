/** A text with what is chosen in it. */
export interface ChosenText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts words in place of what is chosen; the caret goes behind them, or to `caret` within them. */
export function insertWords(
  { text, start, end }: ChosenText,
  words: string,
  caret = words.length,
): ChosenText {
  const at = start + caret;
  return { text: text.slice(0, start) + words + text.slice(end), start: at, end: at };
}

const MARK = '**';

/** Makes what is chosen bold, or plain again where it is bold already. */
export function toggleBold({ text, start, end }: ChosenText): ChosenText {
  const chosen = text.slice(start, end);
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (before.endsWith(MARK) && after.startsWith(MARK)) {
    return {
      text: before.slice(0, -2) + chosen + after.slice(2),
      start: start - 2,
      end: end - 2,
    };
  }
  if (chosen.length >= 4 && chosen.startsWith(MARK) && chosen.endsWith(MARK)) {
    return { text: before + chosen.slice(2, -2) + after, start, end: end - 4 };
  }
  return { text: before + MARK + chosen + MARK + after, start: start + 2, end: end + 2 };
}

/** Line breaks have no place in a text: a paragraph is a block. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}

/** Whether the position lies between the braces of a placeholder. */
export function isInsideBraces(text: string, at: number): boolean {
  let depth = 0;
  for (const sign of text.slice(0, at)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
  }
  return depth > 0;
}

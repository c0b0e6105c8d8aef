/** `1448/2087` -> `1448-2087`: a letter's number as part of a file's name. */
const inName = (letterNumber: string): string => letterNumber.replace(/[^0-9A-Za-z]+/gu, '-');

/** The attachment's name in Arabic, the number first so that it reads in order, and for readers that know ASCII only. */
export function attachmentNames(letterNumber: string): {
  readonly arabic: string;
  readonly ascii: string;
} {
  const number = inName(letterNumber);
  return { arabic: `${number}-خطاب.pdf`, ascii: `letter-${number}.pdf` };
}

/** The contract's limit on user names, said beside the field before anything is sent. */
export function isUsername(text: string): boolean {
  return /^[a-z][a-z0-9.-]{2,31}$/.test(text.trim());
}

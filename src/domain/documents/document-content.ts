/**
 * What a document holds beside its pages: parts that act on a computer, or travel in it unseen. The file is kept as it
 * came; whatever leaves the archive is a copy without them.
 */
export const ACTIVE_CONTENT = [
  'javaScript',
  'launch',
  'submitForm',
  'importData',
  'otherFile',
  'embeddedFile',
  'xfa',
  'richMedia',
] as const;
export type ActiveContent = (typeof ACTIVE_CONTENT)[number];

/** In the order of {@link ACTIVE_CONTENT}, each once. */
export function inOrder(found: Iterable<ActiveContent>): ActiveContent[] {
  const all = new Set(found);
  return ACTIVE_CONTENT.filter((content) => all.has(content));
}

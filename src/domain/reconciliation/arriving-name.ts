const UNFINISHED = /\.(?:tmp|temp|part|partial|filepart|crdownload|download|swp|lock|writing)$/i;
const OF_THE_SYSTEM = new Set(['thumbs.db', 'desktop.ini']);

/** Whether a file of this name is a bank's file at all: not hidden, not one that a program is still writing, not the system's. */
export function isArrivingName(name: string): boolean {
  if (/^[.~]/.test(name) || name.endsWith('~')) return false;
  return !UNFINISHED.test(name) && !OF_THE_SYSTEM.has(name.toLowerCase());
}

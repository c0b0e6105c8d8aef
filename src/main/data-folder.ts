import path from 'node:path';

/** `--data DIR` or `--data=DIR`; else the system's folder for this user. */
export function dataFolderFrom(argv: readonly string[], fallback: string): string {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const word = argv[at];
  if (word === undefined) return fallback;
  const folder = word === '--data' ? argv[at + 1] : word.slice('--data='.length);
  return folder === undefined || folder === '' ? fallback : path.resolve(folder);
}

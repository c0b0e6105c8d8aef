/**
 * A program of the backend that runs beside it, as a thread or a process. In the sources it stands where `source` says,
 * from the file that asks; bundled, all of them stand beside `backend.js`, and shared code one folder below.
 * @param here `import.meta.url` of the file that asks.
 * @param source Relative to it, for example `./process/memory-guard.ts`.
 */
export function programFile(here: string, source: `./${string}.ts`): URL {
  if (here.endsWith('.ts')) return new URL(source, here);
  const name = source.split('/').at(-1)?.replace(/\.ts$/, '.js') ?? '';
  const folder = new URL('.', here);
  return new URL(folder.pathname.endsWith('/chunks/') ? `../${name}` : name, folder);
}

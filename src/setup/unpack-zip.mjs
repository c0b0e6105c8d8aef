import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/**
 * Unpacks a zip archive with its permissions and symbolic links.
 * @param {string} archive absolute path
 * @param {string} folder absolute path, made when missing
 * @param {(name: string) => string | undefined} target path inside `folder` for an entry, or undefined to leave it out
 * @throws when the archive is damaged or an entry would land outside `folder`
 */
export async function unpackZip(archive, folder, target) {
  const { default: yauzl } = await import('yauzl'); // NOTE: there only once `npm ci` has run
  const zip = await yauzl.openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const name = target(entry.fileName);
    if (name === undefined) continue;
    const destination = path.join(folder, name);
    if (!destination.startsWith(folder + path.sep)) throw new Error(`Entry outside: ${name}`);
    await mkdir(path.dirname(destination), { recursive: true });

    const mode = entry.externalFileAttributes >>> 16;
    const content = await zip.openReadStreamPromise(entry);
    if ((mode & 0o170000) === 0o120000) await symlink(await text(content), destination);
    else await pipeline(content, createWriteStream(destination, { mode: mode & 0o777 || 0o644 }));
  }
}

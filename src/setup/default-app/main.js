// Stands in for Electron's own default_app.asar, which the fallback runtime lacks: `electron FOLDER` runs that folder.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = path.resolve(process.argv.slice(1).find((word) => !word.startsWith('-')) ?? '.');
const manifest =
  /** @type {{ productName?: string, name: string, version: string, main: string }} */ (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  );
const application =
  /** @type {typeof app & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app);
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
application.setName(manifest.productName ?? manifest.name);
application.setVersion(manifest.version);
application.setAppPath(folder);
await import(pathToFileURL(path.join(folder, manifest.main)).href);

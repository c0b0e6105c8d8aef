import type { FileToAttach } from '../../lib/cases/attaching.ts';
import { bridge } from '../../lib/bridge.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';

/** Kinds that the evidence store takes. */
const EXTENSIONS = ['pdf', 'jpg', 'jpeg', 'png'];

/** The system's dialog for a document of a case; null when it was closed. */
export async function chooseDocument(t: Translate): Promise<FileToAttach | null> {
  const path = await bridge.chooseFile(t('cases.attach'), [
    { name: t('cases.documentKinds'), extensions: EXTENSIONS },
  ]);
  return path === null ? null : { path, name: path.split(/[\\/]/).at(-1) ?? path };
}

import { parentPort, workerData } from 'node:worker_threads';
import type { LetterModel } from '../../domain/letters/letter-model.ts';
import { createLetterRenderer, type LetterRenderer } from './letter-renderer.ts';

/** What a thread answers to a letter: its file, or why it was not set. */
export type ThreadAnswer =
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number }
  | { readonly failure: string };

const fontsDir = String(workerData);
let loading: Promise<LetterRenderer> | undefined;

/** Loaded with the first letter and tried again where a file was missing. */
function renderer(): Promise<LetterRenderer> {
  return (loading ??= createLetterRenderer({ fontsDir }).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

async function answerTo(letter: LetterModel): Promise<ThreadAnswer> {
  try {
    const { bytes, pages } = await (await renderer()).render(letter);
    return { bytes: new Uint8Array(bytes), pages };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const port = parentPort;
port?.on('message', (letter: LetterModel) => {
  void answerTo(letter).then((answer) => {
    port.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : []);
  });
});

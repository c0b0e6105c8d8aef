import type { LetterFile, LetterLife } from '../../domain/letter-register/letter-state.ts';
import type { StatusOf } from './statuses.ts';

/** The chip of a letter: where its paper is, and before there is any, how far its file is. */
export function letterStatus({
  file,
  life,
}: {
  readonly file: LetterFile;
  readonly life: LetterLife;
}): StatusOf<'letter'> {
  if (life !== 'issued') return life;
  return file === 'ready' ? 'issued' : file;
}
